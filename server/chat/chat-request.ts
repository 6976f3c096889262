/**
 * What a page or a script may send, and what of it counts: the traveller's last words, or their answers to what the last
 * reply asked. The rest of a page's messages is what we sent it, and is not believed.
 */
import { z } from "@hono/zod-openapi";
import { TripwrightError } from "../../trip/errors.ts";

const MAX_CHARACTERS = 8_000;
const MAX_ANSWERS = 20;
/** In paths and in checkpoints, so a name and nothing else. */
export const nameSchema = z
  .string()
  .regex(/^(?!\.{1,2}$)[\w.:~-]{1,100}$/, "expected 1 to 100 letters, digits, and . _ : ~ -");

const timeZoneSchema = z.string().max(64).refine(isTimeZone, "expected a time zone such as Europe/Lisbon");
const answerSchema = z.object({ id: z.string().max(200), approved: z.boolean() });

export const chatBodySchema = z
  .object({
    id: nameSchema.optional().describe("the conversation, as `useChat` names it"),
    messages: z
      .array(z.unknown())
      .max(10_000)
      .optional()
      .describe("as `useChat` sends them; of these, the last one counts"),
    trigger: z.enum(["submit-message", "regenerate-message"]).optional(),
    messageId: z.string().max(200).nullish(),
    threadId: nameSchema.optional().describe("the conversation, without `useChat`; a new one when left out"),
    text: z.string().optional().describe("the traveller's words, without `useChat`"),
    approvals: z.array(answerSchema).min(1).max(MAX_ANSWERS).optional().describe("answers, without `useChat`"),
    timeZone: timeZoneSchema.optional().describe("where the traveller is, such as Europe/Lisbon"),
    tripId: z.uuid().nullish().describe("the trip that the conversation is about, where there is one already"),
    model: z.string().max(200).optional().describe("another model than the server's own, such as openai:gpt-5"),
  })
  .openapi("ChatRequest");
export type ChatBody = z.infer<typeof chatBodySchema>;

export interface ChatAnswer {
  approvalId: string;
  isApproved: boolean;
}
export type Said =
  | { kind: "words"; messageId: string; text: string }
  | { kind: "answers"; replyId: string | null; answers: ChatAnswer[] }
  /** The last words once more. */
  | { kind: "again" };

export interface ChatRequest {
  threadId: string;
  said: Said;
  timeZone: string | null;
  tripId: string | null;
  model: string | null;
}

const messageSchema = z.looseObject({
  id: nameSchema,
  role: z.string(),
  parts: z.array(z.looseObject({ type: z.string() })),
});
type Message = z.infer<typeof messageSchema>;
const textSchema = z.looseObject({ type: z.literal("text"), text: z.string() });
const answeredSchema = z.looseObject({
  state: z.literal("approval-responded"),
  approval: z.looseObject({ id: z.string().max(200), approved: z.boolean() }),
});

/** Throws `invalid_input` and `empty_request`. */
export function readChatRequest(body: ChatBody, newId: () => string): ChatRequest {
  const { id, threadId = id ?? newId(), timeZone = null, tripId, model = null } = body;
  return { threadId, said: saidIn(body, newId), timeZone, tripId: tripId ?? null, model };
}

function saidIn({ messages = [], trigger, text, approvals }: ChatBody, newId: () => string): Said {
  if (approvals) {
    const answers = approvals.map((answer) => ({ approvalId: answer.id, isApproved: answer.approved }));
    return { kind: "answers", replyId: null, answers };
  }
  if (text !== undefined) return { kind: "words", messageId: newId(), text: usable(text) };
  const last = messages.length > 0 ? read(messages.at(-1)) : null;
  if (last?.role === "user") return { kind: "words", messageId: last.id, text: usable(textOf(last)) };
  if (trigger === "regenerate-message") return { kind: "again" };
  const answers = last?.role === "assistant" ? answersIn(last) : [];
  if (last && answers.length > 0) return { kind: "answers", replyId: last.id, answers };
  throw new TripwrightError(
    "invalid_input",
    "Expected the last message to be the traveller's words or to hold their answers, got neither. Send `text`, or `messages` as useChat does.",
  );
}

function read(message: unknown): Message {
  const parsed = messageSchema.safeParse(message);
  if (parsed.success) return parsed.data;
  const said = z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, " ");
  throw new TripwrightError("invalid_input", `Expected the last message as the AI SDK sends it. ${said}`);
}

function textOf({ parts }: Message): string {
  return parts
    .flatMap((part) => textSchema.safeParse(part).data ?? [])
    .map(({ text }) => text)
    .join("\n");
}

function usable(text: string): string {
  const words = text.replaceAll("\0", "").toWellFormed().trim();
  if (words === "") {
    throw new TripwrightError(
      "empty_request",
      'Expected a message in your own words, got nothing. Try: "4 days in Lisbon in May for two".',
    );
  }
  if (words.length <= MAX_CHARACTERS) return words;
  const message = `Expected a message of at most ${MAX_CHARACTERS} characters, got ${words.length}. Say it shorter.`;
  throw new TripwrightError("invalid_input", message, { length: words.length });
}

function answersIn({ parts }: Message): ChatAnswer[] {
  const answered = parts.flatMap((part) => answeredSchema.safeParse(part).data ?? []);
  return answered.slice(0, MAX_ANSWERS).map(({ approval: { id: approvalId, approved: isApproved } }) => ({
    approvalId,
    isApproved,
  }));
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
