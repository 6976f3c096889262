/**
 * Admission as an editor wrote it in English ("€12", "free", "Adults 12 €, children 6 €") where every word is
 * understood. A price nobody said for adults, a range or a sign of several currencies says at most that one pays.
 */
import { type Amount, amountAtStart } from "./currencies.ts";

export interface FreeTextPrice {
  readonly pricing?: "free" | "paid" | "donation";
  readonly admission?: Amount;
}

const FREE =
  /^(?:(?:entry|entrance|admission|it)(?: is)?:? free|free(?: (?:entry|entrance|admission|of charge|to enter|for (?:all|everyone)))?|gratis|no (?:charge|fee|(?:entry|entrance|admission) (?:fee|charge)))$/;
const DONATION =
  /^(?:(?:free|free entry|free admission)[,;]? \(?(?:but )?)?(?:by |a )?(?:suggested |recommended |voluntary )?donations?(?: (?:welcome|appreciated|requested|suggested|accepted))?(?: (?:of )?(?<amount>.+?))?\)?$|^(?<before>.+?) (?:suggested |recommended )donation$/;
const ADULT =
  /^\(?(?:for )?(?:(?:per )?adults?|adult (?:ticket|admission)|general admission|general|standard|regular|full price)\)?:?(?![a-z])/;
const OTHER =
  /^\(?(?:for )?(?:child(?:ren)?|kids?|students?|seniors?|pensioners?|concessions?|concession|reduced|discounted|youths?|teens?|infants?|famil(?:y|ies)|(?:children |kids )?(?:under|below) \d{1,2}s?|under-\d{1,2}s|ages? \d{1,2}-\d{1,2})\)?:?(?![a-z])/;
const EACH = /^\(?(?:per person|a person|p\.?p\.?|each|entry|entrance(?: fee)?|admission)\)?:?(?![a-z])/;
const FREE_WORD = /^free\b/;
const SEPARATOR = /^\s*(?:[,;/]|and\b|&)\s*/;
const VAGUE = /^(?:from|around|about|approx\.?|approximately|ca?\.|~)\s*/;
const RANGE = /^([^\d]*?)\s?(\d+(?:[.,]\d+)?)\s?-\s?(\d+(?:[.,]\d+)?)\s?([^\d]*)$/;

type Label = "adult" | "other" | "each" | null;
interface Item {
  readonly amount: Amount | "free";
  readonly label: Label;
}

const LABELS: readonly (readonly [RegExp, Exclude<Label, null>])[] = [
  [ADULT, "adult"],
  [OTHER, "other"],
  [EACH, "each"],
];

function labelAt(text: string): { label: Label; length: number } {
  const space = /^\s*/.exec(text)?.[0].length ?? 0;
  for (const [words, label] of LABELS) {
    const match = words.exec(text.slice(space));
    if (match) return { label, length: space + match[0].length };
  }
  return { label: null, length: 0 };
}

/** "adults €12", "€12 adults", "children free". */
function itemAt(text: string): { item: Item; length: number } | null {
  const before = labelAt(text);
  const space = /^\s*/.exec(text.slice(before.length))?.[0].length ?? 0;
  const at = before.length + space;
  const found = amountAtStart(text.slice(at));
  const length = found?.length ?? FREE_WORD.exec(text.slice(at))?.[0].length;
  if (length === undefined) return null;
  const amount = found?.amount ?? "free";
  if (before.label !== null) return { item: { amount, label: before.label }, length: at + length };
  const after = labelAt(text.slice(at + length));
  return { item: { amount, label: after.label }, length: at + length + after.length };
}

/** `null` unless all of the text is items. */
function itemsOf(text: string): Item[] | null {
  const items: Item[] = [];
  for (let rest = text; rest !== ""; ) {
    const found = itemAt(rest);
    if (!found) return null;
    items.push(found.item);
    rest = rest.slice(found.length).trimStart();
    const separator = SEPARATOR.exec(rest);
    if (rest !== "" && !separator && !rest.startsWith("(")) return null;
    rest = rest.slice(separator?.[0].length ?? 0);
  }
  return items;
}

/** What an adult pays: said of adults, or the one amount said of nobody else. */
function adultAmount(items: readonly Item[]): Amount | "free" | null {
  const adults = items.filter(({ label }) => label === "adult");
  const unsaid = items.filter(({ label }) => label === null || label === "each");
  if (adults.length === 1 && unsaid.length === 0) return adults[0]?.amount ?? null;
  return adults.length === 0 && unsaid.length === 1 && items[0] === unsaid[0] ? (unsaid[0]?.amount ?? null) : null;
}

interface AmountRange {
  readonly low: string;
  readonly high: string;
  readonly currency: string;
}

/** "€10-20", "10-20 €": all of the text, the currency said once. */
function rangeOf(text: string): AmountRange | null {
  const [, before = "", low = "", high = "", after = ""] = RANGE.exec(text) ?? [];
  if ((before === "") === (after === "")) return null;
  const start = amountAtStart(`${before}${low}${after}`)?.amount;
  const end = amountAtStart(`${before}${high}${after}`)?.amount;
  if (!start || !end || Number(start.amount) > Number(end.amount)) return null;
  return { low: start.amount, high: end.amount, currency: end.currency };
}

function amountOf(text: string): Amount | null {
  const found = amountAtStart(text);
  return found?.length === text.length ? found.amount : null;
}

/** "from €5", "€5-8": one pays, how much is not certain. */
function isVaguelyPaid(text: string): boolean {
  const vague = VAGUE.exec(text)?.[0] ?? "";
  const rest = text.slice(vague.length);
  const low = rangeOf(rest)?.low ?? (vague === "" ? undefined : amountOf(rest)?.amount);
  return Number(low ?? 0) > 0;
}

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/(?<!p)\.$/, "");
}

/** Empty where nothing is certain. */
export function readFreeTextPrice(text: string): FreeTextPrice {
  const words = normalised(text);
  if (FREE.test(words)) return { pricing: "free" };
  const donation = DONATION.exec(words);
  if (donation) {
    const amount = donation.groups?.amount ?? donation.groups?.before;
    return amount === undefined || amountOf(amount) ? { pricing: "donation" } : {};
  }
  const items = itemsOf(words);
  const adult = items && adultAmount(items);
  if (adult === "free" || (adult && Number(adult.amount) === 0)) {
    return items?.length === 1 || items?.every(({ amount }) => amount === "free") ? { pricing: "free" } : {};
  }
  if (adult) return { pricing: "paid", admission: adult };
  return isVaguelyPaid(words) ? { pricing: "paid" } : {};
}

const A_PERSON = /^(.+?) ?(?:per person|a person|p\.?p\.?|per head|a head)$/;

/** What a meal costs a person: only where the text says that it is a person's. */
export function readFreeTextSpend(text: string): AmountRange | null {
  const said = A_PERSON.exec(normalised(text))?.[1];
  if (said === undefined) return null;
  const single = amountOf(said);
  return single ? { low: single.amount, high: single.amount, currency: single.currency } : rangeOf(said);
}
