/** No result is long unless it was asked for in full: the worst that travellers bring, counted with the tokenizer. */
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { estimatedTokens } from "../../../mcp/token-estimate.ts";
import { openToolWorld, type ToolWorld } from "../../tools/tool-context.ts";
import { connectTools, linksOf, type ToolAnswer, type ToolClient, textOf } from "./tool-client.ts";

const MOST_TOKENS = 6_000;
const tokensIn = (value: unknown): number => encode(JSON.stringify(value)).length;

let world: ToolWorld;
let assistant: ToolClient;
beforeAll(async () => {
  world = await openToolWorld();
  assistant = await connectTools(world);
});
afterAll(async () => {
  await assistant[Symbol.asyncDispose]();
  await world.close();
});

async function called(name: string, args: Record<string, unknown>): Promise<ToolAnswer> {
  const answer = await assistant.call(name, args);
  expect(answer.structuredContent.error).toBeUndefined();
  const { content, structuredContent } = answer;
  expect(tokensIn({ content, structuredContent })).toBeLessThanOrEqual(MOST_TOKENS);
  return answer;
}

const placesSchema = z.object({
  places: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  nextCursor: z.string().nullish(),
});
const planSchema = z.object({
  trip: z.looseObject({ id: z.string() }).optional(),
  itinerary: z.looseObject({
    version: z.int(),
    days: z.array(z.looseObject({ dayNumber: z.int(), date: z.string(), stops: z.array(z.string()) })),
  }),
  nextCursor: z.string().nullish(),
});

describe("fifty places of a city", () => {
  test("come in pages that are cut where they get too long, and together are all of them, once", async () => {
    const cityId = await world.cityId("Tokyo");
    const args = { cityId, openOn: "2027-05-11", limit: 50 };
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const answer = await called("search_attractions", cursor ? { ...args, cursor } : args);
      const page = placesSchema.parse(answer.structuredContent);
      found.push(...page.places.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const all = await assistant.call("search_attractions", { ...args, detail: "full" });
    expect(new Set(found).size).toBe(found.length);
    expect(found.slice(0, 50)).toEqual(placesSchema.parse(all.structuredContent).places.map(({ id }) => id));
  });

  test("that are read by their ids are told in part, and the notice says how the rest is had", async () => {
    const cityId = await world.cityId("Lisbon");
    const { structuredContent } = await called("search_attractions", { cityId, limit: 20 });
    const placeIds = placesSchema.parse(structuredContent).places.map(({ id }) => id);
    const read = await called("get_places", { placeIds, date: "2027-05-11" });
    expect(placesSchema.parse(read.structuredContent).places.length).toBeLessThan(placeIds.length);
    expect(read.structuredContent.notices.join(" ")).toMatch(/places has \d+ of 20 entries here.*detail "full"/);
  });
});

describe.each([
  ["fourteen days of one city", ["Tokyo"], "2027-05-10", "2027-05-23", 14],
  ["thirty days of three cities", ["Lisbon", "Paris", "Rome"], "2027-05-01", "2027-05-30", 30],
] as const)("%s", (_, cities, startDate, endDate, days) => {
  let made: ToolAnswer;
  beforeAll(async () => {
    const cityIds = await Promise.all(cities.map((name) => world.cityId(name)));
    made = await called("create_trip", { cityIds, startDate, endDate, pace: "fast", planNow: true });
  });

  test("are read to their end by cursor: every day once, whole and in order", async () => {
    const first = planSchema.parse(made.structuredContent);
    const tripId = first.trip?.id ?? "";
    const { version } = first.itinerary;
    const read = [...first.itinerary.days];
    let cursor = first.nextCursor;
    while (cursor) {
      const { structuredContent } = await called("get_trip", { tripId, version, cursor });
      const page = planSchema.parse(structuredContent);
      read.push(...page.itinerary.days);
      cursor = page.nextCursor;
    }
    expect(read.map(({ dayNumber }) => dayNumber)).toEqual(Array.from({ length: days }, (__, index) => index + 1));
    const stored = await world.context.trips.findItinerary(tripId, version);
    expect(read.map(({ stops }) => stops.length)).toEqual(stored?.itinerary.days.map(({ items }) => items.length));
    expect(linksOf(made)).toEqual([`trip://${tripId}/itinerary.md`]);
  });

  test("stay short in every other telling", { timeout: 240_000 }, async () => {
    const { trip, nextCursor } = planSchema.parse(made.structuredContent);
    const tripId = trip?.id ?? "";
    expect(typeof nextCursor === "string").toBe(days > 14);
    await called("get_trip", { tripId });
    await called("check_itinerary", { tripId });
    await called("plan_itinerary", { tripId, select: false });
    await called("edit_itinerary", {
      tripId,
      operations: [
        { op: "rain", day: 2 },
        { op: "swap_days", fromDay: 3, day: 4 },
      ],
    });
    await called("update_trip", { tripId, pace: "relaxed" });
    for (const format of ["md", "ics", "geojson", "html"]) await called("export_itinerary", { tripId, format });
  });

  test("leave as files whole or not at all, with a link to the whole", async () => {
    const { trip } = planSchema.parse(made.structuredContent);
    const tripId = trip?.id ?? "";
    for (const format of ["ics", "geojson", "html", "json"]) {
      const args = { tripId, format, version: 1, inline: true };
      const answer = await called("export_itinerary", args);
      const full = await assistant.call("export_itinerary", { ...args, detail: "full" });
      const whole = z.object({ text: z.string() }).parse(full.structuredContent).text;
      expect(tokensIn(whole)).toBeGreaterThan(MOST_TOKENS);
      expect(answer.structuredContent).toMatchObject({ text: null });
      expect(textOf(answer)).not.toContain("its text is given");
      expect(answer.structuredContent.notices[0]).toMatch(/^Too long .* detail "full"\.$/);
      const file = format === "json" ? "md" : format;
      expect(linksOf(answer)).toEqual([`trip://${tripId}/itinerary.${file}?version=1`]);
    }
  });

  test("are told day by day in the text, each stop by the position that an edit takes, and where the others are", async () => {
    const { trip, itinerary } = planSchema.parse(made.structuredContent);
    const tripId = trip?.id ?? "";
    const stored = await world.context.trips.findItinerary(tripId, itinerary.version);
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const text = textOf(await called("get_trip", { tripId, version: itinerary.version, ...(cursor && { cursor }) }));
      read.push(...text.matchAll(/(?<=[:;] )\d+\.\d+(?= \d\d:\d\d )/g).map(([position]) => position));
      cursor = /more days by get_trip with tripId \S+, version \d+ and cursor (\w+)\./.exec(text)?.[1];
      cursor ??= /get_trip with tripId \S+, version \d+ and cursor (\w+)/.exec(text)?.[1];
    } while (cursor);
    expect(read).toEqual(
      stored?.itinerary.days.flatMap(({ dayNumber, items }) => items.map((_, index) => `${dayNumber}.${index + 1}`)),
    );
  });

  test("that are brought as a draft with everything wrong are judged, and the draft is not told back", async () => {
    const { trip, itinerary } = planSchema.parse(made.structuredContent);
    const tripId = trip?.id ?? "";
    const stored = await world.context.trips.findItinerary(tripId, itinerary.version);
    const drafted = (stored?.itinerary.days ?? []).map(({ items, ...day }) => ({
      ...day,
      items: items.map((item) => ({ ...item, startTime: "03:00", endTime: "03:30" })),
    }));
    const answer = await called("check_itinerary", { tripId, draft: { days: drafted } });
    const { request, verdict } = z
      .object({
        request: z.object({ draft: z.string() }),
        verdict: z.object({ violations: z.array(z.looseObject({ severity: z.string() })) }),
      })
      .parse(answer.structuredContent);
    expect(request.draft).toBe(`${days} days`);
    expect(verdict.violations.length).toBeGreaterThan(3);
    expect(answer.structuredContent.notices[0]).toMatch(/(?:violations|days|changes) has \d+ of \d+ entries here/);
  });
});

test("a cursor of another version of the plan, or of another trip, is refused", async () => {
  const cityIds = [await world.cityId("Lisbon")];
  const { structuredContent } = await called("create_trip", {
    cityIds,
    startDate: "2027-05-10",
    endDate: "2027-05-11",
    planNow: true,
  });
  const tripId = planSchema.parse(structuredContent).trip?.id ?? "";
  const { structuredContent: listed } = await called("search_cities", { coveredOnly: true, limit: 2 });
  for (const cursor of [
    z.object({ nextCursor: z.string() }).parse(listed).nextCursor,
    "MTguaDRmYkhteFdPYzky",
    "18",
    "…",
  ]) {
    const refused = await assistant.call("get_trip", { tripId, cursor });
    expect(refused.structuredContent).toMatchObject({ status: "error", error: { code: "invalid_input" } });
    expect(refused.structuredContent.error?.message).toMatch(
      /^Expected the nextCursor .* Leave it out to begin at the start\.$/,
    );
  }
});

test("a month pasted as text, with everything wrong that can be, is judged in a short answer", {
  timeout: 240_000,
}, async () => {
  const cityId = await world.cityId("Lisbon");
  const { structuredContent } = await called("search_attractions", { cityId, limit: 20 });
  const names = placesSchema.parse(structuredContent).places.map(({ name }) => name);
  const day = (number: number): string =>
    [
      `Day ${number} (${number} May 2027), Lisbon`,
      ...names.slice(number % 10, (number % 10) + 9).map((name, hour) => `${8 + hour}:30 ${name}`),
    ].join("\n");
  const text = Array.from({ length: 30 }, (_, index) => day(index + 1)).join("\n\n");
  const { structuredContent: judged } = await called("check_itinerary", { text });
  const { verdict } = z
    .object({ verdict: z.object({ ok: z.boolean(), violations: z.array(z.looseObject({ severity: z.string() })) }) })
    .parse(judged);
  expect(verdict.ok).toBe(false);
  expect(verdict.violations.length).toBeGreaterThan(3);
  expect(new Set(verdict.violations.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  expect(judged.notices.join(" ")).toMatch(/verdict\.violations has \d+ of \d+ entries here/);
});

test.each<[string, Record<string, unknown>]>([
  ["edit_itinerary", { operations: Array(20).fill({ op: "lock", item: "1.1", ["note".repeat(2_000)]: 1 }) }],
  ["create_trip", { startDate: "2027-05-10", endDate: "2027-05-12", title: "浅草寺".repeat(9_000) }],
  ["check_itinerary", { draft: { days: Array(400).fill({ items: [] }) } }],
  ["search_cities", Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`argument${at}`, at]))],
])("what %s refuses does not come back whole", async (name, args) => {
  const { content, structuredContent } = await assistant.call(name, args);
  expect(structuredContent.error).toBeDefined();
  expect(tokensIn({ content, structuredContent })).toBeLessThanOrEqual(MOST_TOKENS);
});

test("tokens are estimated within an eighth, for names of any script", async () => {
  const answers = await Promise.all([
    called("search_attractions", { cityId: await world.cityId("Tokyo"), limit: 20 }),
    called("search_attractions", { cityId: await world.cityId("Cairo"), limit: 20 }),
    called("search_cities", { coveredOnly: true, limit: 20 }),
  ]);
  for (const { structuredContent } of answers) {
    const exact = tokensIn(structuredContent);
    expect(Math.abs(estimatedTokens(structuredContent) - exact) / exact).toBeLessThan(1 / 8);
  }
  const scripts = "浅草寺は東京最古の寺です。 Храм Василия Блаженного. معبد الكرنك في الأقصر.".repeat(20);
  expect(estimatedTokens(scripts)).toBeGreaterThan(encode(scripts).length * 0.85);
});
