/** What vendors say to one search: kept, asked for once, old where one fails, and whole failures never. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../../db/transaction.ts";
import { VendorError } from "../../../providers/kernel/vendor-error.ts";
import type { Seller } from "../../../providers/offers/ask-once.ts";
import type { LookupOutcome } from "../../../providers/offers/vendor-answers.ts";
import { TripwrightError } from "../../../trip/errors.ts";
import type { FlightOffer } from "../../../trip/offer.ts";
import type { FailureKind } from "../../../trip/vendor-ports.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { euros, flightOffer } from "../vendors.ts";
import { type FlightSearchOptions, flightSearch, TO_LISBON } from "./flight-search.ts";

const HOUR_MS = 3_600_000;
const START = Date.parse("2026-11-22T09:00:00Z");
let database: TestDatabase;
let nowMs = START;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "none" });
});
beforeEach(async () => {
  nowMs = START;
  await database.admin("truncate flight_search_cache, search_claims");
});
afterAll(() => database?.close());

const patient = (): AbortSignal => new AbortController().signal;
const process = (options: FlightSearchOptions = {}) =>
  flightSearch(database.db, { now: () => new Date(nowMs), ...options });

interface CountingSeller extends Seller<FlightOffer> {
  asked: number;
}

function seller(
  provider: string,
  answer: (signal: AbortSignal) => Promise<FlightOffer[]> | FlightOffer[],
  priceSeconds = 86_400,
): CountingSeller {
  const made: CountingSeller = {
    ...{ provider, priceSeconds, asked: 0 },
    ask: async (signal) => {
      made.asked += 1;
      return answer(signal);
    },
  };
  return made;
}
const selling = (provider: string): FlightOffer[] => [flightOffer("a", euros(180, { provider }))];
const fails = (provider: string, kind: FailureKind, told: { isHeld?: boolean; retryAfterMs?: number } = {}) =>
  seller(provider, () => Promise.reject(new VendorError(provider, kind, told)));
const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Never answers, and takes no notice of who gives up. */
const deaf = (provider: string): CountingSeller => seller(provider, () => new Promise(() => {}));

describe("a vendor that fails", () => {
  test("is told with its old answer, whose prices have expired, while the others' are fresh", async () => {
    await process()(TO_LISBON, [seller("A", () => selling("A"))], patient());
    nowMs += 3 * HOUR_MS;
    const found = await process()(TO_LISBON, [fails("A", "upstream"), seller("B", () => selling("B"))], patient());
    expect(found).toMatchObject({ isStale: true, cachedAt: "2026-11-22T09:00:00.000Z" });
    expect(found.failures).toEqual([{ provider: "A", kind: "upstream", retryAfterSeconds: null }]);
    expect(found.offers.map(({ provider, price }) => [provider, price.basis, price.expiresAt])).toEqual([
      ["A", "cached", "2026-11-22T10:00:00.000Z"],
      ["B", "live", null],
    ]);
  });

  test("a day later has nothing to show; neither has one whose terms keep less", async () => {
    const brief = seller("B", () => selling("B"), 5_400);
    await process()(TO_LISBON, [seller("A", () => selling("A")), brief], patient());
    const failing = [fails("A", "timeout"), { ...fails("B", "timeout"), priceSeconds: 5_400 }];
    nowMs += 2 * HOUR_MS;
    expect((await process()(TO_LISBON, failing, patient())).offers.map(({ provider }) => provider)).toEqual(["A"]);
    nowMs += 22 * HOUR_MS;
    await database.admin("truncate search_claims");
    expect(await process()(TO_LISBON, failing, patient())).toMatchObject({
      offers: [],
      isStale: false,
      cachedAt: null,
    });
  });

  test("is not asked again for moments, by any process; what it said is told", async () => {
    const busy = fails("A", "rate_limited", { retryAfterMs: 20_000 });
    const told = { provider: "A", kind: "rate_limited", retryAfterSeconds: 20 };
    for (let turn = 0; turn < 3; turn++) {
      expect((await process()(TO_LISBON, [busy], patient())).failures).toEqual([told]);
    }
    expect(busy.asked).toBe(1);
  });

  test("was not asked at all, for our own limits: that holds nobody else back", async () => {
    const held = fails("A", "quota", { isHeld: true });
    expect((await process()(TO_LISBON, [held], patient())).failures).toMatchObject([{ kind: "quota" }]);
    expect((await process()(TO_LISBON, [seller("A", () => selling("A"))], patient())).offers).toHaveLength(1);
  });

  test("for the traveller who asked first is asked anew for whoever joined them", async () => {
    const one = process();
    const spent = seller("A", async () => {
      await later(100);
      throw new VendorError("A", "quota", { isHeld: true });
    });
    const well = seller("A", () => selling("A"));
    const [first, second] = await Promise.all([one(TO_LISBON, [spent], patient()), one(TO_LISBON, [well], patient())]);
    expect([first.failures, second.failures]).toMatchObject([[{ kind: "quota" }], []]);
    expect(second.offers).toHaveLength(1);
  });
});

describe("the end of a search", () => {
  test("comes for all vendors at once; who answered by then is heard", async () => {
    const found = await process({ deadlineMs: 400 })(
      TO_LISBON,
      [deaf("A"), seller("B", () => selling("B"))],
      patient(),
    );
    expect(found.failures).toEqual([{ provider: "A", kind: "timeout", retryAfterSeconds: null }]);
    expect(found.offers.map(({ provider }) => provider)).toEqual(["B"]);
  });

  test("by whoever searches ends all of it, and leaves the question to the next", async () => {
    const stop = new AbortController();
    const ended: unknown[] = [];
    const slow = seller("A", (signal) => {
      signal.addEventListener("abort", () => ended.push(signal.reason));
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    });
    const searching = process()(TO_LISBON, [slow], stop.signal);
    while (slow.asked === 0) await later(10);
    const waiting = process()(TO_LISBON, [seller("A", () => selling("A"))], patient());
    stop.abort(new Error("enough"));
    await expect(searching).rejects.toThrow("enough");
    expect((await waiting).offers).toHaveLength(1);
    expect(ended).toHaveLength(1);
    expect(await database.admin("select 1 from search_claims")).toEqual([]);
  });

  test("by one of two in a process does not end it for the other", async () => {
    const stop = new AbortController();
    const slow = seller("A", async () => {
      await later(300);
      return selling("A");
    });
    const one = process();
    const leaving = one(TO_LISBON, [slow], stop.signal);
    const staying = one(TO_LISBON, [slow], patient());
    while (slow.asked === 0) await later(10);
    stop.abort(new Error("enough"));
    await expect(leaving).rejects.toThrow("enough");
    expect((await staying).offers).toHaveLength(1);
    expect(slow.asked).toBe(1);
  });
});

test("a vendor whose prices may not be kept is asked each time, and leaves no trace", async () => {
  const ephemeral = seller("A", () => selling("A"), 0);
  for (let turn = 0; turn < 2; turn++) {
    expect(await process()(TO_LISBON, [ephemeral], patient())).toMatchObject({ cachedAt: null, offers: [{}] });
  }
  expect(ephemeral.asked).toBe(2);
  expect(await database.admin("select 1 from flight_search_cache union all select 1 from search_claims")).toEqual([]);
});

test("each look is told as what it came to", async () => {
  const seen: LookupOutcome[] = [];
  const options = { onLookup: (outcome: LookupOutcome) => void seen.push(outcome) };
  const slow = seller("A", async () => {
    await later(300);
    return selling("A");
  });
  const first = process(options)(TO_LISBON, [slow], patient());
  while (slow.asked === 0) await later(10);
  await Promise.all([first, process(options)(TO_LISBON, [slow], patient())]);
  await process(options)(TO_LISBON, [slow], patient());
  nowMs += 2 * HOUR_MS;
  await process(options)(TO_LISBON, [fails("A", "upstream")], patient());
  expect(seen).toEqual(["miss", "waited", "hit", "stale"]);
  expect(slow.asked).toBe(1);
});

test("fifty callers of one process ask once", async () => {
  const one = process();
  const slow = seller("A", async () => {
    await later(200);
    return selling("A");
  });
  const found = await Promise.all(Array.from({ length: 50 }, () => one(TO_LISBON, [slow], patient())));
  expect(found.every(({ offers }) => offers.length === 1)).toBe(true);
  expect(slow.asked).toBe(1);
});

const away = (): TripwrightError => new TripwrightError("database_unavailable", "The database does not answer.");

test("a database that does not answer costs no search: vendors are asked, and nothing is kept", async () => {
  const lost: Database = {
    ...database.db,
    read: () => Promise.reject(away()),
    transaction: () => Promise.reject(away()),
  };
  const search = flightSearch(lost, { now: () => new Date(nowMs) });
  const vendors = [seller("A", () => selling("A")), fails("B", "upstream", { isHeld: true })];
  const found = await search(TO_LISBON, vendors, patient());
  expect(found.offers.map(({ provider }) => provider)).toEqual(["A"]);
  expect(found).toMatchObject({ isStale: false, failures: [{ provider: "B", kind: "upstream" }] });
});

test("a fault of ours in a statement is no database that is away: it is told", async () => {
  const fault = (): Promise<never> => Promise.reject(new Error("a column that is not there"));
  const broken: Database = { ...database.db, read: fault, transaction: fault };
  const search = flightSearch(broken, { now: () => new Date(nowMs) });
  await expect(search(TO_LISBON, [seller("A", () => selling("A"))], patient())).rejects.toThrow("not there");
});
