/** What the catalogue knows, as a table: a line a city, a bar a field, so that thin spots catch the eye. */
import type { CityCoverage } from "../../db/stores/catalogue-coverage.ts";
import { plainText } from "../../trip/export/words.ts";
import { type Page, pageOf } from "./page.ts";
import { padLeft, padRight, widest, wrapText } from "./text-layout.ts";

const BLOCKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const FIELDS = [
  ["hours", "hours"],
  ["admission", "price"],
  ["mealPrice", "meals"],
  ["wheelchair", "wheels"],
  ["diets", "diets"],
  ["address", "street"],
] as const;

export interface CoverageTotals {
  cities: number;
  attractions: number;
  eateries: number;
  areas: number;
  lodgings: number;
  verified: number;
  stale: number;
}

export function totalsOf(cities: readonly CityCoverage[]): CoverageTotals {
  const sum = (of: (city: CityCoverage) => number): number => cities.reduce((all, city) => all + of(city), 0);
  return {
    cities: cities.length,
    attractions: sum(({ attractions }) => attractions),
    eateries: sum(({ eateries }) => eateries),
    areas: sum(({ areas }) => areas),
    lodgings: sum(({ lodgings }) => lodgings),
    verified: sum(({ verified }) => verified),
    stale: sum(({ stale }) => stale),
  };
}

/** "▇ 83%"; nothing to measure is a dash. */
function shareText(share: number | null): string {
  if (share === null) return "–";
  const block = BLOCKS[Math.min(BLOCKS.length - 1, Math.floor(share * BLOCKS.length))] ?? "";
  return `${block} ${Math.round(share * 100)}%`;
}

/** "54/59": that many of them can be placed with certainty. */
const usableText = (usable: number, all: number): string => (usable === all ? `${all}` : `${usable}/${all}`);

function rowOf(city: CityCoverage): string[] {
  return [
    `${plainText(city.name)} (${city.countryCode})`,
    usableText(city.usableAttractions, city.attractions),
    usableText(city.usableEateries, city.eateries),
    `${city.areas}`,
    `${city.verified}`,
    ...FIELDS.map(([field]) => shareText(city.known[field])),
  ];
}

const HEAD = ["City", "sights", "eateries", "areas", "verified", ...FIELDS.map(([, title]) => title)];
const GAP = "  ";

/** On a narrow terminal the last fields are left out rather than wrapped. */
function table(rows: readonly string[][], { paint, width }: Page): string[] {
  const widths = HEAD.map((title, column) => Math.max(title.length, widest(rows.map((row) => row[column] ?? ""))));
  let columns = widths.length;
  const spread = (): number => widths.slice(0, columns).reduce((all, each) => all + each + GAP.length, -GAP.length);
  while (columns > 4 && spread() > width) columns -= 1;
  const line = (cells: readonly string[]): string =>
    cells
      .slice(0, columns)
      .map((cell, column) => (column === 0 ? padRight(cell, widths[0] ?? 0) : padLeft(cell, widths[column] ?? 0)))
      .join(GAP);
  return [paint.strong(line(HEAD)), ...rows.map(line)];
}

export function renderCoverage(
  cities: readonly CityCoverage[],
  { color, width }: { color: boolean; width: number },
): string {
  const page = pageOf({ color, width });
  const totals = totalsOf(cities);
  const count = (value: number): string => value.toLocaleString("en");
  const sum = `${count(totals.cities)} cities with ${count(totals.attractions)} places to visit, ${count(totals.eateries)} to eat, ${count(totals.areas)} areas and ${count(totals.lodgings)} places to stay; ${count(totals.verified)} places verified by a person, ${count(totals.stale)} with facts over a year old.`;
  const legend =
    'Where two numbers stand, the first counts those with known hours. Percentages: of how many places the field is known. Look at one: npm run places -- show "name" --city City';
  return [
    ...table(cities.map(rowOf), page),
    "",
    ...wrapText(sum, page.width),
    ...wrapText(legend, page.width).map(page.paint.faint),
  ].join("\n");
}
