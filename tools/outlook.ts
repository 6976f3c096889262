/** The weather of a trip's days, where a vendor is set up: what it changes in the plan and what is said of it. */
import { outlookWords, rainyDatesIn } from "../trip/outlook.ts";
import type { VendorFailure } from "../trip/ports.ts";
import type { Trip } from "../trip/trip.ts";
import type { ToolContext } from "./tool.ts";

export interface Outlook {
  rainyDates: string[];
  notices: string[];
  failures: VendorFailure[];
}

export async function outlookFor(
  { destinations, endDate }: Trip,
  { surroundings, catalogue, clock, signal }: ToolContext,
): Promise<Outlook> {
  if (!surroundings) return { rainyDates: [], notices: [], failures: [] };
  const today = clock.today();
  const seen = await Promise.all(
    destinations.map(async ({ cityId, arrivalDate, departureDate }) => {
      const city = await catalogue.getCity(cityId);
      const { days, failures } = await surroundings.weather({
        city,
        from: arrivalDate,
        to: departureDate,
        today,
        signal,
      });
      // A day of travelling belongs to the city where the night is spent.
      return { days: days.filter(({ date }) => date < departureDate || date === endDate), failures };
    }),
  );
  const days = seen.flatMap((one) => one.days);
  return {
    rainyDates: rainyDatesIn(days),
    notices: outlookWords(days),
    failures: seen.flatMap(({ failures }) => failures),
  };
}

/** Each vendor once. */
export function unansweredNotices(failures: readonly VendorFailure[]): string[] {
  const names = [...new Set(failures.map(({ provider }) => provider))];
  return names.map((name) => `${name} did not answer: this plan goes by what is known without it.`);
}
