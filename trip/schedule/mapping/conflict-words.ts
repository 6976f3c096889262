/** A conflict of the numbered problem in the words of the trip: names, dates, and the whole trip's budget. */
import { categoryWords } from "../../categories.ts";
import { dayText } from "../../export/words.ts";
import { formatMoney, minorDigits } from "../../money.ts";
import type { Change } from "../conflicts/changes.ts";
import type { Conflict } from "../conflicts/find-conflict.ts";
import { conflictText, type Dictionary } from "../conflicts/words.ts";
import type { TripProblem } from "./trip-problem.ts";

export function conflictSentences(mapped: TripProblem, conflict: Conflict): string {
  const relaxations = conflict.relaxations.filter(({ changes }) => changes.every((change) => isOurs(mapped, change)));
  return conflictText(mapped.problem, { ...conflict, relaxations }, dictionaryOf(mapped));
}

/** When the traveller lands and leaves is not ours to change. */
function isOurs({ problem }: TripProblem, change: Change): boolean {
  if (change.kind === "start_earlier") return change.day > 0;
  return change.kind !== "end_later" || change.day < problem.days.length - 1;
}

function dictionaryOf({ trip, problem, days, sources }: TripProblem): Dictionary {
  return {
    visit: (visit) => sources[visit]?.place?.name ?? sources[visit]?.item?.title ?? "an item of the plan",
    day: (day) => dayText(days[day]?.draft.date ?? trip.startDate),
    meal: (day, slot) => days[day]?.meals[slot] ?? "a meal",
    category: (category) => {
      const asked = trip.wishes.categoryLimits?.[category]?.category;
      return asked ? categoryWords(asked) : "sights of a kind";
    },
    budget: (forVisitsAndMeals) => {
      const { budget } = trip;
      if (!budget) return "what you want to spend";
      // Beds and ways are paid before visits and meals: what these may cost more, the whole trip costs more.
      const unit = 10 ** minorDigits(budget.currency);
      const more = forVisitsAndMeals - (problem.budget ?? forVisitsAndMeals);
      return formatMoney({ ...budget, amountMinor: Math.ceil((budget.amountMinor + more) / unit) * unit });
    },
  };
}
