/** Reads a pasted itinerary and judges it in one go, by the places it was read with. */
import { type Budget, budgetOf } from "../../budget.ts";
import type { Country, ExchangeRate } from "../../catalogue.ts";
import { check } from "../../check/check.ts";
import type { PlanFacts } from "../../facts.ts";
import type { Verdict } from "../../verdict.ts";
import { type PastedOptions, type PastedPlan, readPasted } from "./read-pasted.ts";

export interface CheckPastedOptions extends PastedOptions {
  /** For prices and budgets in other currencies; without them sums are left open. */
  countries?: readonly Country[] | undefined;
  rates?: readonly ExchangeRate[] | undefined;
  holidays?: PlanFacts["holidays"] | undefined;
}

export interface CheckedPaste extends PastedPlan {
  verdict: Verdict;
  budget: Budget;
  facts: PlanFacts;
}

export function factsOf({ today, cities, countries = [], rates = [], holidays }: CheckPastedOptions): PlanFacts {
  return {
    today,
    cities: new Map(cities.map(({ city }) => [city.id, city])),
    countries: new Map(countries.map((country) => [country.isoCode, country])),
    places: new Map(cities.flatMap(({ places }) => places.map((place) => [place.id, place] as const))),
    rates: new Map(rates.map((rate) => [rate.currency, rate])),
    flights: [],
    stays: [],
    ...(holidays && { holidays }),
  };
}

export function checkPasted(text: string, options: CheckPastedOptions): CheckedPaste {
  const plan = readPasted(text, options);
  const facts = factsOf(options);
  return {
    ...plan,
    facts,
    verdict: check(plan.trip, plan.draft, facts),
    budget: budgetOf(plan.trip, plan.draft, facts),
  };
}
