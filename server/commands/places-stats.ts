/** `tripwright places stats`: how much the catalogue knows, city by city and field by field. */
import { listCoverage } from "../../db/stores/catalogue-coverage.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { renderCoverage, totalsOf } from "../render/render-coverage.ts";
import { withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

export interface PlacesStatsOptions {
  city?: string;
  json?: boolean;
  today?: string;
}

export async function placesStatsCommand({ city, json, today }: PlacesStatsOptions): Promise<void> {
  await withSession({ today }, async ({ database, toolContext, config }) => {
    const all = await database.read({ kind: "service" }, (tx) => listCoverage(tx, toolContext.clock.today()));
    const wanted = city?.trim().toLowerCase();
    const cities = wanted === undefined ? all : all.filter(({ name }) => name.toLowerCase() === wanted);
    if (wanted !== undefined && cities.length === 0) {
      throw new TripwrightError(
        "city_not_found",
        `Expected a city with places in the catalogue, got "${city}". See them all: npm run places -- stats`,
        { city },
      );
    }
    const document = { cities, totals: totalsOf(cities) };
    process.stdout.write(
      json ? `${JSON.stringify(document, null, 2)}\n` : `${renderCoverage(cities, terminal(config))}\n`,
    );
  });
}
