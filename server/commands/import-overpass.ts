/**
 * `tripwright import overpass CITY`: a city's places from OpenStreetMap, asked for in one question. It is for once a
 * month: the servers are other people's.
 */
import { createHash } from "node:crypto";
import { lastImportOf } from "../../db/importers/import-runs.ts";
import { OPENSTREETMAP } from "../../db/importers/osm/open-osm.ts";
import { openExtract } from "../../db/importers/osm/overpass/open-extract.ts";
import { placeTags } from "../../db/importers/osm/tags/describe.ts";
import { type ImportProgress, type ImportSummary, runImport } from "../../db/importers/run-import.ts";
import { createLocalEmbedder } from "../../providers/embeddings/local-embedding.ts";
import type { City } from "../../trip/catalogue.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { MapVendor } from "../../trip/vendor-ports.ts";
import type { CommandSession } from "../session.ts";

export interface OverpassOptions {
  /** Kilometres around the city's middle. */
  radius?: string;
  force?: boolean;
}

const USUAL_KILOMETERS = 6;
const MOST_KILOMETERS = 15;
const LEAST_DAYS = 30;
const DAY_MS = 86_400_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function radiusOf(typed: string | undefined): number {
  const kilometers = typed === undefined ? USUAL_KILOMETERS : Number(typed);
  if (kilometers > 0 && kilometers <= MOST_KILOMETERS) return Math.round(kilometers * 1000);
  const message = `Expected --radius in kilometres up to ${MOST_KILOMETERS}, got "${typed}". For more, import an extract: npm run import -- osm FILE`;
  throw new TripwrightError("invalid_input", message, { radius: typed });
}

function mapsOf({ runtime }: Pick<CommandSession, "runtime">): MapVendor {
  if (runtime.maps) return runtime.maps;
  const message =
    "Expected somebody who may be asked for the map, and nobody is set up: set TRIPWRIGHT_PROVIDERS=overpass for the public server, or OVERPASS_URL for your own.";
  throw new TripwrightError("provider_not_configured", message);
}

async function cityOf(typed: string, { toolContext }: Pick<CommandSession, "toolContext">): Promise<City> {
  const { catalogue } = toolContext;
  if (UUID.test(typed)) return catalogue.getCity(typed.toLowerCase());
  const [city] = await catalogue.searchCities({ text: typed, limit: 1 });
  if (city) return city;
  throw new TripwrightError("city_not_found", `Expected a city's name or id, got "${typed}".`, { city: typed });
}

/** Throws `allowance_spent` for a city that was asked for within the month. */
async function refuseTooSoon(city: City, name: string, { database, toolContext }: CommandSession): Promise<void> {
  const last = await database.transaction({ kind: "importer" }, (tx) => lastImportOf(tx, OPENSTREETMAP.name, name));
  if (last === null) return;
  const next = new Date(last.getTime() + LEAST_DAYS * DAY_MS);
  if (next <= toolContext.clock.now()) return;
  const day = (instant: Date): string => instant.toISOString().slice(0, 10);
  throw new TripwrightError(
    "allowance_spent",
    `Expected ${LEAST_DAYS} days between two questions for ${city.name}: it was brought in on ${day(last)}. Wait until ${day(next)}, or say --force where the server is your own.`,
    { city: city.name, lastImport: day(last) },
  );
}

export async function importFromOverpass(
  typed: string,
  options: OverpassOptions,
  session: CommandSession,
  { say, onProgress }: { say(message: string): void; onProgress(progress: ImportProgress): void },
): Promise<ImportSummary> {
  const radiusMeters = radiusOf(options.radius);
  const maps = mapsOf(session);
  const city = await cityOf(typed, session);
  const name = `overpass:${city.id}`;
  if (!options.force) await refuseTooSoon(city, name, session);
  const { signal, database, toolContext } = session;
  say(`Asking ${maps.provider} for ${city.name} (${city.countryCode}), ${radiusMeters / 1000} km around its middle`);
  const asked = { center: city.location, radiusMeters, wanted: placeTags() };
  const extract = await maps.extract(asked, { signal, userId: null, runId: null });
  return runImport(database, openExtract(extract, toolContext.clock.today()), {
    path: name,
    fingerprint: createHash("sha256")
      .update(JSON.stringify([name, extract.elements]))
      .digest("hex"),
    signal,
    // Told anew, it counts as brought in today, also where nothing has changed.
    again: true,
    embedder: createLocalEmbedder(),
    onProgress,
  });
}
