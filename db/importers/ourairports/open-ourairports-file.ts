/**
 * OurAirports' airports.csv: the airports with scheduled flights and an IATA code. Its types are by runway and traffic
 * ("large", "medium", "small"), ours by where one can fly to: a large one counts as a hub, a medium one as
 * international where its name says so.
 */
import { type CsvShape, checkCsv, csvRows } from "../csv-rows.ts";
import { coordinatesOf, nameProblem, skipped } from "../record-parts.ts";
import type {
  AirportRecord,
  CatalogueSource,
  OpenRecordFile,
  ReadOptions,
  Skipped,
  SourceRecord,
} from "../source-record.ts";

export const OURAIRPORTS: CatalogueSource = {
  name: "ourairports",
  title: "OurAirports",
  licence: "Public domain",
  licenceUrl: "https://ourairports.com/data/",
  attribution: null,
};

const SHAPE: CsvShape = {
  title: "airports.csv of OurAirports",
  columns: [
    "id",
    "type",
    "name",
    "latitude_deg",
    "longitude_deg",
    "iso_country",
    "municipality",
    "scheduled_service",
    "iata_code",
  ],
};

const NOT_AN_AIRPORT = skipped("heliport, seaplane base, balloonport or closed");
const NO_FLIGHTS = skipped("no scheduled flights");
const NO_CODE = skipped("no IATA code");
const NO_CITY = skipped("no city");
const NO_COUNTRY = skipped("no country");

function sizeOf(type: string, name: string): AirportRecord["size"] | null {
  if (type === "large_airport") return "hub";
  if (type === "small_airport") return "regional";
  if (type !== "medium_airport") return null;
  return /\binternational\b/i.test(name) ? "international" : "regional";
}

/** "Paris (Roissy-en-France, Val-d'Oise)" → "Paris": the city that is served stands first. */
function cityOf(municipality: string): string {
  return municipality.split(/[(,/]/)[0]?.trim() ?? "";
}

function airportRecord(cells: Readonly<Record<string, string>>, fileDate: string): SourceRecord | Skipped {
  const name = (cells.name ?? "").trim();
  const size = sizeOf(cells.type ?? "", name);
  const iataCode = (cells.iata_code ?? "").trim();
  const countryCode = (cells.iso_country ?? "").trim();
  const cityName = cityOf(cells.municipality ?? "");
  if (size === null) return NOT_AN_AIRPORT;
  if (cells.scheduled_service !== "yes") return NO_FLIGHTS;
  if (!/^[A-Z]{3}$/.test(iataCode)) return NO_CODE;
  if (!/^[A-Z]{2}$/.test(countryCode)) return NO_COUNTRY;
  if (cityName === "") return NO_CITY;
  const problem = nameProblem(name);
  if (problem) return problem;
  const location = coordinatesOf(cells.latitude_deg, cells.longitude_deg);
  if ("kind" in location) return location;
  return {
    kind: "airport",
    externalId: cells.id ?? iataCode,
    sourceDate: fileDate,
    ids: {},
    name,
    location,
    iataCode,
    cityName,
    countryCode,
    size,
  };
}

async function* records(path: string, fileDate: string, options: ReadOptions): AsyncGenerator<SourceRecord | Skipped> {
  for await (const { cells } of csvRows(path, SHAPE, options)) yield airportRecord(cells, fileDate);
}

export const openOurairportsFile: OpenRecordFile = async (path, { fileDate }) => {
  await checkCsv(path, SHAPE);
  return { source: OURAIRPORTS, records: (options) => records(path, fileDate, options) };
};
