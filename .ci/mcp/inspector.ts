/** Calls the server through the Inspector's command line, as somebody who tries it out would. */
import { join } from "node:path";
import { run } from "./programs.ts";

/** How the server is reached: the Inspector's own arguments. */
export interface Target {
  name: string;
  args: readonly string[];
}

export interface Inspected {
  status: number | null;
  /** The result of the call, or the error. */
  result: Record<string, unknown>;
  stderr: string;
}

export type Inspect = (target: Target, args: readonly string[]) => Promise<Inspected>;

export function createInspector(tools: string): Inspect {
  const program = join(tools, "node_modules/.bin/mcp-inspector");
  return async ({ args: target }, args) => {
    const asked = await run([program, "--cli", ...target, ...args, "--format", "json", "--quiet"]);
    const { status, stdout, stderr } = asked;
    return { status, stderr, result: resultIn(stdout) ?? resultIn(stderr) ?? {} };
  };
}

function resultIn(printed: string): Record<string, unknown> | null {
  for (const line of printed.split("\n").filter((candidate) => candidate.startsWith("{"))) {
    const said = JSON.parse(line) as { result?: Record<string, unknown>; error?: Record<string, unknown> };
    if (said.result ?? said.error) return said.result ?? said.error ?? null;
  }
  return null;
}
