/**
 * Tools with a script for a database: a handful of cities and places, answered in the exact shape of
 * the real tools (every answer is parsed by the real tool's own output schema, every call by its input
 * schema). So a test can drive the offline model through a whole conversation without a database.
 */
import type { LanguageModelV4, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { getTool } from "../../../tools/registry.ts";
import type { ToolResult } from "../../../tools/tool.ts";
import { addDays, datesFrom, daysBetween } from "../../../trip/calendar.ts";
import type { Violation } from "../../../trip/verdict.ts";
import { CITIES, hitOf, idOf, rowOf } from "./scripted-cities.ts";

export const TODAY = "2026-11-22";

export interface Script {
  /** Answers in place of the tool's own, in the order of its calls; `undefined` leaves the tool to itself. */
  refusals?: Record<string, { code: string; message: string }>;
  /** Violations of the first plan, the second and so on; none when there are no more. */
  verdicts?: Violation[][];
}

type Answer = Record<string, unknown>;
const fields = (input: unknown): Record<string, unknown> => ({ ...(input as Record<string, unknown>) });

function searchCities({ query, countryCode, limit }: Record<string, unknown>): Answer {
  const cities = CITIES.flatMap((row) => {
    const how = row.found[String(query).toLowerCase()];
    return how && (!countryCode || row.country[0] === countryCode) ? [hitOf(row, how)] : [];
  }).slice(0, Number(limit ?? 5));
  return { status: cities.length > 0 ? "ok" : "empty", cities };
}

function placeOf(name: string, city: string): Answer {
  return {
    id: idOf(name),
    cityId: city,
    name,
    nameLocal: null,
    type: "landmark",
    categories: ["architecture"],
    location: { lat: 40, lon: 10 },
    address: null,
    visitMinutes: 60,
    admission: null,
    mealEstimate: null,
    crowdedness: null,
    wheelchair: null,
    diets: [],
    bookingNeeded: null,
    popularity: 0.9,
    isOffbeat: false,
    tags: [],
    description: null,
    source: "scripted",
    sourceDate: "2026-11-22",
    distanceMeters: null,
    hoursKnown: true,
  };
}

function searchAttractions({ cityId: id, text }: Record<string, unknown>): Answer {
  const words = String(text).toLowerCase().split(" ");
  const places = (rowOf(String(id))?.places ?? [])
    .filter((name) => words.some((word) => name.toLowerCase().includes(word)))
    .map((name) => placeOf(name, String(id)));
  return { status: places.length > 0 ? "ok" : "empty", places, total: places.length };
}

const BUDGET = { currency: "EUR", known: 5_800, estimatedLow: 64_000, estimatedHigh: 90_000, missing: [], lines: [] };
export const TRIP_ID = idOf("the trip");

function createTrip(input: Record<string, unknown>): Answer {
  const args = fields(getTool("create_trip").input.parse(input));
  const named = args.cityIds as string[];
  const cityIds = args.orderIsOpen ? named.toReversed() : named;
  const [start, end] = [String(args.startDate), String(args.endDate)];
  const total = daysBetween(start, end);
  const nights =
    (args.nights as number[] | undefined) ??
    cityIds.map((_, index) => (index === 0 ? total - (cityIds.length - 1) : 1));
  let arrivalDate = start;
  const destinations = cityIds.map((id, index) => {
    const row = rowOf(id);
    const departureDate = addDays(arrivalDate, nights[index] ?? 0);
    const stay = { cityId: id, name: row?.name ?? "", countryCode: row?.country[0] ?? "", arrivalDate, departureDate };
    arrivalDate = departureDate;
    return stay;
  });
  const { originAirport, budgetAmount, budgetCurrency } = args;
  return {
    status: "ok",
    trip: {
      id: TRIP_ID,
      title: "A trip",
      startDate: start,
      endDate: end,
      travelers: args.travelers,
      childAges: args.childAges,
      origin: originAirport ? { name: "Home", iataCode: originAirport, location: { lat: 52, lon: 13 } } : null,
      destinations,
      budget: budgetAmount ? { amountMinor: Number(budgetAmount) * 100, currency: budgetCurrency ?? "EUR" } : null,
      wishes: {
        interests: (args.interests as string[]).map((category) => ({ category, priority: 5 })),
        pace: args.pace,
        style: args.style ?? "mid_range",
        diets: args.diets,
        accessibility: args.accessibility,
        avoidCrowds: args.avoidCrowds,
        preferOffbeat: args.preferOffbeat,
        mustSee: args.mustSee,
      },
      assumptions: args.assumptions,
    },
  };
}

function daysOf(trip: Answer, avoid: readonly string[]): Answer[] {
  const { startDate, endDate, destinations } = trip as {
    startDate: string;
    endDate: string;
    destinations: { cityId: string; arrivalDate: string }[];
  };
  return datesFrom(startDate, endDate).map((date, index) => {
    const id = destinations.findLast(({ arrivalDate }) => date >= arrivalDate)?.cityId ?? "";
    const row = rowOf(id);
    const places = (row?.places ?? []).filter((name) => !avoid.includes(idOf(name)));
    const title = places[index % Math.max(1, places.length)];
    const items = title
      ? [
          {
            id: idOf(`${date} ${title}`),
            itemKey: `k${index}`,
            type: "attraction",
            title,
            placeId: idOf(title),
            startTime: "10:00",
            endTime: "11:30",
            endsNextDay: false,
            locked: false,
          },
        ]
      : [];
    return { dayNumber: index + 1, date, city: { id, name: row?.name ?? "" }, items };
  });
}

/** One conversation: the messages so far, and every call with its arguments. */
export class Conversation {
  readonly prompt: LanguageModelV4Prompt = [{ role: "system", content: "You plan trips." }];
  readonly calls: { name: string; input: Record<string, unknown> }[] = [];
  readonly #model: LanguageModelV4;
  readonly #script: Script;
  #trip: Answer | null = null;
  #plans = 0;

  constructor(model: LanguageModelV4, script: Script = {}) {
    this.#model = model;
    this.#script = script;
  }

  #answerOf(name: string, input: Record<string, unknown>): Answer {
    const refusal = this.#script.refusals?.[name];
    if (refusal) return { status: "error", error: { ...refusal, details: {} } };
    if (name === "search_cities") return searchCities(input);
    if (name === "search_attractions") return searchAttractions(input);
    if (name === "create_trip") {
      const answer = createTrip(input);
      this.#trip = answer.trip as Answer;
      return answer;
    }
    if (name === "plan_itinerary") return this.#plan(input);
    if (name === "get_trip")
      return { status: "ok", trip: this.#trip, itinerary: this.#stored(), verdict: { ok: true, violations: [] } };
    if (name === "check_itinerary")
      return { status: "ok", verdict: { ok: true, violations: [] }, budget: BUDGET, version: this.#plans };
    if (name === "record_feedback") return { status: "ok", feedbackId: idOf("feedback") };
    const estimate = { lowMinor: 10_000, highMinor: 20_000, currency: "EUR", method: "distance", asOf: "2026-11-01" };
    const links = [{ provider: "Example Travel", url: "https://example.org/" }];
    return {
      status: "estimate_only",
      estimate,
      links,
      cachedAt: null,
      ...(name === "search_flights" ? { flights: [] } : { stays: [] }),
    };
  }

  /** The newest version as `get_trip` shows it, with every field of an item. */
  #stored(): Answer {
    const rest = {
      location: null,
      cost: null,
      status: "planned",
      locked: false,
      reason: null,
      confidence: null,
      travelFromPrevious: null,
    };
    const days = daysOf(this.#trip ?? {}, []).map((day) => ({
      ...day,
      items: (day.items as Answer[]).map((item) => ({ ...item, ...rest })),
    }));
    return {
      id: idOf("itinerary"),
      version: this.#plans,
      parentId: null,
      isSelected: true,
      aiModelVersion: null,
      days,
    };
  }

  #plan(input: Record<string, unknown>): Answer {
    const violations = this.#script.verdicts?.[this.#plans] ?? [];
    this.#plans += 1;
    const ok = violations.every(({ severity }) => severity !== "error");
    return {
      status: "ok",
      itinerary: {
        id: idOf("itinerary"),
        version: this.#plans,
        isSelected: ok,
        days: daysOf(this.#trip ?? {}, (input.avoid as string[]) ?? []),
      },
      verdict: { ok, violations },
      budget: BUDGET,
      leftOut: [],
    };
  }

  #run(name: string, input: Record<string, unknown>): ToolResult {
    const tool = getTool(name);
    const parsed = tool.input.safeParse(input);
    if (!parsed.success) throw new Error(`${name} would refuse ${JSON.stringify(input)}: ${parsed.error.message}`);
    return tool.output.parse({ request: fields(parsed.data), notices: [], ...this.#answerOf(name, fields(input)) });
  }

  /** A message of the traveller, or of the graph; returns the model's final words. */
  async say(text: string): Promise<string> {
    this.prompt.push({ role: "user", content: [{ type: "text", text }] });
    for (let step = 0; step < 12; step += 1) {
      const { content, finishReason } = await this.#model.doGenerate({ prompt: this.prompt });
      const calls = content.filter((part) => part.type === "tool-call");
      if (calls.length === 0) {
        if (finishReason.unified !== "stop") throw new Error("An answer must finish with stop");
        const words = content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
        this.prompt.push({ role: "assistant", content: [{ type: "text", text: words }] });
        return words;
      }
      this.#answer(calls);
    }
    throw new Error("The model did not come to an end in 12 steps");
  }

  #answer(calls: readonly { toolCallId: string; toolName: string; input: string }[]): void {
    const parsed = calls.map(({ toolCallId, toolName, input }) => ({
      toolCallId,
      toolName,
      input: JSON.parse(input) as Record<string, unknown>,
    }));
    this.calls.push(...parsed.map(({ toolName, input }) => ({ name: toolName, input })));
    this.prompt.push({
      role: "assistant",
      content: parsed.map((call) => ({ type: "tool-call" as const, ...call })),
    });
    this.prompt.push({
      role: "tool",
      content: parsed.map(({ toolCallId, toolName, input }) => ({
        type: "tool-result" as const,
        toolCallId,
        toolName,
        output: { type: "json" as const, value: JSON.parse(JSON.stringify(this.#run(toolName, input))) },
      })),
    });
  }

  callsOf(name: string): Record<string, unknown>[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input);
  }
}
