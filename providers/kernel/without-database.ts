/** What a search does without while the database cannot be reached; a fault of ours goes on as what it is. */
import { TripwrightError } from "../../trip/errors.ts";

/** It may answer again in a moment, and nothing is wrong with what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  return error instanceof TripwrightError && error.code === "database_unavailable";
}

/** For `catch`: stands in for what a database that is away would have said. */
export function whileDatabaseIsAway<Instead>(instead: () => Instead): (error: unknown) => Instead {
  return (error) => {
    if (isDatabaseAway(error)) return instead();
    throw error;
  };
}
