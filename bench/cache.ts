/**
 * How much of what travellers search for is in the cache of flight searches: 5,000 routes and dates, the n-th asked for
 * 1/n^1.1 as often as the first, five look-ups a second for a day. Simulated: the clock, which stands still while the
 * look-ups of ten seconds run side by side, and the vendor, who answers at once. Real: store, claims, fan-out, database,
 * and every statement, though those that run side by side share their transactions. The times of look-ups are taken
 * apart from that, one at a time, each in a transaction of its own.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { createFlightSearchCache } from "../db/stores/search-caches.ts";
import { createSearchClaims } from "../db/stores/search-claims.ts";
import type { Database } from "../db/transaction.ts";
import { createVendorAnswers, type LookupOutcome, type VendorAnswers } from "../providers/offers/vendor-answers.ts";
import { type FlightOffer, type FlightQuery, flightOfferSchema } from "../trip/offer.ts";
import { isFlightAnswer } from "../trip/offers/is-answer.ts";
import { randomFrom } from "./db/random.ts";
import { percentilesOf } from "./db/statistics.ts";
import { CACHED_PROVIDER, flightOffersOf, flightQuery, WORLD_NOW } from "./db/world/cache-rows.ts";
import { openEmptyDatabase } from "./empty-database.ts";
import { machineLine } from "./machine.ts";
import { together } from "./together.ts";
import { zipf } from "./zipf.ts";

const USAGE = `npm run bench -- cache [options]
  --hours 24     of the simulated day
  --native       on a throwaway PostgreSQL instead of the built-in database
`;
const QUERIES = 5_000;
const EXPONENT = 1.1;
const A_SECOND = 5;
const TICK_SECONDS = 10;
const SEED = 20_261_122;
const TIMED_HITS = 1_000;
const TARGET = { hitRatio: 0.8 };

interface Counts {
  hit: number;
  waited: number;
  miss: number;
  stale: number;
  fetched: number;
}

interface Day {
  nowMs: number;
  readonly counts: Counts;
  lookup(query: FlightQuery): Promise<unknown>;
}

function openDay(db: Database): Day {
  const counts: Counts = { hit: 0, waited: 0, miss: 0, stale: 0, fetched: 0 };
  const day = { nowMs: WORLD_NOW.getTime(), counts };
  const search: VendorAnswers<FlightQuery, FlightOffer> = createVendorAnswers({
    cache: createFlightSearchCache({ db, now: () => new Date(day.nowMs) }),
    claims: createSearchClaims({ db }),
    ...{ schema: flightOfferSchema, isAnswer: isFlightAnswer, newId: randomUUID },
    onLookup: (outcome: LookupOutcome) => {
      counts[outcome] += 1;
    },
  });
  const { signal } = new AbortController();
  return Object.assign(day, {
    lookup: (query: FlightQuery) => {
      const ask = async (): Promise<FlightOffer[]> => {
        counts.fetched += 1;
        return flightOffersOf(query);
      };
      return search(query, [{ provider: CACHED_PROVIDER, priceSeconds: 86_400, ask }], signal);
    },
  });
}

async function liveThrough(day: Day, hours: number): Promise<void> {
  const draw = zipf(QUERIES, EXPONENT, randomFrom(SEED));
  const ticks = Math.ceil((hours * 3_600) / TICK_SECONDS);
  const startedAt = performance.now();
  for (let tick = 0; tick < ticks; tick++) {
    day.nowMs = WORLD_NOW.getTime() + tick * TICK_SECONDS * 1000;
    await Promise.all(Array.from({ length: A_SECOND * TICK_SECONDS }, () => day.lookup(flightQuery(draw()))));
    if ((tick + 1) % 360 === 0 || tick + 1 === ticks) {
      const took = Math.round((performance.now() - startedAt) / 1000);
      const { hit, miss } = day.counts;
      console.error(`· ${((tick + 1) * TICK_SECONDS) / 3_600} h: ${hit} hits, ${miss} misses, ${took} s`);
    }
  }
}

/** One at a time, of what is there. */
async function timeHits(day: Day): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < TIMED_HITS; n++) {
    const before = day.counts.hit;
    const query = flightQuery(n % 100);
    const start = performance.now();
    await day.lookup(query);
    if (day.counts.hit > before) times.push(performance.now() - start);
  }
  return times;
}

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { hours: { type: "string", default: "24" }, native: { type: "boolean", default: false } },
  });
  const hours = Number(values.hours);
  if (!(hours > 0 && hours <= 24 * 7)) {
    console.error(USAGE);
    return 2;
  }
  await using place = await openEmptyDatabase(values.native);
  console.error(`· ${hours} h of ${A_SECOND} look-ups a second over ${QUERIES} queries, ${place.name}`);
  const day = openDay(together(place.db));
  await liveThrough(day, hours);
  const { hit, waited, miss, fetched } = day.counts;
  const after = Object.assign(openDay(place.db), { nowMs: day.nowMs });
  const lookups = hit + waited + miss;
  const hitRatio = Number(((hit + waited) / lookups).toFixed(4));
  const { p50Ms, p95Ms } = percentilesOf(await timeHits(after));
  const round = (ms: number): number => Number(ms.toFixed(2));
  console.log(`${lookups} look-ups, ${fetched} fetches: ${(hitRatio * 100).toFixed(1)} % were in the cache.`);
  console.log(`A look-up that finds its answer: ${round(p50Ms)} ms median, ${round(p95Ms)} ms p95, one at a time.`);
  console.log(machineLine());
  const isMet = hitRatio > TARGET.hitRatio;
  console.log(isMet ? "Target met: over 80 %." : "Target missed: 80 %.");
  const figures = {
    lookups,
    hit,
    waited,
    miss,
    fetched,
    hitRatio,
    lookupP50Ms: round(p50Ms),
    lookupP95Ms: round(p95Ms),
  };
  console.log(JSON.stringify({ database: place.name, hours, queries: QUERIES, exponent: EXPONENT, ...figures }));
  return isMet ? 0 : 1;
}
