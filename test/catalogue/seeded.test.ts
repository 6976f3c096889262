/** The catalogue once it is in the database: how much there is of it, and that no row lacks what plans need. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../db/database-for-tests.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
});
afterAll(() => database.close());

async function count(from: string): Promise<number> {
  const [row] = await database.admin(`select count(*)::integer as count from ${from}`);
  return Number(row?.count);
}

describe("cities", () => {
  test("twenty thousand and more, each with population, country and nearest airport", async () => {
    expect(await count("cities where population > 0 and iata_code is not null")).toBeGreaterThanOrEqual(20_000);
    expect(await count("cities c left join countries co on co.id = c.country_id where co.id is null")).toBe(0);
  });

  test("each airport named is one we know, and near by", async () => {
    expect(
      await count("cities c left join airports a using (iata_code) where c.iata_code is not null and a.id is null"),
    ).toBe(0);
    const far = "st_distance(c.location, a.location) > 150000";
    const big = "cities c join airports a using (iata_code) where c.population > 1000000";
    expect(await count(`${big} and ${far}`)).toBeLessThan((await count(big)) / 20);
  });

  test("the covered ones fly from their own airport", async () => {
    const own = await database.admin("select name, iata_code from cities where attraction_count > 0 order by name");
    expect(Object.fromEntries(own.map(({ name, iata_code }) => [name, iata_code]))).toMatchObject({
      ...{ Amsterdam: "AMS", Barcelona: "BCN", "Cape Town": "CPT", Florence: "FLR", Lisbon: "LIS" },
      ...{ Marrakesh: "RAK", "Mexico City": "MEX", Porto: "OPO", Rome: "FCO", Singapore: "SIN", Sydney: "SYD" },
      ...{ Tokyo: "HND", Vienna: "VIE" },
    });
  });

  test("a thousand and more with aliases or local names", async () => {
    expect(
      await count("cities where aliases <> '{}' or name_local is distinct from null and name_local <> name"),
    ).toBeGreaterThanOrEqual(1_000);
  });

  test("every zone is one the platform knows", async () => {
    const zones = await database.admin(
      "select distinct timezone from cities union select timezone from countries where timezone is not null",
    );
    const unknown = zones.map(({ timezone }) => String(timezone)).filter((zone) => !isZone(zone));
    expect(unknown).toEqual([]);
  });

  test("every name can be found under itself", async () => {
    expect(
      await count("cities c where not exists (select from city_names n where n.city_id = c.id and n.kind = 'name')"),
    ).toBe(0);
  });

  test("what is counted is what is there", async () => {
    const counted = `(select city_id, count(*) filter (where not is_eatery) as sights, count(*) filter (where is_eatery) as kitchens
      from attractions where retired_at is null group by city_id) p`;
    expect(
      await count(`${counted} join cities c on c.id = p.city_id
      where c.attraction_count <> p.sights or c.eatery_count <> p.kitchens`),
    ).toBe(0);
    expect(await count("cities where attraction_count > 0")).toBe(await count(counted));
    expect(await count("cities where attraction_count >= 25 and eatery_count >= 6")).toBeGreaterThanOrEqual(12);
  });
});

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

describe("countries", () => {
  test("each has currency, zone, centroid and bounds", async () => {
    expect(await count("countries")).toBeGreaterThanOrEqual(230);
    const lacking = await database.admin(
      `select iso_code from countries
       where currency_code is null or timezone is null or location is null or bounds is null order by 1`,
    );
    expect(lacking).toEqual([]);
  });

  test("each lies within its bounds", async () => {
    const outside = await database.admin("select iso_code from countries where not st_intersects(location, bounds)");
    expect(outside).toEqual([]);
  });

  test("most have daily costs, each with source, date and currency, ascending", async () => {
    const costed = "countries where avg_daily_cost_mid_range is not null";
    expect(await count(costed)).toBeGreaterThanOrEqual(200);
    expect(
      await count(`${costed} and avg_daily_cost_source <> '' and avg_daily_cost_as_of is not null
        and avg_daily_cost_currency is not null and avg_daily_cost_budget > 0
        and avg_daily_cost_budget < avg_daily_cost_mid_range and avg_daily_cost_mid_range < avg_daily_cost_luxury`),
    ).toBe(await count(costed));
  });

  test("each with places to plan in has its costs, and a rate to reckon them by", async () => {
    const covered =
      "countries co where exists (select from cities c where c.country_id = co.id and c.attraction_count > 0)";
    expect(await count(`${covered} and co.avg_daily_cost_budget is null`)).toBe(0);
    const rate = "select from exchange_rates r where r.currency = co.currency_code";
    expect(await count(`${covered} and co.currency_code <> 'EUR' and not exists (${rate})`)).toBe(0);
  });

  test("every currency is one the platform knows, and has a rate", async () => {
    const known = new Set(Intl.supportedValuesOf("currency"));
    const rows = await database.admin(
      `select c.currency_code as code, exists (select from exchange_rates r where r.currency = c.currency_code) as rated
       from countries c group by 1 order by 1`,
    );
    expect(rows.filter(({ code }) => !known.has(String(code))).map(({ code }) => code)).toEqual([]);
    expect(rows.filter(({ code, rated }) => !rated && code !== "EUR").map(({ code }) => code)).toEqual([]);
  });
});

describe("airports", () => {
  test("fifteen hundred and more, each in a country and on the map", async () => {
    expect(await count("airports")).toBeGreaterThanOrEqual(1_500);
    expect(await count("airports where iata_code !~ '^[A-Z]{3}$' or name = '' or city_name = ''")).toBe(0);
    expect(
      await count("airports where abs(st_y(location::geometry)) < 0.01 and abs(st_x(location::geometry)) < 0.01"),
    ).toBe(0);
  });

  test("each is near a city of its country", async () => {
    const stray = await database.admin(
      `select a.iata_code from airports a
       where a.size <> 'regional' and not exists (
         select from cities c where c.country_id = a.country_id and st_dwithin(c.location, a.location, 250000))
       order by 1`,
    );
    // Chuuk: no town of its atoll is big enough for the list of cities.
    expect(stray.map(({ iata_code }) => iata_code)).toEqual(["TKK"]);
  });

  test("no two stand on one spot", async () => {
    const same = "airports a join airports b on a.iata_code < b.iata_code and st_dwithin(a.location, b.location, 300)";
    expect(await count(same)).toBe(0);
  });
});

describe("places", () => {
  test("each in its city, with where its facts come from and when", async () => {
    expect(await count("attractions where retired_at is null")).toBeGreaterThanOrEqual(12 * 31);
    expect(
      await count("attractions a join cities c on c.id = a.city_id where st_distance(a.location, c.location) > 70000"),
    ).toBe(0);
    expect(await count("attractions where source = '' or source_date > '2026-11-23' or description is null")).toBe(0);
  });

  test("nothing has a rating: nobody rated anything", async () => {
    expect(await count("attractions where avg_rating is not null or review_count is not null")).toBe(0);
  });

  test("every kitchen costs something, every price has its currency", async () => {
    expect(await count("attractions where is_eatery and (spend_low is null or spend_high is null)")).toBe(0);
    expect(
      await count(
        "attractions a join cities c on c.id = a.city_id join countries co on co.id = c.country_id where a.currency <> co.currency_code",
      ),
    ).toBe(0);
  });
});

test("exchange rates each name their day and source", async () => {
  expect(await count("exchange_rates")).toBeGreaterThanOrEqual(30);
  expect(await count("exchange_rates where source = '' or as_of > '2026-11-23'")).toBe(0);
});
