/**
 * Nothing that a person lives with is replaced before they have said yes to exactly that. A client with forms asks them;
 * any other is told what would change, and brings the code back once they have agreed. Either way the yes holds for
 * that tool, those arguments and those changes, once, for ten minutes: if the plan has moved on, it is asked again.
 */
import type { InputRequiredResult } from "@modelcontextprotocol/server";
import { echoed } from "../tools/echoed.ts";
import type { ApprovalRequest, Tool, ToolContext, ToolResult } from "../tools/tool.ts";
import type { CallKeeper, PendingConfirmation } from "../trip/ports.ts";
import { hashOfCall } from "./call-hash.ts";
import { ask, type Dialogue } from "./dialogue.ts";

export interface Confirming {
  tool: Tool;
  args: Record<string, unknown>;
  /** As the caller gives it back; only where nobody could be asked by a form. */
  code: string | undefined;
  dialogue: Dialogue;
  calls: CallKeeper;
}

const STALE = "That was agreed to before, or not for this call, or more than ten minutes ago: please look again.";

/** `null` when the call may be made; otherwise what to answer in its place. Nothing has been done then. */
export async function unconfirmed(
  confirming: Confirming,
  context: ToolContext,
): Promise<ToolResult | InputRequiredResult | null> {
  const { tool, args, dialogue } = confirming;
  const asked = await tool.approvalFor(args, context);
  if (!asked) return null;
  return dialogue.canAsk ? byForm(confirming, asked) : byCode(confirming, asked);
}

/** A code of one way is none of the other: a model must not pass on what only its client was told. */
const pendingOf = ({ tool, args }: Confirming, asked: ApprovalRequest, way: string): PendingConfirmation => ({
  tool: tool.name,
  argumentsHash: hashOfCall(tool, args, { asked, way }),
});

async function byForm(
  confirming: Confirming,
  asked: ApprovalRequest,
): Promise<ToolResult | InputRequiredResult | null> {
  const { tool, args, calls, dialogue } = confirming;
  const { answer, remembered } = dialogue;
  const pending = pendingOf(confirming, asked, "form");
  const isAnswered = answer !== null && remembered.code !== undefined;
  if (isAnswered && remembered.code && (await calls.useConfirmation(remembered.code, pending))) {
    return answer.action === "accept" && answer.content[AGREED] === true ? null : refused(tool, args);
  }
  if (isAnswered && answer.action !== "accept") return refused(tool, args);
  const { code } = await calls.askConfirmation(pending);
  const { summary, changes } = asked;
  const lines = [...(isAnswered ? [STALE] : []), summary, ...changes.map((change) => `- ${change}`)];
  return ask({ message: lines.join("\n"), requestedSchema: YES_OR_NO }, { ...remembered, asked: [], code });
}

const AGREED = "agreed";
const YES_OR_NO = {
  type: "object" as const,
  properties: { [AGREED]: { type: "boolean" as const, title: "Yes, do it" } },
  required: [AGREED],
};

/** No error, since nothing went wrong, and not `ok`, since nothing was done: the person has to say what they want. */
function refused({ title }: Tool, request: Record<string, unknown>): ToolResult {
  const message = `Not done: the person did not agree to “${title}”, and nothing was changed. Ask them what they want instead.`;
  return {
    status: "needs_input",
    request: echoed(request),
    notices: [message],
    error: { code: "not_approved", message, details: {} },
  };
}

async function byCode(confirming: Confirming, { summary, changes }: ApprovalRequest): Promise<ToolResult | null> {
  const { args, calls, code } = confirming;
  const pending = pendingOf(confirming, { summary, changes }, "code");
  if (code !== undefined && (await calls.useConfirmation(code, pending))) return null;
  const { code: confirmation } = await calls.askConfirmation(pending);
  const message = `${summary} ${changes.join(" ")}`;
  const notice = `Nothing is changed yet. Show this to the person, and only when they agree make the same call again with confirmation "${confirmation}": it holds once, for ten minutes.`;
  return {
    ...{ status: "needs_input", request: echoed(args), notices: code === undefined ? [notice] : [STALE, notice] },
    error: { code: "needs_input", message, details: { summary, changes, confirmation } },
  };
}
