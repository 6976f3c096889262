/** What vendors say of weather and ways, and what it changes in a plan that is made and judged by it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { VendorError } from "../../providers/kernel/vendor-error.ts";
import { createSurroundings, type SurroundingsOptions } from "../../providers/surroundings/surroundings.ts";
import { checkItinerary } from "../../tools/check-itinerary.ts";
import { loadPlan } from "../../tools/load-plan.ts";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import type { ToolContext } from "../../tools/tool.ts";
import { addDays, daysBetween } from "../../trip/calendar.ts";
import { isOutdoors } from "../../trip/schedule/mapping/weather.ts";
import type { DayWeather, TravelTimesVendor, WeatherVendor } from "../../trip/vendor-ports.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import { newTrip, openToolWorld, read, type ToolWorld } from "./tool-context.ts";

let world: ToolWorld;
beforeAll(async () => {
  world = await openToolWorld();
});
afterAll(() => world?.close());

const plannedSchema = z.object({
  itinerary: z.object({
    days: z.array(
      z.object({ date: z.string(), items: z.array(z.object({ type: z.string(), placeId: z.string().nullable() })) }),
    ),
  }),
  verdict: verdictSchema,
  notices: z.array(z.string()),
});

const surrounded = (options: Partial<SurroundingsOptions>): ToolContext => ({
  ...world.context,
  surroundings: createSurroundings({ weather: [], travelTimes: [], ...options })("somebody"),
});

/** The same weather every day, but for what is said of some. */
function sky(usual: Partial<DayWeather>, some: Readonly<Record<string, Partial<DayWeather>>> = {}): WeatherVendor {
  return {
    provider: "Sky",
    weather: async ({ from, to }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)).map((date) => ({
        ...{ date, basis: "forecast", rainProbability: 0.1, rainMillimetres: 0, lowCelsius: 12, highCelsius: 19 },
        ...usual,
        ...some[date],
      })),
  };
}

/** Every way on foot takes as long. */
const ways = (minutes: number): TravelTimesVendor => ({
  provider: "Ways",
  maxPoints: 600,
  travelTimes: async (points) => {
    const filled = (value: number): number[] => Array.from({ length: points.length ** 2 }, () => value);
    return { points, matrices: [{ mode: "walk", minutes: filled(minutes), meters: filled(1_000) }] };
  },
});

const INTERESTS = { interests: ["viewpoints", "food_drink"] };

async function planIn(context: ToolContext): Promise<z.infer<typeof plannedSchema> & { tripId: string }> {
  const { id: tripId } = await newTrip(world, INTERESTS);
  return { tripId, ...read(await planItinerary.call({ tripId }, context), plannedSchema) };
}

async function outdoorsOn({ itinerary }: z.infer<typeof plannedSchema>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { date, items } of itinerary.days) {
    const ids = items.flatMap(({ type, placeId }) => (type === "attraction" && placeId ? [placeId] : []));
    const places = ids.length > 0 ? await world.context.catalogue.getPlaces(ids) : [];
    counts.set(date, places.filter(isOutdoors).length);
  }
  return counts;
}

describe("the weather of a trip's days", () => {
  test("on a day with a forecast of rain nothing is under the sky that would be there otherwise", async () => {
    const dry = await planIn(surrounded({ weather: [sky({})] }));
    const before = await outdoorsOn(dry);
    const [date = "", count = 0] = [...before].toSorted(([, a], [, b]) => b - a)[0] ?? [];
    expect(count).toBeGreaterThan(0);
    expect(dry.notices).toEqual([]);

    const rain = { rainProbability: 0.9, rainMillimetres: 8 };
    const wet = await planIn(surrounded({ weather: [sky({}, { [date]: rain })] }));
    expect((await outdoorsOn(wet)).get(date)).toBe(0);
    expect(wet.verdict.ok).toBe(true);
    expect(wet.notices).toEqual([expect.stringMatching(/^Rain is likely on .* \(90 %, 8 mm by Sky\)/)]);
    expect(wet.notices[0]).toContain(`${Number(date.slice(8))} May`);
  });

  test("what is usual is said, and changes nothing", async () => {
    const plain = await planIn(world.context);
    const usual = await planIn(surrounded({ weather: [sky({ basis: "climate", rainProbability: 0.4 })] }));
    expect(usual.notices).toEqual([expect.stringMatching(/^In past years it rained on 40 % of such days \(Sky\)\./)]);
    const placesOf = ({ itinerary }: typeof plain): unknown =>
      itinerary.days.map(({ items }) => items.map(({ placeId }) => placeId));
    expect(placesOf(usual)).toEqual(placesOf(plain));
  });

  test("a vendor that fails leaves a plan that holds, and a word about it", async () => {
    const down: WeatherVendor = {
      provider: "Sky",
      weather: () => Promise.reject(new VendorError("Sky", "upstream")),
    };
    const lost: TravelTimesVendor = {
      ...{ provider: "Ways", maxPoints: 10 },
      travelTimes: () => Promise.reject(new VendorError("Ways", "schema")),
    };
    const { verdict, notices } = await planIn(surrounded({ weather: [down], travelTimes: [lost] }));
    expect(verdict.ok).toBe(true);
    expect(notices.toSorted()).toEqual([
      "Sky did not answer: this plan goes by what is known without it.",
      "Ways did not answer: this plan goes by what is known without it.",
    ]);
  });
});

test("whose knowledge a plan may rest on is said with it", async () => {
  const attributions = ["travel times © somebody"];
  const context = surrounded({ travelTimes: [ways(9)], attributions });
  const { tripId } = await planIn(context);
  const plan = await loadPlan({ toolContext: context, recorder: null }, { tripId });
  expect(plan.attributions).toEqual(expect.arrayContaining(attributions));
  const plain = await loadPlan({ toolContext: world.context, recorder: null }, { tripId });
  expect(plain.attributions).toEqual(plan.attributions.filter((line) => !attributions.includes(line)));
});

describe("travel times of a vendor", () => {
  test("are asked for the same places when a plan is made and when it is checked, however few a vendor's table holds", async () => {
    const asked: string[] = [];
    const few: TravelTimesVendor = {
      ...ways(9),
      maxPoints: 4,
      travelTimes: (points, ...more) => {
        asked.push(JSON.stringify(points));
        return ways(9).travelTimes(points, ...more);
      },
    };
    const { tripId, verdict } = await planIn(surrounded({ travelTimes: [few] }));
    expect(verdict.violations.filter(({ severity }) => severity === "error")).toEqual([]);
    await checkItinerary.call({ tripId }, surrounded({ travelTimes: [few] }));
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(new Set(asked).size).toBe(1);
  });

  test("are those of the plan, and what the checker judges by", async () => {
    const { tripId, verdict } = await planIn(surrounded({ travelTimes: [ways(23)] }));
    expect(verdict.ok).toBe(true);
    const stored = await world.context.trips.findItinerary(tripId);
    const legs = (stored?.itinerary.days ?? []).flatMap(({ items }) =>
      items.flatMap(({ travelFromPrevious }) => travelFromPrevious ?? []),
    );
    const told = legs.filter(({ mode, distanceMeters }) => mode === "walk" && distanceMeters === 1_000);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.map(({ durationMinutes }) => durationMinutes))).toEqual(new Set([23]));

    const judgedBy = async (minutes: number): Promise<string[]> => {
      const result = await checkItinerary.call({ tripId }, surrounded({ travelTimes: [ways(minutes)] }));
      const judged = read(result, z.object({ verdict: verdictSchema }));
      return judged.verdict.violations.filter(({ severity }) => severity === "error").map(({ code }) => code);
    };
    expect(await judgedBy(23)).toEqual([]);
    expect(new Set(await judgedBy(300))).toEqual(new Set(["travel_too_short"]));
  });
});
