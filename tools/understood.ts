/** What ids stand for, told back beside them: a wrong city or the wrong trip shows at once. */
import type { City } from "../trip/catalogue.ts";
import { dateRangeText, plainText } from "../trip/export/words.ts";
import type { Trip } from "../trip/trip.ts";

/** "Lisbon, Portugal". */
export function cityWords({ name, countryName }: Pick<City, "name" | "countryName">): string {
  return name === countryName ? name : `${name}, ${countryName}`;
}

/** "3 days in Lisbon, 10–12 May 2027". */
export function tripWords({ title, startDate, endDate }: Pick<Trip, "title" | "startDate" | "endDate">): {
  trip: string;
} {
  return { trip: `${plainText(title)}, ${dateRangeText(startDate, endDate)}` };
}
