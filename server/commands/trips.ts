/** `tripwright trips`: what has been planned so far. */
import { TripwrightError } from "../../trip/errors.ts";
import { renderTrips } from "../render/render-trips.ts";
import { withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

const MAX_TRIPS = 1_000;

export interface TripsOptions {
  limit: string;
  json?: boolean;
  today?: string;
}

export async function tripsCommand(options: TripsOptions): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_TRIPS) {
    throw new TripwrightError(
      "invalid_input",
      `Expected --limit as a whole number from 1 to ${MAX_TRIPS}, got "${options.limit}".`,
    );
  }
  await withSession({ today: options.today }, async ({ toolContext, config }) => {
    const trips = await toolContext.trips.listTrips(limit);
    process.stdout.write(
      options.json ? `${JSON.stringify({ trips }, null, 2)}\n` : `${renderTrips(trips, terminal(config))}\n`,
    );
  });
}
