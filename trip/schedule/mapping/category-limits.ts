/** "One church a day", "at least two markets": wishes about categories, as limits by number. */
import { leavesOf } from "../../categories.ts";
import type { Place } from "../../place.ts";
import type { Trip } from "../../trip.ts";
import type { CategoryLimit } from "../problem.ts";

export function categoryLimits({ wishes }: Pick<Trip, "wishes">): CategoryLimit[] {
  return (wishes.categoryLimits ?? []).map(({ most, mostPerDay, least }, category) => ({
    category,
    most: most ?? null,
    mostPerDay: mostPerDay ?? null,
    least: least ?? 0,
  }));
}

/** The limits that a place counts towards, by their index. */
export function limitsCounting(place: Pick<Place, "categories">, { wishes }: Pick<Trip, "wishes">): number[] {
  return (wishes.categoryLimits ?? []).flatMap(({ category }, index) =>
    leavesOf(category).some((leaf) => place.categories.includes(leaf)) ? [index] : [],
  );
}
