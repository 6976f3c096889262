/** Every built-in city holds a trip: three days that stand, full enough to be worth the journey, fed on each. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { planItinerary } from "../../tools/plan-itinerary.ts";
import { verdictSchema } from "../../trip/verdict.ts";
import { newTrip, openToolWorld, read, type ToolWorld } from "../tools/tool-context.ts";

const plannedSchema = z.object({
  itinerary: z.object({
    days: z.array(z.object({ items: z.array(z.looseObject({ type: z.string(), placeId: z.string().nullable() })) })),
  }),
  verdict: verdictSchema,
});

let world: ToolWorld;
let cities: { id: string; name: string }[];
beforeAll(async () => {
  const shared = await openToolWorld({ catalogue: "full" });
  world = { ...shared, context: await shared.stranger() };
  const rows = await world.database.admin(
    `select c.id, c.name from cities c
     where c.attraction_count > 0 order by c.name`,
  );
  cities = rows.map(({ id, name }) => ({ id: String(id), name: String(name) }));
});
afterAll(() => world.close());

/** A Sunday, a Monday and a Tuesday: most museums close on one of them. */
const DATES = { startDate: "2027-05-09", endDate: "2027-05-11" };

test("three days in each city hold, with a named meal and at least three sights a day", async () => {
  const thin: string[] = [];
  for (const { id, name } of cities) {
    const trip = await newTrip(world, { ...DATES, cityIds: [id], travelers: 2 });
    const { itinerary, verdict } = read(await planItinerary.call({ tripId: trip.id }, world.context), plannedSchema);
    const errors = verdict.violations.filter(({ severity }) => severity === "error");
    expect(errors, name).toEqual([]);
    const items = itinerary.days.flatMap((day) => day.items);
    const named = (type: string): number => items.filter((item) => item.type === type && item.placeId).length;
    if (named("attraction") < 9 || named("meal") < 3) {
      thin.push(`${name}: ${named("attraction")} sights, ${named("meal")} named meals`);
    }
  }
  expect(cities.length).toBeGreaterThanOrEqual(60);
  expect(thin).toEqual([]);
}, 300_000);
