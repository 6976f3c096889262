/**
 * Who is believed about what. A person who verified a place comes first in everything, then what somebody brought
 * in a file of their own; among the rest it depends on the field, and the tables here say how and why.
 */
import { keyOf, PERSON, type SourcedRecord } from "./stored-record.ts";

type Known = "built-in" | "openstreetmap" | "wikivoyage" | "wikidata" | "overture" | "geonames";
const OWN = "own";
type Voice = Known | typeof OWN;

interface Lasting {
  readonly kind: "lasting";
  /** First to last, whatever the dates. */
  readonly order: readonly Voice[];
  readonly because: string;
}
interface Perishable {
  readonly kind: "perishable";
  /** By how many days a voice may be older and is believed all the same; 0 for who is not named. */
  readonly trustDays: Partial<Record<Voice, number>>;
  readonly because: string;
}
type Rule = Lasting | Perishable;

const YEAR = 365;

export const PRECEDENCE = {
  name: {
    kind: "lasting",
    order: [OWN, "built-in", "wikivoyage", "wikidata", "openstreetmap", "overture", "geonames"],
    because: "guides and labels are in English; a map writes what stands on the sign",
  },
  localName: {
    kind: "lasting",
    order: [OWN, "built-in", "openstreetmap", "wikidata", "wikivoyage", "overture", "geonames"],
    because: "a map writes what stands on the sign",
  },
  type: {
    kind: "lasting",
    order: [OWN, "built-in", "openstreetmap", "wikidata", "overture", "wikivoyage", "geonames"],
    because: "hand-picked first, then tags of the thing itself; a guide only says see, do, eat or drink",
  },
  location: {
    kind: "lasting",
    order: ["openstreetmap", OWN, "overture", "wikidata", "built-in", "wikivoyage", "geonames"],
    because: "drawn on aerial pictures, to a few metres; other coordinates are typed, often coarsely",
  },
  renown: {
    kind: "lasting",
    order: [OWN, "built-in", "wikidata", "wikivoyage", "openstreetmap", "overture", "geonames"],
    because: "an editor weighed it for travellers; counts come from who keeps them",
  },
  words: {
    kind: "lasting",
    order: [OWN, "built-in", "wikivoyage", "wikidata", "openstreetmap", "overture", "geonames"],
    because: "written for travellers, in English",
  },
  visit: {
    kind: "perishable",
    trustDays: { own: 2 * YEAR, "built-in": YEAR, wikivoyage: -YEAR, wikidata: -YEAR, overture: -YEAR },
    because:
      "hours, prices and access change, so the newer word wins; built-in ones were looked over twice while the date " +
      "of an element on the map may be that of another tag, so the map must be a year newer; the others seldom say " +
      "when a single fact was last looked at",
  },
} as const satisfies Record<string, Rule>;
export type FieldGroup = keyof typeof PRECEDENCE;

const KNOWN: readonly string[] = ["built-in", "openstreetmap", "wikivoyage", "wikidata", "overture", "geonames"];

function isKnown(source: string): source is Known {
  return KNOWN.includes(source);
}

/** Every file that is no publisher's is its bringer's own. */
const voiceOf = (source: string): Voice => (isKnown(source) ? source : OWN);

const DAY_MS = 86_400_000;

/** Lower is believed first; a total order, so that no field depends on the order of the records. */
function rankOf(rule: Rule, { source, record }: SourcedRecord): number {
  if (source === PERSON) return Number.NEGATIVE_INFINITY;
  const voice = voiceOf(source);
  if (rule.kind === "lasting") return rule.order.indexOf(voice);
  return -(Date.parse(record.sourceDate) / DAY_MS + (rule.trustDays[voice] ?? 0));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The records in the order in which they are believed about a group of fields; among equals the newer, then by key. */
export function byPrecedence(group: FieldGroup, records: readonly SourcedRecord[]): SourcedRecord[] {
  if (records.length === 1) return [...records];
  const rule: Rule = PRECEDENCE[group];
  return records
    .map((sourced) => ({ sourced, rank: rankOf(rule, sourced) }))
    .sort(
      (a, b) =>
        (a.rank === b.rank ? 0 : a.rank - b.rank) ||
        compareText(b.sourced.record.sourceDate, a.sourced.record.sourceDate) ||
        compareText(keyOf(a.sourced), keyOf(b.sourced)),
    )
    .map(({ sourced }) => sourced);
}
