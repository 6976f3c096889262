/** What an import brought: in all, city by city, what was left out and why, and what must be shown along with it. */
import type { CityOutcome } from "../../db/conflation/outcome.ts";
import type { ImportSummary } from "../../db/importers/run-import.ts";
import { plainText } from "../../trip/export/words.ts";
import { type Page, pageOf } from "./page.ts";
import { padLeft, padRight, widest, wrapText } from "./text-layout.ts";

const MOST_CITIES = 12;
const MOST_REASONS = 15;

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

function totalsText({ outcome, newCities }: ImportSummary): string[] {
  const { kinds } = outcome;
  const parts: [number | undefined, string, string][] = [
    [kinds.place, "place", "places"],
    [kinds.lodging, "place to sleep", "places to sleep"],
    [kinds.area, "area", "areas"],
    [kinds.city, "city", "cities"],
    [kinds.airport, "airport", "airports"],
  ];
  const read = parts.flatMap(([number, one, many]) => (number ? count(number, one, many) : []));
  const changes: [number, string][] = [
    [outcome.new, "new"],
    [outcome.merged, "merged into what is known"],
    [outcome.changed, "changed"],
    [outcome.unchanged, "as before"],
  ];
  const came = changes.flatMap(([number, text]) => (number > 0 ? `${number.toLocaleString("en")} ${text}` : []));
  const notes = [
    newCities > 0 ? `${count(newCities, "city", "cities")} were not in the catalogue before.` : "",
    outcome.unsure > 0
      ? `${outcome.unsure.toLocaleString("en")} may be places known already; they were kept apart.`
      : "",
    outcome.hoursNotUnderstood > 0
      ? `Opening hours of ${outcome.hoursNotUnderstood.toLocaleString("en")} were not understood: unknown, their text is kept.`
      : "",
  ];
  return [
    `${read.join(", ") || "Nothing that the catalogue uses"}: ${came.join(", ") || "nothing new"}.`,
    ...notes,
  ].filter((line) => line !== "");
}

const sizeOf = ({ attractions, eateries, lodgings, areas }: CityOutcome): number =>
  attractions + eateries + lodgings + areas;

function cityText({ attractions, eateries, lodgings, areas }: CityOutcome): string {
  const parts: [number, string, string][] = [
    [attractions, "to see", "to see"],
    [eateries, "to eat", "to eat"],
    [lodgings, "to sleep", "to sleep"],
    [areas, "area", "areas"],
  ];
  return parts.flatMap(([number, one, many]) => (number > 0 ? count(number, one, many) : [])).join(", ");
}

/** Those with most to see first: where one would go. */
export function citiesBySize({ outcome }: ImportSummary): CityOutcome[] {
  return Object.values(outcome.cities)
    .filter((city) => sizeOf(city) > 0)
    .sort((a, b) => b.attractions - a.attractions || sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1));
}

function cityLines(summary: ImportSummary, { paint }: Page): string[] {
  const cities = citiesBySize(summary);
  if (cities.length === 0) return [];
  const shown = cities
    .slice(0, MOST_CITIES)
    .map((city) => ({ name: `${plainText(city.name)} (${city.countryCode})`, city }));
  const width = widest(shown.map(({ name }) => name));
  const rest = cities.length - shown.length;
  return [
    "",
    paint.strong("By city"),
    ...shown.map(({ name, city }) => `  ${padRight(name, width)}  ${cityText(city)}`),
    ...(rest > 0 ? [paint.faint(`  and ${count(rest, "more city", "more cities")}`)] : []),
  ];
}

function skippedLines({ outcome }: ImportSummary, { paint }: Page): string[] {
  const reasons = Object.entries(outcome.skipped).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (reasons.length === 0) return [];
  const shown = reasons
    .slice(0, MOST_REASONS)
    .map(([reason, number]) => [number.toLocaleString("en"), reason] as const);
  const width = widest(shown.map(([number]) => number));
  const rest = reasons.slice(MOST_REASONS).reduce((sum, [, number]) => sum + number, 0);
  return [
    "",
    paint.strong("Left out"),
    ...shown.map(([number, reason]) => `  ${padLeft(number, width)}  ${plainText(reason)}`),
    ...(rest > 0 ? [paint.faint(`  ${padLeft(rest.toLocaleString("en"), width)}  for other reasons`)] : []),
  ];
}

function termsLine({ source }: ImportSummary): string {
  const terms = [source.licence, source.licenceUrl].filter((text) => text !== null).join(", ");
  const shown = plainText(source.attribution ?? source.title);
  return terms === ""
    ? `From: ${shown}, on terms that the file does not say.`
    : `Shown with it: ${shown} (${plainText(terms)})`;
}

function nextStep(summary: ImportSummary): string {
  const [city] = citiesBySize(summary);
  return city && city.attractions > 0
    ? `Now: npm run plan -- "3 days in ${plainText(city.name)} in May"`
    : "Now: npm run places -- stats";
}

export function renderImport(summary: ImportSummary, sheet: { color: boolean; width: number }): string {
  const page = pageOf(sheet);
  const { paint, width } = page;
  const seconds = Math.max(1, Math.round(summary.elapsedMs / 1000));
  const resumed = summary.resumedAt > 0 ? `, going on after ${summary.resumedAt.toLocaleString("en")}` : "";
  const read = `${count(summary.records, "record", "records")} read in ${seconds} s${resumed}`;
  return [
    `${paint.heading(plainText(summary.source.title))}  ${paint.faint(`${plainText(summary.file)}, ${read}`)}`,
    "",
    ...totalsText(summary).flatMap((line) => wrapText(line, width)),
    ...cityLines(summary, page),
    ...skippedLines(summary, page),
    "",
    ...wrapText(termsLine(summary), width),
    paint.good(nextStep(summary)),
  ].join("\n");
}
