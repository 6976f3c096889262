/** The tool calls that were made in this turn, as the messages tell them: those of earlier turns are gone from there. */
import type { ModelMessage } from "ai";
import { toolResultSchema } from "../tools/tool.ts";
import type { ToolRecord } from "./state.ts";

const looseResultSchema = toolResultSchema.loose();

export function toolRecordsIn(messages: readonly ModelMessage[]): ToolRecord[] {
  return messages.flatMap((message) => {
    if (message.role !== "tool") return [];
    return message.content.flatMap((part) => {
      if (part.type !== "tool-result" || part.output.type !== "json") return [];
      const result = looseResultSchema.safeParse(part.output.value);
      return result.success ? [{ name: part.toolName, result: result.data }] : [];
    });
  });
}
