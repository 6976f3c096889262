/** The tool calls of the last model message that nobody has answered yet. */
import type { ModelMessage, ToolCallPart } from "ai";

export function pendingToolCalls(messages: readonly ModelMessage[]): ToolCallPart[] {
  const last = messages.at(-1);
  if (last?.role !== "assistant" || typeof last.content === "string") return [];
  return last.content.filter((part) => part.type === "tool-call");
}

export function hasPendingToolCalls(messages: readonly ModelMessage[]): boolean {
  return pendingToolCalls(messages).length > 0;
}
