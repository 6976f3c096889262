/**
 * Facts that a call lacks, asked of the person by a form where the client can show one. Whatever tool it is, its result
 * names them (`tools/missing-facts.ts`); the answers become arguments, and the tool judges them like any others.
 */
import type { InputRequiredResult, PrimitiveSchemaDefinition } from "@modelcontextprotocol/server";
import { z } from "zod";
import { type MissingFact, missingFactSchema } from "../tools/missing-facts.ts";
import type { Tool, ToolResult } from "../tools/tool.ts";
import { ask, type Dialogue, type Remembered } from "./dialogue.ts";

/** Whoever has not said it by then is asked by the assistant, in its own words. */
const MOST_ROUNDS = 3;

const detailsSchema = z.object({ missing: z.array(missingFactSchema).min(1) });

/** A form's names have no dots in them. */
const nameOf = ({ field }: Pick<MissingFact, "field">): string => field.replace(".", "_");

function definitionOf({ question: title, kind, choices }: MissingFact): PrimitiveSchemaDefinition {
  if (choices) {
    return { type: "string", title, oneOf: choices.map(({ value, label }) => ({ const: value, title: label })) };
  }
  if (kind === "count") return { type: "integer", title, minimum: 1 };
  return kind === "date" ? { type: "string", title, format: "date" } : { type: "string", title, minLength: 1 };
}

/** The form for what the result says is missing; `null` when no person could help. */
export function askForMissing(
  tool: Tool,
  { error }: ToolResult,
  { canAsk, remembered }: Dialogue,
): InputRequiredResult | null {
  const parsed = detailsSchema.safeParse(error?.details);
  if (!(canAsk && parsed.success && remembered.rounds < MOST_ROUNDS)) return null;
  const facts = parsed.data.missing;
  if (facts.some(({ from }) => from !== undefined)) return null;
  return ask(
    {
      message: `${tool.title}: ${facts.map(({ question }) => question).join(" ")}`,
      requestedSchema: {
        type: "object",
        properties: Object.fromEntries(facts.map((fact) => [nameOf(fact), definitionOf(fact)])),
        required: facts.filter(({ isOptional }) => !isOptional).map(nameOf),
      },
    },
    {
      rounds: remembered.rounds + 1,
      answers: remembered.answers,
      asked: facts.map(({ field, kind }) => ({ field, kind })),
    },
  );
}

const answerSchema = z.union([z.string().trim().min(1).max(1_000), z.number(), z.boolean()]);

/**
 * What the person has said so far, this round's answers with it; what was not asked for is not heard. Whoever will not
 * say is not asked by another form.
 */
export function withAnswers({ answer, remembered, canAsk }: Dialogue): Dialogue {
  const content = answer?.action === "accept" ? answer.content : {};
  const said = remembered.asked.flatMap((fact) => {
    const value = answerSchema.safeParse(content[nameOf(fact)]);
    return value.success ? [[fact.field, value.data] as const] : [];
  });
  const answers: Remembered["answers"] = { ...remembered.answers, ...Object.fromEntries(said) };
  const isUnwilling = answer !== null && answer.action !== "accept" && remembered.asked.length > 0;
  return { canAsk: canAsk && !isUnwilling, answer, remembered: { ...remembered, answers } };
}

/** `cityIds.0` goes into the list. */
export function merged(
  own: Readonly<Record<string, unknown>>,
  { remembered: { answers } }: Dialogue,
): Record<string, unknown> {
  const args: Record<string, unknown> = { ...own };
  for (const [field, value] of Object.entries(answers)) {
    const [name = "", index] = field.split(".");
    const list: unknown[] = Array.isArray(args[name]) ? [...args[name]] : [];
    if (index !== undefined) list[Math.min(Number(index), list.length)] = value;
    args[name] = index === undefined ? value : list;
  }
  return args;
}
