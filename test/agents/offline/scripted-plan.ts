/**
 * A conversation about a plan as the graph leads it: each turn's message begins with the trip as it stands, calls and
 * results of earlier turns are gone, words stay. Tools answer from a script, in the shapes that the model is told of.
 */
import type { LanguageModelV4, LanguageModelV4Message } from "@ai-sdk/provider";
import { contextText, type TurnContext } from "../../../agents/turn-context.ts";
import { lisbonAndPorto } from "../../trip/text/follow-ups/lisbon-and-porto.ts";

export const TODAY = "2027-05-01";
export const TRIP = "00000000-0000-4000-8000-000000000001";

type Trip = NonNullable<TurnContext["trip"]>;

export function contextOf(changes: Partial<Trip> = {}): TurnContext {
  const { startDate, endDate, cities, days } = lisbonAndPorto();
  return {
    today: TODAY,
    weekday: "saturday",
    timeZone: null,
    preferences: {},
    trip: {
      id: TRIP,
      title: "5 days in Lisbon and Porto",
      ...{ startDate, endDate, travelers: 2, childAges: [] },
      cities: [...cities],
      ...{ budget: null, pace: "moderate", interests: ["museums"], stays: [], origin: null },
      ...{ version: 3, previousVersion: 2, proposedVersion: null },
      days: days.map(({ day, date, city, stops }) => ({
        ...{ day, date, weekday: "someday", city },
        stops: stops.map(({ position, kind, start, end, title, marks }) => [
          position,
          kind,
          start,
          end,
          title,
          [...marks],
        ]),
      })),
      ...changes,
    },
  };
}

export type Answers = Record<string, unknown>;
interface Call {
  name: string;
  input: Record<string, unknown>;
}

const MOST_STEPS = 12;

export class PlanConversation {
  calls: Call[] = [];
  context: TurnContext = contextOf();
  /** By tool; a function sees the arguments. */
  answers: Answers = {};
  readonly #model: LanguageModelV4;
  readonly #words: LanguageModelV4Message[] = [];

  constructor(model: LanguageModelV4, answers: Answers = {}) {
    this.#model = model;
    this.answers = answers;
  }

  #resultOf({ name, input }: Call): unknown {
    const scripted = this.answers[name];
    if (scripted === undefined) throw new Error(`${name} was called with ${JSON.stringify(input)}, and has no script`);
    const result: unknown = typeof scripted === "function" ? scripted(input) : scripted;
    return JSON.parse(JSON.stringify(result));
  }

  /** Tells what was said at the end; what was called is in `calls`. */
  async say(text: string): Promise<string> {
    this.calls = [];
    const prompt: LanguageModelV4Message[] = [
      { role: "system", content: "You plan trips." },
      ...this.#words,
      {
        role: "user",
        content: [
          { type: "text", text: contextText(this.context) },
          { type: "text", text },
        ],
      },
    ];
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const { content } = await this.#model.doGenerate({ prompt });
      const calls = content.filter((part) => part.type === "tool-call");
      if (calls.length === 0) {
        const answer = content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
        this.#words.push(
          { role: "user", content: [{ type: "text", text }] },
          { role: "assistant", content: [{ type: "text", text: answer }] },
        );
        return answer;
      }
      for (const { toolCallId, toolName, input } of calls) {
        const call: Call = { name: toolName, input: JSON.parse(input) };
        this.calls.push(call);
        prompt.push({
          role: "assistant",
          content: [{ type: "tool-call", toolCallId, toolName, input: call.input }],
        });
        const value = JSON.parse(JSON.stringify(this.#resultOf(call)));
        prompt.push({
          role: "tool",
          content: [{ type: "tool-result", toolCallId, toolName, output: { type: "json", value } }],
        });
      }
    }
    throw new Error(`The model did not come to an end in ${MOST_STEPS} steps`);
  }
}

const verdict = { ok: true, violations: [] };

/** An edit that was made at once. */
export const applied = (...changes: string[]): unknown => {
  return { status: "ok", applied: true, changes, verdict, itinerary: { version: 4 }, notDone: [], notices: [] };
};

/** An edit that waits for the traveller's word. */
export const proposed = (...changes: string[]): unknown => {
  const notices = ["A proposal only, as it takes something away: call select_itinerary with version 4."];
  return { status: "ok", applied: false, changes, verdict, itinerary: { version: 4 }, notDone: [], notices };
};

export const refused = (code: string, message: string): unknown => {
  return { status: "error", notices: [], error: { code, message, details: {} } };
};
