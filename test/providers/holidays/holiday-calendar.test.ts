/** Which days are public holidays where: by country, by region where the region has its own. */
import { describe, expect, test } from "vitest";
import { createHolidayCalendar } from "../../../providers/holidays/holiday-calendar.ts";
import { subdivisionCode } from "../../../providers/holidays/subdivisions.ts";

const calendar = createHolidayCalendar();
const dates = async (country: string, region: string | null, year: number): Promise<string[]> => [
  ...((await calendar.publicHolidays(country, region, year))?.keys() ?? []),
];

describe("public holidays", () => {
  test("of a country, by their English names", async () => {
    const portugal = await calendar.publicHolidays("PT", null, 2027);
    expect(portugal?.get("2027-05-01")).toBe("Labour Day");
    expect(portugal?.get("2027-06-10")).toBe("Portugal Day");
    expect(portugal?.has("2027-05-10")).toBe(false);
  });

  test("of a region, where the city's region has its own", async () => {
    expect(await dates("DE", null, 2027)).not.toContain("2027-01-06");
    expect(await dates("DE", "Bavaria", 2027)).toContain("2027-01-06");
    expect(await dates("DE", "Berlin", 2027)).toContain("2027-03-08");
    expect(await dates("ES", "Catalonia", 2027)).toContain("2027-09-11");
    expect(await dates("ES", "Somewhere", 2027)).toEqual(await dates("ES", null, 2027));
  });

  test("of several days are each of them, and what begins in the evening is the day after", async () => {
    const turkey = await dates("TR", null, 2027);
    expect(turkey).toEqual(expect.arrayContaining(["2027-03-09", "2027-03-10", "2027-03-11"]));
    expect(await dates("IL", null, 2027)).toContain("2027-10-11");
    expect(await dates("IL", null, 2027)).not.toContain("2027-10-10");
  });

  test("of half a day are none", async () => {
    expect(await dates("CN", null, 2027)).not.toContain("2027-05-04");
    expect(await dates("CN", null, 2027)).toContain("2027-05-01");
  });

  test("of a country nobody knows are unknown, not none", async () => {
    expect(await calendar.publicHolidays("NP", null, 2027)).toBeNull();
    expect(await calendar.publicHolidays("XX", "Anywhere", 2027)).toBeNull();
  });

  test("are reckoned once a year and place", async () => {
    const first = await calendar.publicHolidays("FR", null, 2028);
    expect(await calendar.publicHolidays("FR", null, 2028)).toBe(first);
  });
});

test.each<[string, string, string | null]>([
  ["DE", "North Rhine-Westphalia", "NW"],
  ["CH", "Zurich", "ZH"],
  ["CH", "Basel-Stadt", "BS"],
  ["US", "New York", "NY"],
  ["GB", "Scotland", "SCT"],
  ["FR", "Île-de-France", null],
])("%s, %s is %s", (country, region, code) => {
  const states = {
    CH: [{ ZH: "Canton of Zürich" }, { ZH: "Kanton Zürich" }, { ZH: "Zürich" }],
    US: [{ NY: "New York" }],
    GB: [{ ENG: "England", SCT: "Scotland" }],
  };
  expect(subdivisionCode(country, region, states[country as keyof typeof states] ?? [])).toBe(code);
});
