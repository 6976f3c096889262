/**
 * What our own work adds to a vendor's: an airline on this machine that answers after 300 ms, asked through adapter,
 * kernel, claims, cache and database, next to a bare fetch of the same answer; the same search again, from the cache; and
 * fifty callers at once, spread over five searches that share nothing but the database, as processes do.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { createCatalogueStore } from "../db/stores/catalogue-store.ts";
import { createFlightSearchCache, createStaySearchCache } from "../db/stores/search-caches.ts";
import { createSearchClaims } from "../db/stores/search-claims.ts";
import type { Database } from "../db/transaction.ts";
import { createOfferSearches } from "../providers/offers/offer-search.ts";
import { openVendors } from "../providers/open-vendors.ts";
import { startLoopbackVendor } from "../test/providers/conformance/loopback-vendor.ts";
import { answersAfter, bareSearch, loopbackAirline } from "../test/providers/offers/loopback-airline.ts";
import { addDays } from "../trip/calendar.ts";
import type { FlightQuery } from "../trip/offer.ts";
import type { OfferSearch } from "../trip/ports.ts";
import { percentilesOf } from "./db/statistics.ts";
import { openEmptyDatabase } from "./empty-database.ts";
import { machineLine } from "./machine.ts";

const VENDOR_MS = 300;
const OFFERS = 20;
const CALLERS = 50;
const SEARCHES = 5;
const WARM_UP = 5;
const TARGET = { coldP95Ms: 350, cachedP95Ms: 5 };
const USER = "00000000-0000-4000-8000-000000000001";

function openSearch(db: Database, vendorUrl: string): OfferSearch {
  const now = (): Date => new Date();
  const vendors = openVendors({
    ...{ vendors: [loopbackAirline], settings: { LOOPBACK_URL: vendorUrl }, optedIn: new Set<string>() },
    ...{ now, newId: randomUUID, airportZone: () => Promise.resolve(null) },
  });
  return createOfferSearches({
    ...{ catalogue: createCatalogueStore(db), claims: createSearchClaims({ db }), newId: randomUUID, stays: [] },
    flights: vendors.flatMap(({ ports }) => ports.flights ?? []),
    flightCache: createFlightSearchCache({ db, now }),
    stayCache: createStaySearchCache({ db, now }),
  })(USER);
}

const queryOn = (day: number): FlightQuery => ({
  ...{ origin: "VIE", destination: "LIS", departureDate: addDays("2027-01-01", day), returnDate: null },
  ...{ passengers: 2, cabinClass: "economy", currency: "EUR" },
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function searched(search: OfferSearch, query: FlightQuery): Promise<void> {
  const { offers } = await search.searchFlights(query, { signal: new AbortController().signal });
  if (offers.length !== OFFERS) throw new Error(`Expected ${OFFERS} offers, got ${offers.length}.`);
}

const rounded = (times: readonly number[]): { p50Ms: number; p95Ms: number } => {
  const { p50Ms, p95Ms } = percentilesOf(times);
  return { p50Ms: Number(p50Ms.toFixed(2)), p95Ms: Number(p95Ms.toFixed(2)) };
};

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { runs: { type: "string", default: "40" }, native: { type: "boolean", default: false } },
  });
  const runs = Math.max(10, Number(values.runs) || 0);
  await using place = await openEmptyDatabase(values.native);
  const vendor = await startLoopbackVendor();
  try {
    vendor.respond(answersAfter(VENDOR_MS, OFFERS));
    const search = openSearch(place.db, vendor.url);
    for (let day = 0; day < WARM_UP; day++) await searched(search, queryOn(day));

    console.error(`· ${runs} cold searches, and as many bare fetches, ${place.name}`);
    const [cold, bare]: number[][] = [[], []];
    for (let day = WARM_UP; day < WARM_UP + runs; day++) {
      cold?.push(await timed(() => searched(search, queryOn(day))));
      bare?.push(await timed(() => bareSearch(vendor.url, queryOn(day))));
    }
    console.error(`· ${runs * 10} cached searches`);
    const cached: number[] = [];
    for (let turn = 0; turn < runs * 10; turn++) {
      cached.push(await timed(() => searched(search, queryOn(WARM_UP + (turn % runs)))));
    }
    console.error(`· ${CALLERS} callers at once over ${SEARCHES} searches`);
    const before = vendor.asked.length;
    const others = Array.from({ length: SEARCHES }, () => openSearch(place.db, vendor.url));
    const stampede = await Promise.all(
      Array.from({ length: CALLERS }, (_, caller) =>
        timed(() => searched(others[caller % SEARCHES] ?? search, queryOn(WARM_UP + runs))),
      ),
    );
    return report(place.name, {
      ...{ cold: rounded(cold ?? []), bare: rounded(bare ?? []), cached: rounded(cached) },
      stampede: { callers: CALLERS, asked: vendor.asked.length - before, ...rounded(stampede) },
    });
  } finally {
    await vendor.close();
  }
}

interface Figures {
  readonly cold: { p50Ms: number; p95Ms: number };
  readonly bare: { p50Ms: number; p95Ms: number };
  readonly cached: { p50Ms: number; p95Ms: number };
  readonly stampede: { callers: number; asked: number; p50Ms: number; p95Ms: number };
}

function report(database: string, figures: Figures): number {
  const { cold, bare, cached, stampede } = figures;
  console.log(`Cold: ${cold.p50Ms} ms median, ${cold.p95Ms} ms p95; a bare fetch ${bare.p50Ms} and ${bare.p95Ms}.`);
  console.log(`Cached: ${cached.p50Ms} ms median, ${cached.p95Ms} ms p95.`);
  console.log(`${stampede.callers} callers at once: ${stampede.asked} asked, ${stampede.p95Ms} ms p95.`);
  console.log(machineLine());
  const isMet = cold.p95Ms <= TARGET.coldP95Ms && cached.p95Ms <= TARGET.cachedP95Ms && stampede.asked === 1;
  console.log(
    isMet ? "Targets met." : `Target missed: ${TARGET.coldP95Ms} ms cold, ${TARGET.cachedP95Ms} ms cached, one asked.`,
  );
  console.log(JSON.stringify({ database, vendorMs: VENDOR_MS, ...figures }));
  return isMet ? 0 : 1;
}
