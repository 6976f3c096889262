/** Any itinerary as text, read by the places of the catalogue and judged: for `check_itinerary`, and for evaluations. */
import { datesFrom } from "../trip/calendar.ts";
import { type CheckedPaste, type CheckPastedOptions, checkPasted } from "../trip/text/pasted/check-pasted.ts";
import { type PastedOptions, type PastedPlan, readPasted } from "../trip/text/pasted/read-pasted.ts";
import { citiesNamedIn, citiesOfStrangers, citiesOnDates, moneyOf } from "./load-pasted.ts";
import type { ToolContext } from "./tool.ts";

export interface ItineraryText {
  text: string;
  /** Of day 1, where the text says none. */
  startDate?: string | undefined;
  /** Where the text names none. */
  city?: string | undefined;
  travelers?: number | undefined;
}

/** Throws `needs_input` for a text that names no city, `city_not_found` and `city_not_covered`. */
export async function readItineraryText(
  { text, startDate, city, travelers }: ItineraryText,
  { catalogue, clock, holidays }: Pick<ToolContext, "catalogue" | "clock" | "holidays">,
): Promise<CheckedPaste> {
  const named = await citiesNamedIn(text, city, catalogue);
  const options: PastedOptions = { today: clock.today(), startDate, travelers, ...named };
  const first = readPasted(text, options);
  const strangers = await citiesOfStrangers(
    first.unresolved.map((mention) => mention.text),
    named.cities,
    catalogue,
  );
  const cities = [...named.cities, ...strangers];
  const money = await moneyOf(cities, first.trip.budget?.currency, catalogue);
  return checkedOnItsDates(text, first, { options: { ...options, cities, ...money }, calendar: holidays });
}

interface Reading {
  options: CheckPastedOptions;
  calendar: ToolContext["holidays"];
}

const MOST_READINGS = 3;

/** Where the text says no dates they are chosen by what is open, and what is open depends on the dates. */
async function checkedOnItsDates(
  text: string,
  first: PastedPlan,
  { options, calendar }: Reading,
): Promise<CheckedPaste> {
  let { trip, draft }: Pick<PastedPlan, "trip" | "draft"> = first;
  for (let reading = 1; ; reading++) {
    const dates = [...datesFrom(trip.startDate, trip.endDate), ...draft.days.map(({ date }) => date)];
    const open = await citiesOnDates(options.cities, dates, calendar);
    const checked = checkPasted(text, { ...options, ...open });
    if (checked.trip.startDate === trip.startDate || reading === MOST_READINGS) return checked;
    ({ trip, draft } = checked);
  }
}
