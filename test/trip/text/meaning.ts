/** What a phrasing is expected to mean, short enough for a table: only what is not empty is written down. */
import type { StaySaid, TripRequest } from "../../../trip/text/request.ts";

export interface Meaning {
  /** "Rome", "Springfield (Illinois)", "Rome: 3 nights"; "Rome: 4– nights first" is at least four, to begin with. */
  to?: string[];
  order?: "open";
  countries?: string[];
  from?: string;
  /** First and last day. */
  dates?: [start: string, end: string];
  people?: number;
  ages?: number[];
  /** "900 EUR"; "900 local" when no currency was said or the country decides it. */
  budget?: string;
  likes?: string[];
  pace?: string;
  style?: string;
  diets?: string[];
  access?: string[];
  quiet?: true;
  offbeat?: true;
  mustSee?: string[];
  wants?: ("flights" | "hotels")[];
  missing?: string[];
  notATrip?: true;
}

function stayWords({ nights, minNights, maxNights, end, isOptional }: StaySaid): string {
  const isBound = minNights !== null || maxNights !== null;
  const words = [
    ...(nights === null ? [] : [`${nights} ${nights === 1 ? "night" : "nights"}`]),
    ...(isBound ? [`${minNights ?? ""}–${maxNights ?? ""} nights`] : []),
    ...(end === null ? [] : [end]),
    ...(isOptional ? ["if there is time"] : []),
  ];
  return words.length === 0 ? "" : `: ${words.join(" ")}`;
}

function placeWords({ destinations }: TripRequest): string[] {
  return destinations.map((place) => `${place.text}${place.hint ? ` (${place.hint.text})` : ""}${stayWords(place)}`);
}

const filled = <Value>(key: keyof Meaning, values: readonly Value[]): Meaning =>
  values.length > 0 ? { [key]: values } : {};

/** A request that is no trip has no other meaning worth holding. */
export function meaningOf(request: TripRequest): Meaning {
  if (!request.isTripRequest) return { notATrip: true };
  const { origin, startDate, endDate, travelers, budget, pace, style } = request;
  return {
    ...filled("to", placeWords(request)),
    ...(request.orderIsOpen && { order: "open" as const }),
    ...filled(
      "countries",
      request.countries.map(({ code }) => code),
    ),
    ...(origin && { from: origin.text }),
    ...(startDate && endDate && { dates: [startDate, endDate] }),
    ...(travelers !== null && { people: travelers }),
    ...filled("ages", request.childAges),
    ...(budget && { budget: `${budget.amount} ${budget.currency ?? "local"}` }),
    ...filled("likes", request.interests),
    ...(pace && { pace }),
    ...(style && { style }),
    ...filled("diets", request.diets),
    ...filled("access", request.accessibility),
    ...(request.avoidCrowds && { quiet: true }),
    ...(request.preferOffbeat && { offbeat: true }),
    ...filled("mustSee", request.mustSee),
    ...filled("wants", [...(request.wantsFlights ? ["flights"] : []), ...(request.wantsHotels ? ["hotels"] : [])]),
    ...filled("missing", request.missing),
  };
}

export type Row = readonly [text: string, meaning: Meaning];
