/** A board of the linked account, read for a trip. */
import type { Runtime, UserApplication } from "../compose.ts";
import type { AccountLinks } from "./account-links.ts";
import { readBoard } from "./board-inspiration.ts";
import type { BoardReading } from "./board-reading.ts";

export interface LinkedBoardParts {
  application: UserApplication;
  runtime: Pick<Runtime, "clock" | "database" | "geocoding">;
  links: Pick<AccountLinks, "withToken">;
}

export async function readLinkedBoard(
  { application, runtime, links }: LinkedBoardParts,
  { tripId, boardId, name = null }: { tripId: string; boardId: string; name?: string | null },
  signal: AbortSignal,
): Promise<BoardReading> {
  // Nobody's trip is no reason to ask the vendor.
  await application.toolContext.trips.getTrip(tripId);
  const read = await links.withToken(signal, async (token, scope, vendor) => ({
    source: vendor.id,
    pins: await vendor.listPins(token, boardId, scope),
  }));
  return readBoard(application, runtime, { tripId, board: { id: boardId, name }, ...read }, signal);
}
