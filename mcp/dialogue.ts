/**
 * What has passed between a call and the person behind it: a client that can show a form asks them and sends the same
 * call again with their answer and what we told it to remember. Whatever it sends back is its own word: answers are no
 * more than arguments, which it could have sent as well, and a yes counts only with a code that we keep ourselves.
 */
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { missingFactSchema } from "../tools/missing-facts.ts";

type FormAnswer =
  | { action: "accept"; content: Readonly<Record<string, unknown>> }
  | { action: "decline" | "cancel" }
  | null;

const fieldSchema = missingFactSchema.shape.field;
const MOST_ANSWERS = 50;
const rememberedSchema = z.object({
  /** How often facts have been asked for. */
  rounds: z.int().min(0).default(0),
  /** By argument: what the person has said in earlier rounds. */
  answers: z
    .record(fieldSchema, z.union([z.string().max(1_000), z.number(), z.boolean()]))
    .refine((answers) => Object.keys(answers).length <= MOST_ANSWERS)
    .default({}),
  /** The facts that this round's form asks for. */
  asked: z
    .array(missingFactSchema.pick({ field: true, kind: true }))
    .max(MOST_ANSWERS)
    .default([]),
  /** Of the question for a yes that this round's form asks. */
  code: z.string().max(100).optional(),
});
export type Remembered = z.infer<typeof rememberedSchema>;

export interface Dialogue {
  canAsk: boolean;
  remembered: Remembered;
  /** `null` where the person was not asked. */
  answer: FormAnswer;
}

type Form = Parameters<typeof inputRequired.elicit>[0];

/** One form at a time, so one name for it. */
const FORM = "form";

const capabilitiesSchema = z.object({
  elicitation: z.object({ form: z.unknown(), url: z.unknown() }).partial(),
});

/** A client that declares elicitation without a mode means forms; one that names another mode only has none. */
function canShowForms(capabilities: unknown): boolean {
  const declared = capabilitiesSchema.safeParse(capabilities).data?.elicitation;
  return declared !== undefined && (declared.form !== undefined || declared.url === undefined);
}

function read(state: unknown): Remembered {
  const text = typeof state === "string" ? Buffer.from(state, "base64url").toString() : "{}";
  const parsed = rememberedSchema.safeParse(jsonOr(text, {}));
  // What we did not write is as good as nothing: whoever sent it is asked from the beginning.
  return parsed.success ? parsed.data : rememberedSchema.parse({});
}

function jsonOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

function answerIn(responses: Record<string, unknown> | undefined): FormAnswer {
  const response = inputResponse(responses, FORM);
  if (response.kind !== "elicit") return null;
  return response.action === "accept"
    ? { action: "accept", content: response.content ?? {} }
    : { action: response.action };
}

/**
 * A request of 2026-07-28 says itself what its client can do; before, the connection knows. Where neither does (2025
 * without a session), nobody can be asked.
 */
export function dialogueOf(
  { envelope, inputResponses, requestState }: ServerContext["mcpReq"],
  ofConnection: ClientCapabilities | undefined,
): Dialogue {
  const ofRequest: Readonly<Record<string, unknown>> | undefined = envelope;
  return {
    canAsk: canShowForms(ofRequest ? ofRequest[CLIENT_CAPABILITIES_META_KEY] : ofConnection),
    remembered: read(requestState()),
    answer: answerIn(inputResponses),
  };
}

export function ask(form: Form, remember: Remembered): InputRequiredResult {
  return inputRequired({
    inputRequests: { [FORM]: inputRequired.elicit(form) },
    requestState: Buffer.from(JSON.stringify(remember)).toString("base64url"),
  });
}
