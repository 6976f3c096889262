/** Itineraries as text, against the built-in catalogue: what each says is what is read, and judged. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itineraryDraftSchema } from "../../../../trip/itinerary.ts";
import { type CheckedPaste, checkPasted } from "../../../../trip/text/pasted/check-pasted.ts";
import { readPasted } from "../../../../trip/text/pasted/read-pasted.ts";
import { tripSchema } from "../../../../trip/trip.ts";
import type { ViolationCode } from "../../../../trip/verdict.ts";
import { CATALOGUE, COUNTRIES, cityNamed, RATES } from "./catalogue.ts";
import { TEXTS } from "./texts.ts";
import { MORE_TEXTS } from "./texts-more.ts";

const TODAY = "2026-11-22";
const MONDAY = "2027-05-10";
const ALL_TEXTS = [...TEXTS, ...MORE_TEXTS];

const placeName = (id: string | null): string | undefined =>
  CATALOGUE.flatMap(({ places }) => places).find((place) => place.id === id)?.name;

function checked(text: string): CheckedPaste {
  return checkPasted(text, { today: TODAY, startDate: MONDAY, cities: CATALOGUE, countries: COUNTRIES, rates: RATES });
}

function itemsOf({ draft, assumedTimes }: CheckedPaste): string[] {
  return draft.days.flatMap(({ dayNumber, items }) =>
    items.map(({ itemKey, startTime, placeId, type }) => {
      const start = assumedTimes.includes(itemKey) ? "~" : startTime;
      return `${dayNumber} ${start} ${placeName(placeId) ?? type}`;
    }),
  );
}

/** What only the text can have caused. */
const JUDGED: ReadonlySet<ViolationCode> = new Set([
  ...(["closed_day", "outside_hours", "after_last_entry", "overlap"] as const),
  ...(["travel_too_short", "wrong_city", "repeated_place", "unknown_place", "weekday_mismatch"] as const),
]);

function errorsOf({ draft, verdict }: CheckedPaste): string[] {
  return verdict.violations
    .filter(({ code }) => JUDGED.has(code))
    .map(({ code, path }) => {
      const [, dayIndex = "", itemIndex] = /days\[(\d+)\](?:\.items\[(\d+)\])?/.exec(path) ?? [];
      const day = draft.days[Number(dayIndex)];
      const item = itemIndex === undefined ? undefined : day?.items[Number(itemIndex)];
      return `${code} ${day?.dayNumber}${item ? ` ${placeName(item.placeId) ?? item.title}` : ""}`;
    });
}

describe.each(ALL_TEXTS)("$style", ({ text, items, unresolved, errors }) => {
  const result = checked(text);

  test("its items, with the times it says", () => expect(itemsOf(result)).toEqual(items));
  test("what it names and nobody knows", () =>
    expect(result.unresolved.map((mention) => mention.text)).toEqual(unresolved));
  test("what is wrong with it", () => expect(errorsOf(result)).toEqual(errors));
  test("in the shapes of trip and draft, every mention where it stands", () => {
    expect(tripSchema.safeParse(result.trip).error).toBeUndefined();
    expect(itineraryDraftSchema.safeParse(result.draft).error).toBeUndefined();
    for (const mention of result.mentions) expect(text.slice(mention.from, mention.to)).toBe(mention.text);
  });
});

describe("a name", () => {
  const inLisbon = (name: string): string | null | undefined =>
    readPasted(`Day 1\n- 10:00 ${name}`, { today: TODAY, startDate: MONDAY, cities: [cityNamed("Lisbon")] }).mentions[0]
      ?.placeName;

  test.each([
    ["tower of Belem", "Belém Tower (riverside view)"],
    ["Jeronimos", "Jerónimos Monastery"],
    ["Jerónimos Monestary", "Jerónimos Monastery"],
    ["St. George's Castle", "São Jorge Castle"],
    ["Castelo de São Jorge", "São Jorge Castle"],
    ["Museu do Azulejo", "National Tile Museum"],
    ["Padrão dos Descobrimentos", "Monument to the Discoveries"],
    ["Gulbenkian Museum", "Calouste Gulbenkian Museum"],
    ["Sao Roque church", "Church of São Roque"],
    ["the Oceanarium", "Lisbon Oceanarium"],
    ["Visit Praca do Comercio", "Praça do Comércio"],
    ["Miradouro Senhora do Monte", "Miradouro da Senhora do Monte"],
    ["Alfama", "Alfama Lanes"],
  ])("%s is %s", (said, name) => expect(inLisbon(said)).toBe(name));

  test.each([
    "a local restaurant",
    "Lunch",
    "Stroll along the river",
    "Explore Belém",
    "Wander through Chiado",
    "Rossio station",
    "Belém Palace",
    "Hotel Avenida Palace",
    "Fado show at a tavern",
    "a museum of your choice",
    "Free time",
  ])("%s is no place", (said) => expect(inLisbon(said) ?? null).toBeNull());

  test("a sight that no city has is unknown, and stays in the plan", () => {
    const { draft, unresolved } = checked("Lisbon\nDay 1\n- 10:00 Visit the Museum of Imaginary Things");
    expect(unresolved).toMatchObject([{ text: "Museum of Imaginary Things", day: 1, placeId: null, confidence: 0 }]);
    expect(draft.days[0]?.items).toMatchObject([{ type: "attraction", title: "Museum of Imaginary Things" }]);
  });
});

describe("dates", () => {
  test("a weekday that is not the date's stays in the day's title", () => {
    const { draft } = checked("Lisbon\nDay 1 (Saturday, 2027-05-10)\n- 10:00 Alfama");
    expect(draft.days[0]).toMatchObject({ date: "2027-05-10", title: "Day 1 (Saturday)" });
  });

  test("without any, a start is chosen on which everything is open, and said", () => {
    const { trip, verdict, assumptions } = checkPasted(
      "Florence\nDay 1\n- Uffizi Gallery\nDay 2\n- Accademia Gallery",
      { today: TODAY, cities: CATALOGUE, countries: COUNTRIES },
    );
    expect(trip.startDate > TODAY).toBe(true);
    expect(verdict.ok).toBe(true);
    expect(assumptions[0]).toMatch(/^I took \w+ \d+ \w+ \d{4} as the first day: the text says no dates\.$/);
  });

  test("without any but weekdays, the next that fits them", () => {
    const { draft } = readPasted("Saturday\n- 10:00 Louvre\nSunday\n- 10:00 Orsay", {
      today: TODAY,
      cities: CATALOGUE,
    });
    expect(draft.days.map(({ date }) => date)).toEqual(["2026-12-26", "2026-12-27"]);
  });

  test("outside of those the title gives, and in the past", () => {
    const text = (dates: string): string => `# Lisbon, ${dates}\nDay 1: May 10\n- Alfama\nDay 2: May 14\n- LX Factory`;
    const codes = ({ verdict }: CheckedPaste): string[] => verdict.violations.map(({ code }) => code);
    expect(codes(checked(text("10-11 May 2027")))).toContain("outside_trip_dates");
    expect(codes(checked(text("10-11 May 2026")))).toContain("date_in_past");
  });
});

test("party, budget and diets above the days are the trip's", () => {
  const { trip } = checked("Lisbon for 2 vegetarians. Budget: €150 per person\nDay 1\n- Alfama");
  expect(trip).toMatchObject({ travelers: 2, budget: { amountMinor: 30_000, currency: "EUR" } });
  expect(trip.wishes.diets).toEqual(["vegetarian"]);
});

test("what is chosen where the text says nothing causes no fault", () => {
  const sights = cityNamed("Lisbon").places.filter(({ type }) => type === "museum" || type === "viewpoint");
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...sights), { minLength: 1, maxLength: 4 }), (chosen) => {
      const text = `Lisbon\nDay 1\n${chosen.map(({ name }) => `- ${name}`).join("\n")}`;
      const { verdict } = checkPasted(text, { today: TODAY, cities: [cityNamed("Lisbon")], countries: COUNTRIES });
      const mine = new Set<ViolationCode>(["outside_hours", "after_last_entry", "overlap", "travel_too_short"]);
      expect(verdict.violations.filter(({ code }) => mine.has(code))).toEqual([]);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test("any text at all is read, and gives shapes that hold", () => {
  const pieces = [
    "Day 1",
    "Day 2: ",
    "\n",
    "- ",
    "**",
    "|",
    "9:00",
    "25:99",
    "–",
    "Uffizi",
    "(",
    ")",
    "€",
    "lunch at ",
    "\u0000",
    "🏛",
    "then ",
    "to Porto",
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const { trip, draft, mentions } = readPasted(text, {
        today: TODAY,
        cities: [cityNamed("Florence"), cityNamed("Porto")],
      });
      expect(tripSchema.safeParse(trip).success).toBe(true);
      expect(itineraryDraftSchema.safeParse(draft).success).toBe(true);
      for (const mention of mentions) expect(text.slice(mention.from, mention.to)).toBe(mention.text);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("twenty thousand characters are read in seconds, whatever they are", () => {
  const plan = ALL_TEXTS.map(({ text }) => text).join("\n");
  for (const text of [plan, "a ".repeat(10_000), "(".repeat(20_000), "9:00 ".repeat(4_000), "Aa".repeat(10_000)]) {
    const before = process.cpuUsage();
    readPasted(text.slice(0, 20_000), { today: TODAY, cities: CATALOGUE });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(10);
  }
});
