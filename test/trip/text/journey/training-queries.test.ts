/**
 * The training queries of the TravelPlanner benchmark, read from their text alone and held against their own fields.
 * Runs where TRAVELPLANNER_DATA names the folder of the data set; the data is never part of the project.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readJourney } from "../../../../trip/text/journey/read-journey.ts";

const folder = process.env.TRAVELPLANNER_DATA;

const querySchema = z.object({
  query: z.string(),
  org: z.string(),
  dest: z.string(),
  days: z.number(),
  visiting_city_number: z.number(),
  date: z.array(z.string()),
  people_number: z.number(),
  budget: z.number(),
  local_constraint: z.object({
    "house rule": z.string().nullable(),
    cuisine: z.array(z.string()).nullable(),
    "room type": z.string().nullable(),
    transportation: z.string().nullable(),
  }),
});

const linesOf = (...path: string[]): string[] =>
  readFileSync(join(...path), "utf8")
    .trim()
    .split("\n");
const queries = folder ? linesOf(folder, "train.jsonl").map((line) => querySchema.parse(JSON.parse(line))) : [];

function knownPlaces(): { isCity(name: string): boolean; isState(name: string): boolean } {
  const rows = linesOf(folder ?? "", "db/background/citySet_with_states.txt").map((line) => line.split("\t"));
  const [cities, states] = [new Set(rows.map(([city]) => city)), new Set(rows.map(([, state]) => state))];
  return { isCity: (name) => cities.has(name), isState: (name) => states.has(name) };
}

describe.runIf(folder).each(["alone", "with the known places"])("read %s", (how) => {
  test.each(queries)("$query", (said) => {
    const read = readJourney(said.query, how === "alone" ? undefined : knownPlaces());
    const cuisines = "error" in read ? [] : read.cuisines.toSorted();
    expect({ ...read, cuisines }).toEqual({
      origin: said.org,
      destination: said.dest,
      cities: said.visiting_city_number,
      days: said.days,
      dates: said.date,
      travelers: said.people_number,
      budget: said.budget,
      houseRule: said.local_constraint["house rule"],
      cuisines: (said.local_constraint.cuisine ?? []).toSorted(),
      room: said.local_constraint["room type"],
      transport: said.local_constraint.transportation,
    });
  });
});
