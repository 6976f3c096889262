/** Sixty labelled itineraries in the styles of many chatbots: are their places found, and their faults? */
import { describe, expect, it } from "vitest";
import { check } from "../../../../trip/check/check.ts";
import type { PlanFacts } from "../../../../trip/facts.ts";
import { readPasted } from "../../../../trip/text/pasted/read-pasted.ts";
import { CATALOGUE, COUNTRIES, RATES } from "./catalogue.ts";
import { LABELLED, type LabelledItinerary } from "./labelled/labelled.ts";
import { type Reading, score, sumOf } from "./score.ts";

function factsOn(today: string): PlanFacts {
  return {
    today,
    cities: new Map(CATALOGUE.map(({ city }) => [city.id, city])),
    countries: new Map(COUNTRIES.map((country) => [country.isoCode, country])),
    places: new Map(CATALOGUE.flatMap(({ places }) => places.map((place) => [place.id, place]))),
    rates: new Map(RATES.map((rate) => [rate.currency, rate])),
    flights: [],
    stays: [],
  };
}

function readingOf({ text, today, startDate }: LabelledItinerary): Reading {
  const { trip, draft, mentions } = readPasted(text, {
    today,
    startDate: startDate ?? undefined,
    cities: CATALOGUE,
  });
  const { violations } = check(trip, draft, factsOn(today));
  return {
    mentions,
    violations: violations.map(({ code, severity, path }) => {
      const [, day, item] = /^days\[(\d+)\](?:\.items\[(\d+)\])?/.exec(path) ?? [];
      const found = item === undefined ? undefined : draft.days[Number(day)]?.items[Number(item)];
      const mention = mentions.find(({ itemKey }) => itemKey !== null && itemKey === found?.itemKey);
      return {
        code,
        severity,
        day: day === undefined ? null : (draft.days[Number(day)]?.dayNumber ?? null),
        title: mention?.text ?? found?.title ?? "",
      };
    }),
  };
}

describe("pasted itineraries of all styles", () => {
  const scores = LABELLED.map((entry) => {
    const { remarks, ...counts } = score(entry, readingOf(entry));
    return { ...counts, remarks: remarks.map((remark) => `${entry.name}: ${remark}`) };
  });
  const total = sumOf(scores);
  const { placesRight, placesWrong, placesMissed, faultsFound, faultsMissed, falseAlarms } = total;

  it("have at least 95 % of their places resolved to the right one", () => {
    const share = placesRight / (placesRight + placesWrong + placesMissed);
    expect(share, total.remarks.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it("have at least 95 % of their planted faults found", () => {
    expect(faultsFound / (faultsFound + faultsMissed), total.remarks.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it("are accused of nothing that is not so, in at least 98 % of the accusations", () => {
    expect(faultsFound / (faultsFound + falseAlarms), total.remarks.join("\n")).toBeGreaterThanOrEqual(0.98);
  });
});
