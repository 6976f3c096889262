/**
 * A stored message told again as chunks. A page that resumes begins from nothing, so the reply that a run goes on with
 * has to come before the run's own chunks.
 */
import type { ChatChunk, TripwrightUIMessage } from "./ui-message.ts";

type Part = TripwrightUIMessage["parts"][number];
type ToolPart = Extract<Part, { toolCallId: string; type: `tool-${string}` }>;

export function chunksOfMessage(message: TripwrightUIMessage): ChatChunk[] {
  return message.parts.flatMap(chunksOfPart);
}

function chunksOfPart(part: Part, index: number): ChatChunk[] {
  if (part.type === "step-start") return [{ type: "start-step" }];
  if (part.type === "text") {
    const id = `earlier-${index}`;
    const delta: ChatChunk[] = part.text === "" ? [] : [{ type: "text-delta", id, delta: part.text }];
    return [{ type: "text-start", id }, ...delta, { type: "text-end", id }];
  }
  if (part.type === "source-url") {
    const { sourceId, url, title } = part;
    return [{ type: "source-url", sourceId, url, ...(title !== undefined && { title }) }];
  }
  if (part.type.startsWith("data-")) return [part as ChatChunk];
  return part.type.startsWith("tool-") ? chunksOfTool(part as ToolPart) : [];
}

function chunksOfTool(part: ToolPart): ChatChunk[] {
  const { toolCallId, approval } = part;
  const toolName = part.type.slice("tool-".length);
  return [
    { type: "tool-input-start", toolCallId, toolName },
    { type: "tool-input-available", toolCallId, toolName, input: part.input },
    ...(approval ? chunksOfApproval(toolCallId, approval) : []),
    ...endOfTool(part),
  ];
}

function chunksOfApproval(toolCallId: string, approval: NonNullable<ToolPart["approval"]>): ChatChunk[] {
  const { id: approvalId, approved, requestReason, descriptor } = approval;
  const asked: ChatChunk = {
    type: "tool-approval-request",
    approvalId,
    toolCallId,
    ...(requestReason !== undefined && { reason: requestReason }),
    ...(descriptor !== undefined && { approvalDescriptor: descriptor }),
  };
  return approved === undefined ? [asked] : [asked, { type: "tool-approval-response", approvalId, approved }];
}

function endOfTool(part: ToolPart): ChatChunk[] {
  const { toolCallId } = part;
  switch (part.state) {
    case "output-available":
      return [{ type: "tool-output-available", toolCallId, output: part.output }];
    case "output-error":
      return [{ type: "tool-output-error", toolCallId, errorText: part.errorText }];
    case "output-denied":
      return [{ type: "tool-output-denied", toolCallId }];
    case "input-streaming":
    case "input-available":
    case "approval-requested":
    case "approval-responded":
      return [];
  }
}
