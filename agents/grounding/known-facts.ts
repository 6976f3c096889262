/**
 * What a conversation may speak of: the names, times and amounts that its tools returned or its traveller brought up.
 * A compact set, as it stays with the thread; everything is kept in the form it is compared in.
 */
import { z } from "zod";
import type { ToolResult } from "../../tools/tool.ts";
import { estimateSchema, minorDigits } from "../../trip/money.ts";
import type { TurnContext } from "../turn-context.ts";
import { amountsIn } from "./amounts.ts";
import { nameWords, runsIn } from "./names.ts";
import { instantTimesIn, timeOfMinute, timesIn } from "./times.ts";

export interface KnownFacts {
  /** Words of a name as one text: "jeronimos monastery mosteiro dos jeronimos". */
  names: string[];
  /** HH:MM. */
  times: string[];
  /** Currency, or nothing where none was said, and the amount in whole units: "EUR 12.5". */
  amounts: string[];
}

export const NOTHING_KNOWN: KnownFacts = { names: [], times: [], amounts: [] };

/** A long conversation forgets what it has not heard for longest. */
const MOST = { names: 4_000, times: 1_440, amounts: 3_000 };

function merged(lists: readonly (readonly string[])[], most: number): string[] {
  // Said again is said last.
  const all = new Set<string>();
  for (const item of lists.flat()) {
    all.delete(item);
    all.add(item);
  }
  return [...all].slice(-most);
}

export function mergeFacts(...all: readonly KnownFacts[]): KnownFacts {
  return {
    names: merged(
      all.map(({ names }) => names),
      MOST.names,
    ),
    times: merged(
      all.map(({ times }) => times),
      MOST.times,
    ),
    amounts: merged(
      all.map(({ amounts }) => amounts),
      MOST.amounts,
    ),
  };
}

/** Longer ones are sentences: what is written large in them counts, not all of their words together. */
const LONGEST_NAME = 90;

function textFacts(text: string): KnownFacts {
  const isName = text.length <= LONGEST_NAME;
  const names = isName ? [text] : runsIn(text).map((run) => run.text);
  return {
    names: names.map((name) => nameWords(name).join(" ")).filter(Boolean),
    times: [...timesIn(text).map(({ time }) => time), ...instantTimesIn(text)],
    amounts: amountsIn(text).map(({ currencies: [currency, other], amount }) =>
      amountKey(currency && !other ? currency : null, amount),
    ),
  };
}

export function amountKey(currency: string | null, amount: number): string {
  return currency ? `${currency} ${amount}` : String(amount);
}

/** All of a traveller's own words are known, in whatever way they wrote them. */
export function factsInWords(text: string): KnownFacts {
  const whole = text.split(/[\n.;!?]+/).map((sentence) => nameWords(sentence).join(" "));
  return mergeFacts(textFacts(text), { ...NOTHING_KNOWN, names: whole.filter(Boolean) });
}

type Fields = Record<string, unknown>;
/** Opaque to a reader, and full of letters that look like names or digits that look like prices. */
const OPAQUE = /(?:^id|Id|Ids|Key|Keys|url|link|hash)$/;
const NAME_FIELD = /^(?:name|nameLocal|title|propertyName|cityName|placeName|region|countryName|address)$/;

function minorAmounts(fields: Fields): string[] {
  const { currency } = fields;
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return [];
  const unit = 10 ** minorDigits(currency);
  const numbers = Object.values(fields).filter((value) => typeof value === "number" && Number.isInteger(value));
  return numbers.map((value) => amountKey(currency, Number(value) / unit));
}

/** One place may go by several names: their words count together. */
function nameOf(fields: Fields): string[] {
  const names = Object.entries(fields).flatMap(([key, value]) =>
    NAME_FIELD.test(key) && typeof value === "string" ? [value] : [],
  );
  return names.length > 1 ? [nameWords(names.join(" ")).join(" ")] : [];
}

class Collector {
  readonly facts: KnownFacts = { names: [], times: [], amounts: [] };

  add({ names, times, amounts }: KnownFacts): void {
    this.facts.names.push(...names);
    this.facts.times.push(...times);
    this.facts.amounts.push(...amounts);
  }

  visit(value: unknown, key = ""): void {
    if (typeof value === "string") this.add(textFacts(value));
    else if (typeof value === "number" && /minute$/i.test(key)) this.facts.times.push(timeOfMinute(value));
    else if (Array.isArray(value)) for (const item of value) this.visit(item, key);
    else if (value !== null && typeof value === "object") this.visitFields({ ...value });
  }

  visitFields(fields: Fields): void {
    this.facts.amounts.push(...minorAmounts(fields));
    this.facts.names.push(...nameOf(fields));
    for (const [key, value] of Object.entries(fields)) if (!OPAQUE.test(key)) this.visit(value, key);
  }
}

function factsIn(values: readonly unknown[]): KnownFacts {
  const collector = new Collector();
  for (const value of values) collector.visit(value);
  return mergeFacts(collector.facts);
}

const estimatedSchema = z.looseObject({
  estimate: estimateSchema.pick({ lowMinor: true, highMinor: true, currency: true }),
});

/** Estimates of one step, for every leg or every stay, may be told together. */
function summedEstimates(results: readonly ToolResult[]): { currency: string; lowMinor: number; highMinor: number }[] {
  const sums = new Map<string, { currency: string; lowMinor: number; highMinor: number }>();
  for (const result of results) {
    const estimated = estimatedSchema.safeParse(result);
    if (!estimated.success) continue;
    const { currency, lowMinor, highMinor } = estimated.data.estimate;
    // A search says what it was for in its request: nights belong to nights, flights to flights.
    const kind = `${currency} ${Object.keys(result.request).sort().join(" ")}`;
    const sum = sums.get(kind) ?? { currency, lowMinor: 0, highMinor: 0 };
    sums.set(kind, { currency, lowMinor: sum.lowMinor + lowMinor, highMinor: sum.highMinor + highMinor });
  }
  return [...sums.values()];
}

export function factsInResults(results: readonly ToolResult[]): KnownFacts {
  return factsIn([...results, ...summedEstimates(results)]);
}

export function factsInContext(context: TurnContext): KnownFacts {
  return factsIn([context]);
}
