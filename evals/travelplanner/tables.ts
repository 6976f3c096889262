/** The exam's tables as its own loaders see them: a row with an empty cell does not exist, and the order is the file's. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { TripwrightError } from "../../trip/errors.ts";

export interface FlightRow {
  number: string;
  price: number;
  departs: string;
  arrives: string;
  elapsed: string;
  date: string;
  from: string;
  to: string;
}
export interface StayRow {
  name: string;
  city: string;
  roomType: string;
  price: number;
  minimumNights: number;
  rating: number;
  houseRules: string;
  sleeps: number;
}
export interface RestaurantRow {
  name: string;
  city: string;
  cuisines: string;
  price: number;
  rating: number;
}
export interface AttractionRow {
  name: string;
  city: string;
  lat: number;
  lon: number;
}
export interface DistanceRow {
  from: string;
  to: string;
  duration: string;
  distance: string;
}

export interface ExamTables {
  flights: FlightRow[];
  stays: StayRow[];
  restaurants: RestaurantRow[];
  attractions: AttractionRow[];
  distances: DistanceRow[];
  /** Cities by name, with their state. */
  states: Map<string, string>;
}

type Cells = Record<string, string>;

/** The texts that pandas takes for a missing value. */
const MISSING = new Set(
  "|#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null".split("|"),
);

export async function readDataFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const came = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new TripwrightError(
      "invalid_input",
      `${name} was expected in the data folder ${folder}; reading it gave ${came}. Give a folder with train.jsonl or validation.jsonl, flights.csv and db/`,
    );
  }
}

async function rowsOf(folder: string, name: string, columns: readonly string[]): Promise<Cells[]> {
  const text = await readDataFile(folder, name);
  let rows: Cells[];
  try {
    rows = parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_quotes: true,
      relax_column_count: true,
    });
  } catch (error) {
    const came = error instanceof Error ? error.message : String(error);
    throw new TripwrightError(
      "invalid_input",
      `${name} was expected to be a CSV file; ${came}. Mend it or copy it anew`,
    );
  }
  const missing = columns.filter((column) => rows[0] !== undefined && !(column in rows[0]));
  if (missing.length === 0) return rows;
  throw new TripwrightError(
    "invalid_input",
    `${name} was expected to have the columns ${columns.join(", ")}; it lacks ${missing.join(", ")}. Copy the file anew`,
  );
}

function isWhole(cells: Cells): boolean {
  return Object.values(cells).every((cell) => !MISSING.has(cell));
}

function hasNumbers(row: object): boolean {
  return Object.values(row).every((value) => typeof value !== "number" || Number.isFinite(value));
}

async function readStates(folder: string): Promise<Map<string, string>> {
  const text = await readDataFile(folder, "db/background/citySet_with_states.txt");
  const pairs = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const [city, state] = line.split("\t");
    return city === undefined || state === undefined ? [] : [[city, state]];
  });
  return new Map(pairs);
}

const FILES = {
  flights: [
    "Flight Number",
    "Price",
    "DepTime",
    "ArrTime",
    "ActualElapsedTime",
    "FlightDate",
    "OriginCityName",
    "DestCityName",
  ],
  stays: [
    "NAME",
    "room type",
    "price",
    "minimum nights",
    "review rate number",
    "house_rules",
    "maximum occupancy",
    "city",
  ],
  restaurants: ["Name", "City", "Cuisines", "Average Cost", "Aggregate Rating"],
  attractions: ["Name", "Latitude", "Longitude", "City"],
  distances: ["origin", "destination", "duration", "distance"],
} as const;

/** Cells in the order of the columns above. */
function cellsOf(rows: readonly Cells[], columns: readonly string[]): string[][] {
  return rows.map((cells) => columns.map((column) => cells[column] ?? ""));
}

export async function readTables(folder: string): Promise<ExamTables> {
  const read = async (name: string, columns: readonly string[]) => {
    return cellsOf((await rowsOf(folder, name, columns)).filter(isWhole), columns);
  };
  const flights = await read("flights.csv", FILES.flights);
  const stays = await read("db/accommodations/clean_accommodations_2022.csv", FILES.stays);
  const restaurants = await read("db/restaurants/clean_restaurant_2022.csv", FILES.restaurants);
  const attractions = await read("db/attractions/attractions.csv", FILES.attractions);
  const distances = await rowsOf(folder, "db/googleDistanceMatrix/distance.csv", FILES.distances);
  return {
    flights: flights.map(flightRow).filter(hasNumbers),
    stays: stays.map(stayRow).filter(hasNumbers),
    restaurants: restaurants.map(restaurantRow).filter(hasNumbers),
    attractions: attractions.map(attractionRow),
    distances: cellsOf(distances, FILES.distances).map(distanceRow),
    states: await readStates(folder),
  };
}

function flightRow([
  number = "",
  price,
  departs = "",
  arrives = "",
  elapsed = "",
  date = "",
  from = "",
  to = "",
]: string[]): FlightRow {
  return { number, price: Number(price), departs, arrives, elapsed, date, from, to };
}

function stayRow([
  name = "",
  roomType = "",
  price,
  nights,
  rating,
  houseRules = "",
  sleeps,
  city = "",
]: string[]): StayRow {
  const numbers = {
    price: Number(price),
    minimumNights: Number(nights),
    rating: Number(rating),
    sleeps: Number(sleeps),
  };
  return { name, city, roomType, houseRules, ...numbers };
}

function restaurantRow([name = "", city = "", cuisines = "", price, rating]: string[]): RestaurantRow {
  return { name, city, cuisines, price: Number(price), rating: Number(rating) };
}

function attractionRow([name = "", lat, lon, city = ""]: string[]): AttractionRow {
  return { name, city, lat: Number(lat), lon: Number(lon) };
}

/** Here the exam drops nothing: an empty cell is a way that does not exist. */
function distanceRow([from = "", to = "", duration = "", distance = ""]: string[]): DistanceRow {
  return { from, to, duration, distance };
}
