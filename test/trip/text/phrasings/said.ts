/**
 * What a phrasing must mean, and nothing beside it: a field that is not written down must be empty. Where a
 * reader may choose (the days inside a window, which of two categories) the table gives the bounds instead.
 */
import { daysBetween } from "../../../../trip/calendar.ts";
import type { TripRequest } from "../../../../trip/text/request.ts";
import { understandRequest } from "../../../../trip/text/understand-request.ts";
import { type Meaning, meaningOf } from "../meaning.ts";

export interface Said extends Omit<Meaning, "dates"> {
  /** Exactly these: "2027-05-10 2027-05-13". */
  on?: string;
  /** Somewhere inside. */
  in?: string;
  /** How many, first and last included: "3", "7-8". */
  days?: string;
  /** Names of the destinations, whatever was said about the nights. */
  cities?: string[];
  /** Words that must be admitted as not understood. */
  not?: string[];
  /** Sights to leave out. */
  avoid?: string[];
  /** Fields that people may read in more than one way. */
  free?: (keyof Meaning | "on" | "days")[];
}

export type Phrasing = readonly [text: string, said: Said, today?: string];

const fold = (text: string): string => text.toLowerCase();

/** "bars|wine" is met by either; every word found must be wanted. */
function fits(wanted: readonly string[], found: readonly string[]): boolean {
  const meets = (word: string, option: string): boolean => option.split("|").includes(word);
  return (
    wanted.every((option) => found.some((word) => meets(word, option))) &&
    found.every((word) => wanted.some((option) => meets(word, option)))
  );
}

function faultInDates(said: Said, dates: Meaning["dates"]): string[] {
  const isSaid = said.on !== undefined || said.in !== undefined || said.days !== undefined;
  if (!dates) return isSaid ? ["no dates"] : [];
  const [start, end] = dates;
  const [count, text] = [daysBetween(start, end) + 1, `${start} ${end}`];
  const [from = "", to = "9999"] = (said.in ?? "").split(" ");
  const [least, most = least] = (said.days ?? `${count}`).split("-").map(Number);
  return [
    ...(isSaid ? [] : [`dates ${text} from nowhere`]),
    ...(said.on !== undefined && said.on !== text ? [`${text}, not ${said.on}`] : []),
    ...(start < from || end > to ? [`${text} is not within ${said.in}`] : []),
    ...(count < (least ?? 0) || count > (most ?? 0) ? [`${count} days, not ${said.days}`] : []),
  ];
}

const KEYS = [
  "to",
  "order",
  "countries",
  "from",
  "people",
  "ages",
  "budget",
  "likes",
  "pace",
  "style",
  "diets",
] as const;
const MORE = ["access", "quiet", "offbeat", "mustSee", "wants", "missing", "notATrip"] as const;
const SETS: readonly string[] = ["likes", "diets", "access", "wants", "missing", "mustSee"];

const inOrder = (ages: unknown): number[] => [...((ages ?? []) as number[])].sort((a, b) => a - b);

function isAsSaid(key: string, wanted: unknown, found: unknown): boolean {
  if (SETS.includes(key)) return fits((wanted ?? []) as string[], (found ?? []) as string[]);
  if (key === "ages") return String(inOrder(wanted)) === String(inOrder(found));
  return fold(JSON.stringify(wanted ?? null)) === fold(JSON.stringify(found ?? null));
}

/** What is wrong with the reading of a phrasing, in words; nothing when it is as said. */
export function faultsOf([text, said, day]: Phrasing, before: string, today: string, base: Said): string[] {
  const request: TripRequest = understandRequest(before + text, { today: day ?? today });
  const meaning = meaningOf(request);
  const wanted: Said = { ...base, ...said };
  if (wanted.cities) delete wanted.to;
  const free = new Set<string>([...(wanted.free ?? []), ...(wanted.cities ? ["to"] : [])]);
  const names = request.destinations.map((place) => fold(place.text));
  const unlike = [...KEYS, ...MORE].filter((key) => !free.has(key) && !isAsSaid(key, wanted[key], meaning[key]));
  const admitted = fold(request.notUnderstood.join("\n"));
  return [
    ...unlike.map(
      (key) => `${key}: ${JSON.stringify(meaning[key] ?? null)}, not ${JSON.stringify(wanted[key] ?? null)}`,
    ),
    ...(wanted.cities && String(names) !== String(wanted.cities.map(fold)) ? [`cities: ${names}`] : []),
    ...(meaning.notATrip ? [] : faultInDates(wanted, meaning.dates)),
    ...(String(request.avoid) !== String(wanted.avoid ?? []) ? [`avoid: ${request.avoid}`] : []),
    ...(wanted.not ?? [])
      .filter((words) => !admitted.includes(fold(words)))
      .map((words) => `“${words}” was not admitted`),
  ];
}
