/** What a token must allow for a tool to be called with it: the one rule, for whoever asks before the call and in it. */
import type { Tool } from "../tools/tool.ts";
import type { Scope } from "../trip/ports.ts";

export function scopeOf({ hints }: Pick<Tool, "hints">): Scope {
  return hints.readOnlyHint ? "read" : "plan";
}
