/**
 * Results as this model reads them. The thread keeps all that a tool returned; a language model is spared what costs
 * tokens and tells it nothing, and the built-in model, which pays for none and reads like a program, gets it whole.
 */
import type { ModelMessage } from "ai";
import { modelResultOf } from "../../tools/model-result.ts";
import { toolResultSchema } from "../../tools/tool.ts";
import type { PlannerModel } from "./model.ts";

const wholeResultSchema = toolResultSchema.loose();
type ToolMessage = Extract<ModelMessage, { role: "tool" }>;

function shown(part: ToolMessage["content"][number]): ToolMessage["content"][number] {
  if (part.type !== "tool-result" || part.output.type !== "json") return part;
  const result = wholeResultSchema.safeParse(part.output.value);
  if (!result.success) return part;
  const value = JSON.parse(JSON.stringify(modelResultOf(result.data)));
  return { ...part, output: { type: "json", value } };
}

export function messagesFor({ readsWholeResults }: PlannerModel, messages: readonly ModelMessage[]): ModelMessage[] {
  return messages.map((message) =>
    message.role === "tool" && !readsWholeResults ? { ...message, content: message.content.map(shown) } : message,
  );
}
