/** The reader and the checker against the labelled itineraries, with the whole catalogue to choose from. */
import { expect, test } from "vitest";
import { checkPasted } from "../../../../trip/text/pasted/check-pasted.ts";
import { CATALOGUE, COUNTRIES, RATES } from "./catalogue.ts";
import { LABELLED, type LabelledItinerary } from "./labelled/labelled.ts";
import { NEW_CITIES } from "./labelled/new-cities.ts";
import { type Reading, type Score, score, sumOf } from "./score.ts";

const NAMES = new Map(CATALOGUE.flatMap(({ places }) => places.map(({ id, name }) => [id, name] as const)));

function readingOf({ text, today, startDate }: LabelledItinerary): Reading {
  const { draft, mentions, verdict } = checkPasted(text, {
    ...{ today, startDate: startDate ?? undefined },
    ...{ cities: CATALOGUE, countries: COUNTRIES, rates: RATES },
  });
  const violations = verdict.violations.map(({ code, severity, path }) => {
    const [, dayIndex, itemIndex] = /days\[(\d+)\](?:\.items\[(\d+)\])?/.exec(path) ?? [];
    const day = dayIndex === undefined ? undefined : draft.days[Number(dayIndex)];
    const item = itemIndex === undefined ? undefined : day?.items[Number(itemIndex)];
    const title = item ? (NAMES.get(item.placeId ?? "") ?? item.title) : "";
    return { code, severity, day: day?.dayNumber ?? null, title };
  });
  return { mentions, violations };
}

interface Shares {
  places: number;
  recall: number;
  precision: number;
}

function sharesOf(scores: readonly Score[]): Shares {
  const { placesRight, placesWrong, placesMissed, faultsFound, faultsMissed, falseAlarms } = sumOf(scores);
  return {
    places: placesRight / (placesRight + placesWrong + placesMissed),
    recall: faultsFound / (faultsFound + faultsMissed),
    precision: faultsFound / (faultsFound + falseAlarms),
  };
}

test("95 in 100 places, 95 in 100 faults, and 98 in 100 alarms with a cause", () => {
  const scores = LABELLED.map((entry) => score(entry, readingOf(entry)));
  const halves = { even: scores.filter((_, at) => at % 2 === 0), odd: scores.filter((_, at) => at % 2 === 1) };
  const later = scores.filter((_, at) => NEW_CITIES.some(({ name }) => name === LABELLED[at]?.name));
  for (const [part, own] of Object.entries({ ...halves, later, all: scores })) {
    const said = { ...sumOf(own), ...sharesOf(own), remarks: undefined };
    process.stdout.write(`labelled, ${part}: ${JSON.stringify(said)}\n`);
  }
  const { places, recall, precision } = sharesOf(scores);
  const remarks = sumOf(scores).remarks.join("\n");
  expect(places, remarks).toBeGreaterThanOrEqual(0.95);
  expect(recall, remarks).toBeGreaterThanOrEqual(0.95);
  expect(precision, remarks).toBeGreaterThanOrEqual(0.98);
});
