import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amadeus } from "../../../providers/amadeus/amadeus.ts";
import { createVendorHttp } from "../../../providers/kernel/create-vendor-http.ts";
import type { VendorPorts } from "../../../providers/kernel/descriptor.ts";
import { standingOf } from "../../../providers/open-vendors.ts";
import { airportZone } from "../conformance/airport-zones.ts";
import { type LoopbackVendor, startLoopbackVendor } from "../conformance/loopback-vendor.ts";
import { flightQuery, OUT } from "../flights/queries.ts";
import { FLIGHTS_PATH, flightOffer, flights, SETTINGS, TOKEN_PATH, token } from "./replies.ts";

let vendor: LoopbackVendor;
let now = 0;
beforeAll(async () => {
  vendor = await startLoopbackVendor();
});
afterAll(() => vendor.close());

function opened(): VendorPorts {
  const settings = { ...SETTINGS, AMADEUS_URL: vendor.url };
  const http = createVendorHttp({ descriptor: amadeus, settings, firstPauseMs: 5 });
  vendor.asked.length = 0;
  now = Date.parse("2026-11-22T09:00:00Z");
  const open = { settings, http, basis: "live" as const, airportZone };
  return amadeus.open?.({ ...open, now: () => new Date(now), newId: () => crypto.randomUUID() }) ?? {};
}

const scope = (signal = new AbortController().signal) => ({ signal, userId: null, runId: null });
const search = async (ports: VendorPorts, departureDate = "2027-05-10", signal?: AbortSignal) =>
  ports.flights?.searchFlights(flightQuery({ departureDate }), scope(signal));
const asked = (path: string) => vendor.asked.filter((one) => one.path === path);

/** A new token each time; those of before are refused as if they had been withdrawn. */
function respondWithTokens(isRefused: (bearer: string) => boolean = () => false, delayMs = 0): void {
  let made = 0;
  vendor.respond(({ path, headers }) => {
    if (path === TOKEN_PATH) return { ...token(`token-${++made}`), delayMs };
    return isRefused(headers.authorization ?? "") ? { status: 401 } : flights(flightOffer([[OUT]]));
  });
}

describe("the token", () => {
  test("is fetched once for all who need it at once", async () => {
    respondWithTokens(undefined, 50);
    const ports = opened();
    await Promise.all(["2027-05-10", "2027-05-11", "2027-05-12"].map((date) => search(ports, date)));
    expect([asked(TOKEN_PATH).length, asked(FLIGHTS_PATH).length]).toEqual([1, 3]);
  });

  test("is kept until shortly before it ends", async () => {
    respondWithTokens();
    const ports = opened();
    await search(ports);
    now += 1_700_000;
    await search(ports);
    expect(asked(TOKEN_PATH)).toHaveLength(1);
    now += 60_000;
    await search(ports);
    expect(asked(TOKEN_PATH)).toHaveLength(2);
    expect(asked(FLIGHTS_PATH).map(({ headers }) => headers.authorization)).toEqual([
      ...["Bearer token-1", "Bearer token-1", "Bearer token-2"],
    ]);
  });

  test("is renewed once where it is refused", async () => {
    respondWithTokens((bearer) => bearer === "Bearer token-1");
    const ports = opened();
    expect(await search(ports)).toHaveLength(1);
    expect(await search(ports)).toHaveLength(1);
    expect([asked(TOKEN_PATH).length, asked(FLIGHTS_PATH).length]).toEqual([2, 3]);
  });

  test("and not for ever", async () => {
    respondWithTokens(() => true);
    await expect(search(opened())).rejects.toMatchObject({ kind: "auth" });
    expect([asked(TOKEN_PATH).length, asked(FLIGHTS_PATH).length]).toEqual([2, 2]);
  });

  test("is still fetched for the others when one stops waiting", async () => {
    respondWithTokens(undefined, 200);
    const ports = opened();
    const stop = new AbortController();
    const stopped = search(ports, "2027-05-10", stop.signal);
    const waiting = search(ports, "2027-05-10");
    await expect.poll(() => asked(TOKEN_PATH).length).toBe(1);
    stop.abort(new Error("the traveller left"));
    await expect(stopped).rejects.toThrow("the traveller left");
    expect(await waiting).toHaveLength(1);
    expect(asked(TOKEN_PATH)).toHaveLength(1);
  });
});

test("it needs a contract, and is ready where its three variables are set", () => {
  const optedIn = new Set<string>();
  expect(standingOf(amadeus, { settings: {}, optedIn })).toMatchObject({
    ...{ state: "contract", missing: ["AMADEUS_CLIENT_ID", "AMADEUS_CLIENT_SECRET", "AMADEUS_URL"] },
  });
  expect(standingOf(amadeus, { settings: SETTINGS, optedIn }).state).toBe("contract");
  const settings = { ...SETTINGS, AMADEUS_URL: "https://travel.api.example" };
  expect(standingOf(amadeus, { settings, optedIn })).toMatchObject({ state: "ready", missing: [] });
});
