/** What the command line says no to, and how: one paragraph for people, a document for programs, a status for shells. */
import { describe, expect, test } from "vitest";
import { planAnswerSchema, planErrorSchema, planSchema } from "../../trip/plan-document.ts";
import { runCli } from "./run-cli.ts";

describe("requests that cannot be planned", () => {
  const cases: [string, string, string, RegExp][] = [
    ["an unknown city", "4 days in Qwxzyville from 2027-05-10", "city_not_found", /Qwxzyville/],
    ["a city without places", "3 days in Hanover from 2027-05-10", "city_not_covered", /Amsterdam.*npm run import/s],
    ["a date in the past", "3 days in Lisbon from 2020-05-10", "date_in_past", /2020-05-10.*2026-11-22/s],
    ["an end before the start", "Lisbon from 2027-05-10 to 2027-05-08", "dates_reversed", /2027-05-0?8/],
    ["a budget nobody can meet", "7 days in Lisbon from 2027-05-10 for four, 50 EUR", "budget_too_small", /€50.*€\d/s],
    ["no dates at all", "Lisbon for two", "needs_input", /when|date/i],
    ["no place at all", "5 days from 2027-05-10 for two", "needs_input", /where|city/i],
    ["something else", "what is the capital of France?", "needs_input", /trip|plan/i],
    ["an empty request", "   ", "empty_request", /Expected a trip/],
  ];
  test.for(cases)("%s", async ([, request, code, said]) => {
    const asJson = await runCli(["plan", request, "--json"]);
    expect(asJson.status).not.toBe(0);
    const answer = planAnswerSchema.parse(JSON.parse(asJson.stdout));
    const { error } = planErrorSchema.parse(answer);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(said);
    expect(error.message).not.toContain("\n");
  });

  test.for(cases.slice(0, 2))(
    "%s, told to a person, is one paragraph on the error stream",
    async ([, request, , said]) => {
      const { status, stdout, stderr } = await runCli(["plan", request]);
      expect([status, stdout]).toEqual([3, ""]);
      const lines = stderr.split("\n").filter((line) => line !== "" && !line.startsWith("· "));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(said);
    },
  );

  test("the smallest budget it names is enough", async () => {
    const tooSmall = await runCli(["plan", "3 days in Lisbon from 2027-05-10 for two, 60 EUR", "--json"]);
    const { details } = planErrorSchema.parse(JSON.parse(tooSmall.stdout)).error;
    const smallest = Number(Object(details.smallestBudget).amountMinor) / 100;
    const enough = await runCli(["plan", `3 days in Lisbon from 2027-05-10 for two, ${smallest} EUR`, "--json"]);
    expect(planSchema.parse(JSON.parse(enough.stdout)).verdict.ok).toBe(true);
  });
});

describe("bad use", () => {
  const cases: [string, string[], RegExp][] = [
    ["a format we do not write", ["plan", "Lisbon", "--out", "trip.pdf"], /\.ics.*\.md.*\.geojson.*\.html/],
    ["a folder that is not there", ["plan", "Lisbon", "--out", "/nowhere/at/all/trip.ics"], /\/nowhere\/at\/all/],
    [
      "a model nobody knows",
      ["plan", "Lisbon in May", "--model", "gpt"],
      /offline, openai:<model id>, .*or google:<model id>/,
    ],
    ["a model without its key", ["plan", "Lisbon in May", "--model", "openai:gpt-5"], /OPENAI_API_KEY/],
    ["a date that is none", ["trips", "--today", "2026-02-30"], /2026-02-30/],
    ["an option nobody knows", ["plan", "Lisbon", "--fast"], /--fast/],
    ["a command nobody knows", ["fly"], /fly/],
    ["a trip nobody knows", ["show", "00000000"], /npm run trips/],
  ];
  test.for(cases)("%s is one clear line", async ([, args, said]) => {
    const { status, stdout, stderr } = await runCli(args);
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(said);
  });
});
