/** Twins: the same request with one thing changed, and what of the plan must then change, and what must not. */
import type { Expectation } from "../../expectation.ts";
import { notCheaper, notDearer, sameCostAt, withinBudget } from "../../expectations/relations/costs.ts";
import { identicalPlan, mustSeesStay, sameDays } from "../../expectations/relations/same-plan.ts";
import { sameUnderstanding, understood } from "../../expectations/relations/same-understanding.ts";
import { noErrors, onDates, openThen } from "../../expectations/relations/season.ts";
import { mealsServe, noMoreVisits, sightsMostlyStay } from "../../expectations/relations/wishes.ts";
import type { Sample } from "../../sample.ts";
import type { Suite } from "../../suite.ts";
import { BASES } from "./bases.ts";
import { inOtherCurrency } from "./currencies.ts";
import { monthsLater } from "./months-later.ts";
import { politely, reordered, shouted, synonyms } from "./rewordings.ts";
import { lastDay, sentence, type TripWords } from "./trip-words.ts";

const TODAY = "2027-01-15";
const LESS_MONEY = 0.75;
const MORE_TRAVELLERS = 4;
const MONTHS = 3;

interface Twin {
  readonly id: string;
  readonly purpose: string;
  readonly said: string;
  readonly expects: readonly Expectation[];
}

const changed = (trip: TripWords, change: Partial<TripWords>): TripWords => ({ ...trip, ...change });
/** Of every twin but those that go elsewhere. */
const STAYS = [noErrors, sameDays];

function reworded(id: string, purpose: string, said: string): Twin {
  return { id, purpose, said, expects: [...STAYS, sameUnderstanding(), identicalPlan] };
}

function moved(trip: TripWords): Twin {
  const later = changed(trip, { from: monthsLater(trip.from, MONTHS) });
  return {
    ...{
      id: "three-months-later",
      purpose: "Three months later other hours and closed days hold, and only the dates change.",
    },
    said: sentence(later),
    expects: [...STAYS, onDates(later.from, lastDay(later)), openThen, sameUnderstanding(["start"]), mustSeesStay],
  };
}

function elsewhere(trip: TripWords): Twin {
  const { mustSee: _, ...rest } = trip;
  const other = { ...rest, city: trip.otherCity };
  return {
    ...{ id: "other-city", purpose: "In another city the same wishes are understood, and the plan is in that city." },
    said: sentence(other),
    expects: [...STAYS, understood("city", trip.otherCity), sameUnderstanding(["city", "must-sees"]), openThen],
  };
}

function otherMoney(trip: TripWords): Twin {
  const { rate, ...money } = inOtherCurrency(trip);
  return {
    ...{ id: "other-currency", purpose: "The same amount in another currency buys the same trip." },
    said: sentence(changed(trip, money)),
    expects: [...STAYS, sameUnderstanding(["budget"]), mustSeesStay, sameCostAt(rate), identicalPlan],
  };
}

function twinsOf(trip: TripWords): Twin[] {
  const less = Math.round(trip.amount * LESS_MONEY);
  return [
    moved(trip),
    elsewhere(trip),
    otherMoney(trip),
    {
      ...{
        id: "less-money",
        purpose: "With a lower budget the plan keeps within it, is not dearer, and nothing else is misread.",
      },
      said: sentence(changed(trip, { amount: less })),
      expects: [...STAYS, sameUnderstanding(["budget"]), mustSeesStay, notDearer, withinBudget],
    },
    {
      ...{ id: "vegetarian", purpose: "A diet changes the tables; the sights mostly stay." },
      said: sentence(changed(trip, { diet: "vegetarian" })),
      expects: [
        ...[...STAYS, understood("diets", "vegetarian"), sameUnderstanding(["diets"]), mustSeesStay],
        ...[mealsServe("vegetarian"), sightsMostlyStay],
      ],
    },
    {
      ...{
        id: "more-travellers",
        purpose: "Twice as many travellers pay no less for the same days and sights insisted on.",
      },
      said: sentence(changed(trip, { travelers: MORE_TRAVELLERS, amount: trip.amount * 2 })),
      expects: [
        ...[...STAYS, understood("travellers", `${MORE_TRAVELLERS} (0)`), sameUnderstanding(["travellers", "budget"])],
        ...[mustSeesStay, notCheaper],
      ],
    },
    {
      ...{ id: "slower", purpose: "At a relaxed pace the plan holds no more visits, and what was insisted on stays." },
      said: sentence(changed(trip, { pace: "relaxed pace" })),
      expects: [...STAYS, understood("pace", "relaxed"), sameUnderstanding(["pace"]), mustSeesStay, noMoreVisits],
    },
    reworded("reordered", "Clauses in another order mean the same.", reordered(trip)),
    reworded("synonyms", "Other words and a written date mean the same.", synonyms(trip)),
    reworded("shouted", "Capitals mean the same.", shouted(trip)),
    reworded("polite", "Greetings and thanks mean nothing.", politely(trip)),
  ];
}

function samplesOf(trip: TripWords): Sample[] {
  const common = { today: TODAY, city: trip.city };
  const base: Sample = {
    ...{ ...common, id: trip.id, purpose: `A plain trip to ${trip.city}, to hold its twins against.` },
    turns: [sentence(trip)],
    tags: ["metamorphic", "base"],
    expects: [noErrors, onDates(trip.from, lastDay(trip)), openThen, understood("city", trip.city), withinBudget],
  };
  const twins = twinsOf(trip).map(
    ({ id, purpose, said, expects }): Sample => ({
      ...{ ...common, id: `${trip.id}-${id}`, purpose, turns: [said], expects },
      ...{ tags: ["metamorphic", id], relatives: { base: trip.id } },
    }),
  );
  return [base, ...twins];
}

export const METAMORPHIC: Suite = {
  name: "metamorphic",
  about: "Whether one change of a request changes what it must in the plan, and nothing that it must not.",
  withMethods: false,
  samples: () => BASES.flatMap(samplesOf),
};
