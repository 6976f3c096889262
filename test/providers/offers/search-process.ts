/** A process that searches once when it is told to ("go"), for tests that need several or one to kill: `OPTIONS`, as JSON. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { z } from "zod";
import { connectDatabase } from "../../../db/connect.ts";
import { openVendors } from "../../../providers/open-vendors.ts";
import { flightSearch, TO_LISBON } from "./flight-search.ts";
import { loopbackAirline } from "./loopback-airline.ts";

const optionsSchema = z.object({
  databaseUrl: z.string().optional(),
  home: z.string(),
  cacheDir: z.string(),
  schema: z.string(),
  vendorUrl: z.string(),
  leaseMs: z.number(),
});
const { vendorUrl, leaseMs, ...connection } = optionsSchema.parse(JSON.parse(process.argv[2] ?? "null"));

const database = await connectDatabase({ ...connection, idleMs: 60_000 });
const [airline] = openVendors({
  ...{ vendors: [loopbackAirline], settings: { LOOPBACK_URL: vendorUrl }, optedIn: new Set<string>() },
  ...{ now: () => new Date(), newId: randomUUID, airportZone: () => Promise.resolve(null) },
});
const flights = airline?.ports.flights;
if (!flights) throw new Error("the airline could not be opened");
const search = flightSearch(database, { leaseMs, deadlineMs: 30_000 });

process.stdout.write("ready\n");
await once(process.stdin, "data");
const seller = {
  ...{ provider: flights.provider, priceSeconds: 3_600 },
  ask: (signal: AbortSignal) => flights.searchFlights(TO_LISBON, { signal, userId: null, runId: null }),
};
const { offers, failures } = await search(TO_LISBON, [seller], new AbortController().signal);
process.stdout.write(`${JSON.stringify({ offers: offers.length, failures })}\n`);
process.stdin.destroy();
await database.close();
