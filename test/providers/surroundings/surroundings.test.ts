/** Several vendors' weather and ways become one answer; who fails is named, who stops is obeyed, and nobody asks twice. */
import { describe, expect, test } from "vitest";
import { VendorError } from "../../../providers/kernel/vendor-error.ts";
import { createSurroundings } from "../../../providers/surroundings/surroundings.ts";
import type { Coordinates } from "../../../trip/place.ts";
import type { Surroundings } from "../../../trip/surroundings.ts";
import type { DayWeather, TravelTimesVendor, VendorScope, WeatherVendor } from "../../../trip/vendor-ports.ts";

const CITY = { location: { lat: 38.72, lon: -9.14 }, timezone: "Europe/Lisbon" };
const DATES = { from: "2026-11-23", to: "2026-11-24", today: "2026-11-22" };
const POINTS: Coordinates[] = [
  { lat: 38.7, lon: -9.1 },
  { lat: 38.71, lon: -9.2 },
  { lat: 38.7, lon: -9.3 },
];

const day = (date: string, basis: DayWeather["basis"], rainMillimetres = 1): DayWeather => ({
  ...{ date, basis, rainMillimetres },
  ...{ rainProbability: 0.5, lowCelsius: 9, highCelsius: 15 },
});

interface Asked {
  scopes: VendorScope[];
}

function weatherOf(provider: string, answer: (scope: VendorScope) => Promise<DayWeather[]>): WeatherVendor & Asked {
  const scopes: VendorScope[] = [];
  return {
    ...{ provider, scopes },
    weather: (_query, scope) => {
      scopes.push(scope);
      return answer(scope);
    },
  };
}

function waysOf(
  provider: string,
  answer: (points: readonly Coordinates[], scope: VendorScope) => ReturnType<TravelTimesVendor["travelTimes"]>,
  maxPoints = 10,
): TravelTimesVendor & { asked: (readonly Coordinates[])[] } {
  const asked: (readonly Coordinates[])[] = [];
  return {
    ...{ provider, maxPoints, asked },
    travelTimes: (points, _modes, scope) => {
      asked.push(points);
      return answer(points, scope);
    },
  };
}

const table: TravelTimesVendor["travelTimes"] = async (points) => ({
  points,
  matrices: [
    {
      mode: "walk",
      minutes: points.flatMap(() => points.map(() => 7)),
      meters: points.flatMap(() => points.map(() => 500)),
    },
  ],
});
const goodWays = (provider: string, maxPoints?: number): ReturnType<typeof waysOf> =>
  waysOf(provider, (points, scope) => table(points, [], scope), maxPoints);
const broken = (provider: string): Promise<never> =>
  Promise.reject(new VendorError(provider, "rate_limited", { retryAfterMs: 7_000 }));
const forever = ({ signal }: VendorScope): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });

function surroundings(options: Partial<Parameters<typeof createSurroundings>[0]>): Surroundings {
  return createSurroundings({ weather: [], travelTimes: [], ...options })("ada");
}
const ask = (from: Surroundings, signal?: AbortSignal): ReturnType<Surroundings["weather"]> =>
  from.weather({ city: CITY, ...DATES, signal });

describe("weather", () => {
  test("a forecast is better than what was usual, whoever answers first; days are in order", async () => {
    const past = weatherOf("Past", async () => [day("2026-11-24", "climate"), day("2026-11-23", "climate")]);
    const next = weatherOf("Next", async () => [day("2026-11-23", "forecast")]);
    expect(await ask(surroundings({ weather: [past, next] }))).toEqual({
      days: [
        { ...day("2026-11-23", "forecast"), provider: "Next" },
        { ...day("2026-11-24", "climate"), provider: "Past" },
      ],
      failures: [],
    });
    expect(next.scopes[0]).toMatchObject({ userId: "ada", runId: null });
  });

  test("who fails is named, and the others' days count", async () => {
    const odd = weatherOf("Odd", () => Promise.reject(new TypeError("of ours")));
    const off = weatherOf("Off", () => broken("Off"));
    const good = weatherOf("Good", async () => [day("2026-11-23", "forecast")]);
    const { days, failures } = await ask(surroundings({ weather: [odd, off, good] }));
    expect(days.map(({ provider }) => provider)).toEqual(["Good"]);
    expect(failures).toEqual([
      { provider: "Odd", kind: "upstream", retryAfterSeconds: null },
      { provider: "Off", kind: "rate_limited", retryAfterSeconds: 7 },
    ]);
  });

  test("who takes too long is late, and a plan does not wait", async () => {
    const slow = weatherOf("Slow", forever);
    const { days, failures } = await ask(surroundings({ weather: [slow], deadlineMs: 20 }));
    expect([days, failures]).toEqual([[], [{ provider: "Slow", kind: "timeout", retryAfterSeconds: null }]]);
  });

  test("who stops is obeyed, and no vendor is blamed", async () => {
    const stop = new AbortController();
    const asked = ask(surroundings({ weather: [weatherOf("Slow", forever)] }), stop.signal);
    stop.abort(new Error("the traveller left"));
    await expect(asked).rejects.toThrow("the traveller left");
  });

  test("an answer holds an hour and for every traveller; a failure is asked again", async () => {
    let now = 0;
    let isDown = true;
    const vendor = weatherOf("Next", () =>
      isDown ? broken("Next") : Promise.resolve([day("2026-11-23", "forecast")]),
    );
    const forUser = createSurroundings({ weather: [vendor], travelTimes: [], now: () => now });
    expect((await ask(forUser("ada"))).failures).toHaveLength(1);
    isDown = false;
    const first = await ask(forUser("ada"));
    now = 3_599_999;
    expect(await ask(forUser("bob"))).toEqual(first);
    expect(vendor.scopes).toHaveLength(2);
    const other = forUser("ada").weather({ city: CITY, ...DATES, to: "2026-11-25", signal: undefined });
    await other;
    expect(vendor.scopes).toHaveLength(3);
    now = 3_600_000;
    await ask(forUser("ada"));
    expect(vendor.scopes).toHaveLength(4);
  });
});

describe("travel times", () => {
  test("the first table that comes back, and who did not answer before", async () => {
    const off = waysOf("Off", () => broken("Off"));
    const [good, spare] = [goodWays("Good"), goodWays("Spare")];
    const { matrices, failures } = await surroundings({ travelTimes: [off, good, spare] }).travelTimes(
      POINTS,
      undefined,
    );
    expect(matrices?.matrices[0]?.minutes).toHaveLength(9);
    expect(failures.map(({ provider }) => provider)).toEqual(["Off"]);
    expect(spare.asked).toEqual([]);
  });

  test("no more points than the vendor takes: the first ones", async () => {
    const vendor = goodWays("Small", 2);
    await surroundings({ travelTimes: [vendor] }).travelTimes(POINTS, undefined);
    expect(vendor.asked).toEqual([[POINTS[0], POINTS[1]]]);
  });

  test("nobody who answers is no table", async () => {
    const slow = waysOf("Slow", (_points, scope) => forever(scope));
    const asked = surroundings({ travelTimes: [slow], deadlineMs: 20 }).travelTimes(POINTS, undefined);
    expect(await asked).toEqual({
      matrices: null,
      failures: [{ provider: "Slow", kind: "timeout", retryAfterSeconds: null }],
    });
    expect(await surroundings({}).travelTimes(POINTS, undefined)).toEqual({ matrices: null, failures: [] });
  });

  test("who stops is obeyed, and the next vendor is not asked", async () => {
    const stop = new AbortController();
    const spare = goodWays("Spare");
    const slow = waysOf("Slow", (_points, scope) => forever(scope));
    const asked = surroundings({ travelTimes: [slow, spare] }).travelTimes(POINTS, stop.signal);
    stop.abort(new Error("the traveller left"));
    await expect(asked).rejects.toThrow("the traveller left");
    expect(spare.asked).toEqual([]);
  });

  test("the same places in another order are the same question, for a quarter of an hour", async () => {
    let now = 0;
    const vendor = goodWays("Good");
    const from = surroundings({ travelTimes: [vendor], now: () => now });
    const first = await from.travelTimes(POINTS, undefined);
    now = 899_999;
    expect(await from.travelTimes(POINTS.toReversed(), undefined)).toEqual(first);
    expect(vendor.asked).toHaveLength(1);
    await from.travelTimes(POINTS.slice(1), undefined);
    expect(vendor.asked).toHaveLength(2);
    now = 900_000;
    await from.travelTimes(POINTS, undefined);
    expect(vendor.asked).toHaveLength(3);
  });
});
