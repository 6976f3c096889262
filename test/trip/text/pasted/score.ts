/**
 * How well a reading of a pasted itinerary agrees with its labels. Counted are the places and the
 * faults that were labelled, and the alarms that no label explains; what a careful checker may add
 * (no bed yet, book ahead, hours unknown) is neither asked for nor held against it.
 */
import type { Violation, ViolationCode } from "../../../../trip/verdict.ts";
import { type LabelledFault, type LabelledItinerary, type LabelledPlace, positionsOf } from "./labelled/labelled.ts";

export interface ReadMention {
  text: string;
  /** Where it stands in the text, the end excluded. */
  from: number;
  to: number;
  placeName: string | null;
}

export interface ReadViolation extends Pick<Violation, "code" | "severity"> {
  day: number | null;
  /** The item it is about, by its words in the text or by the catalogue's name; "" for a day or the whole trip. */
  title: string;
}

export interface Reading {
  mentions: readonly ReadMention[];
  violations: readonly ReadViolation[];
}

export interface Score {
  placesRight: number;
  /** Resolved to another place, or resolved though not in the catalogue. */
  placesWrong: number;
  placesMissed: number;
  /** Not in the catalogue and left alone. */
  unknownLeft: number;
  faultsFound: number;
  faultsMissed: number;
  falseAlarms: number;
  /** Everything that went wrong, a line each. */
  remarks: string[];
}

/** Warnings that are as much of a claim as an error. */
const CLAIMED_WARNINGS: readonly ViolationCode[] = ["visit_short", "meal_time_odd"];
/** These accuse one item: another item's label does not excuse them. */
const ABOUT_ONE_ITEM: readonly ViolationCode[] = [
  ...["closed_day", "outside_hours", "after_last_entry", "visit_short"],
  ...["wrong_city", "repeated_place", "meal_time_odd"],
] as ViolationCode[];
/** Nobody gets to another city's museum in time, nor to what begins before the last visit ends. */
const CONSEQUENCES: Partial<Record<ViolationCode, ViolationCode>> = {
  wrong_city: "travel_too_short",
  overlap: "travel_too_short",
};

export function score(entry: LabelledItinerary, reading: Reading): Score {
  const places = scorePlaces(entry, reading.mentions);
  const faults = scoreFaults(entry, reading.violations);
  return { ...places, ...faults, remarks: [...places.remarks, ...faults.remarks] };
}

export function sumOf(scores: readonly Score[]): Score {
  const total = (count: (score: Score) => number): number => scores.reduce((sum, each) => sum + count(each), 0);
  return {
    placesRight: total(({ placesRight }) => placesRight),
    placesWrong: total(({ placesWrong }) => placesWrong),
    placesMissed: total(({ placesMissed }) => placesMissed),
    unknownLeft: total(({ unknownLeft }) => unknownLeft),
    faultsFound: total(({ faultsFound }) => faultsFound),
    faultsMissed: total(({ faultsMissed }) => faultsMissed),
    falseAlarms: total(({ falseAlarms }) => falseAlarms),
    remarks: scores.flatMap(({ remarks }) => remarks),
  };
}

type PlaceScore = Pick<Score, "placesRight" | "placesWrong" | "placesMissed" | "unknownLeft" | "remarks">;

function scorePlaces(entry: LabelledItinerary, mentions: readonly ReadMention[]): PlaceScore {
  const positions = positionsOf(entry);
  const labels = entry.places.map((label, index) => {
    const from = positions[index] ?? -1;
    const to = from + label.mention.length;
    const over = mentions.filter((read) => read.placeName !== null && read.from < to && read.to > from);
    return { label, over, right: over.filter(({ placeName }) => placeName === label.place) };
  });
  const rightly = new Set(labels.flatMap(({ right }) => right));
  const result: PlaceScore = { placesRight: 0, placesWrong: 0, placesMissed: 0, unknownLeft: 0, remarks: [] };
  for (const { label, over, right } of labels) {
    // A reading of "lunch at Moeders in the Jordaan" as Moeders has not resolved the Jordaan.
    const wrong = label.place === null ? over.find((read) => !rightly.has(read)) : over[0];
    if (right.length > 0) result.placesRight += 1;
    else if (wrong) {
      result.placesWrong += 1;
      result.remarks.push(`${entry.name}: "${label.mention}" is ${label.place}, read as ${wrong.placeName}`);
    } else if (label.place === null) result.unknownLeft += 1;
    else {
      result.placesMissed += 1;
      result.remarks.push(`${entry.name}: "${label.mention}" (${label.place}) was not resolved`);
    }
  }
  return result;
}

type FaultScore = Pick<Score, "faultsFound" | "faultsMissed" | "falseAlarms" | "remarks">;

/** One violation pays for one fault: pairs that agree on the item first, then pairs that share the day. */
function scoreFaults(entry: LabelledItinerary, violations: readonly ReadViolation[]): FaultScore {
  const open = new Set(entry.faults);
  const spent = new Set<ReadViolation>();
  for (const agrees of [namesIt, explains]) {
    for (const fault of entry.faults) {
      const found = violations.find(
        (read) => !spent.has(read) && read.code === fault.code && agrees(entry, fault, read),
      );
      if (!open.has(fault) || !found) continue;
      open.delete(fault);
      spent.add(found);
    }
  }
  const alarms = violations.filter((read) => !spent.has(read) && isFalseAlarm(entry, read));
  const says = ({ code, day }: { code: string; day: number | null }, what: string | null): string =>
    `${code} on day ${day ?? "–"}${what ? ` (${what})` : ""}`;
  return {
    faultsFound: entry.faults.length - open.size,
    faultsMissed: open.size,
    falseAlarms: alarms.length,
    remarks: [
      ...[...open].map((fault) => `${entry.name}: missed ${says(fault, fault.mention)}`),
      ...alarms.map((read) => `${entry.name}: false alarm ${says(read, read.title)}`),
    ],
  };
}

function isFalseAlarm(entry: LabelledItinerary, read: ReadViolation): boolean {
  if (read.severity !== "error" && !CLAIMED_WARNINGS.includes(read.code)) return false;
  // To say of something that is not in the catalogue that it is not is the truth.
  if (read.code === "unknown_place") {
    return entry.places.some((label) => label.place !== null && isNamed(label, read.title));
  }
  return !entry.faults.some(
    (fault) =>
      (fault.code === read.code && explains(entry, fault, read)) ||
      (CONSEQUENCES[fault.code] === read.code && fault.day === read.day),
  );
}

function explains(entry: LabelledItinerary, fault: LabelledFault, read: ReadViolation): boolean {
  if (namesIt(entry, fault, read)) return true;
  if (fault.day !== read.day) return false;
  const isAnothers = fault.mention !== null && entry.places.some((label) => isNamed(label, read.title));
  return !(isAnothers && ABOUT_ONE_ITEM.includes(read.code));
}

function namesIt({ places }: LabelledItinerary, { mention, day }: LabelledFault, read: ReadViolation): boolean {
  if (mention === null) return read.day === day;
  return places.some((label) => label.mention === mention && isNamed(label, read.title));
}

function isNamed({ mention, place }: LabelledPlace, title: string): boolean {
  const plain = title.trim().toLowerCase();
  return plain !== "" && (plain === mention.toLowerCase() || plain === place?.toLowerCase());
}
