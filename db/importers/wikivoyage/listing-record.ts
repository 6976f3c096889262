/** One row of a listings file as a record: a place, a lodging, or why it is neither. */
import type { FreeTextHours } from "../free-text/free-text-hours.ts";
import { readFreeTextHours } from "../free-text/free-text-hours.ts";
import { readFreeTextPrice, readFreeTextSpend } from "../free-text/free-text-price.ts";
import { coordinatesOf, dateOf, nameProblem, phoneOf, said, skipped, websiteOf } from "../record-parts.ts";
import type { PlaceRecord, Skipped, SourceRecord } from "../source-record.ts";
import { lodgingTypeOf, placeTypeOf } from "./listing-types.ts";
import { plainLine, shortDescription } from "./plain-text.ts";

type Cells = Readonly<Record<string, string>>;

export interface Edition {
  /** "en". */
  readonly language: string;
  readonly fileDate: string;
}

const WIKIDATA_ID = /^Q[1-9]\d*$/;
const NOT_A_LISTING = skipped("neither see, do, eat, drink, buy nor sleep");
const WHEELCHAIR: readonly (readonly [RegExp, "yes" | "limited" | "no"])[] = [
  [/^(?:fully )?wheelchair[- ]accessible\.?$/i, "yes"],
  [/^(?:partially|limited|partly) (?:wheelchair[- ])?accessible\.?$/i, "limited"],
  [/^(?:not|no) wheelchair[- ](?:accessible|access)\.?$/i, "no"],
];

/** Words are read as English, so other editions' hours and prices are left out. */
function hoursOf(cells: Cells, listing: string, { language }: Edition): FreeTextHours {
  if (language !== "en") return {};
  return readFreeTextHours(plainLine(cells.hours ?? ""), { isDaytime: listing === "see" || listing === "buy" });
}

function priceOf(cells: Cells, listing: string, { language }: Edition): Partial<PlaceRecord> {
  const price = language === "en" ? plainLine(cells.price ?? "") : "";
  if (listing === "see" || listing === "do") return readFreeTextPrice(price);
  const spend = listing === "eat" ? readFreeTextSpend(price) : null;
  return spend ? { spend } : {};
}

function wikipediaOf(cells: Cells, language: string): string | undefined {
  const page = plainLine(cells.wikipedia ?? "");
  if (page === "" || page.includes("|")) return undefined;
  return /^[a-z]{2,3}:/.test(page) ? page : `${language}:${page}`;
}

/** What places and lodgings have alike. */
function common(cells: Cells, externalId: string, { language, fileDate }: Edition) {
  const cell = (column: string): string => plainLine(cells[column] ?? "");
  const alt = cell("alt");
  return {
    externalId,
    sourceDate: dateOf(cells.lastEdit) ?? fileDate,
    ids: said({
      wikidata: WIKIDATA_ID.exec(cell("wikidata"))?.[0],
      wikivoyage: cells.article ? `${language}:${cells.article.trim()}` : undefined,
      wikipedia: wikipediaOf(cells, language),
    }),
    ...said({
      otherNames: alt === "" || alt.length > 200 ? [] : [alt],
      address: cell("address"),
      website: websiteOf(cells.url),
      phone: phoneOf(cell("phone")),
      wheelchair: WHEELCHAIR.find(([words]) => words.test(cell("accessibility")))?.[1],
    }),
  };
}

export function listingRecord(cells: Cells, externalId: string, edition: Edition): SourceRecord | Skipped {
  const listing = (cells.type ?? "").trim().toLowerCase();
  const name = plainLine(cells.title ?? "");
  const type = placeTypeOf(listing, name);
  if (type === null && listing !== "sleep") return NOT_A_LISTING;
  const location = coordinatesOf(cells.latitude, cells.longitude);
  const problem = nameProblem(name);
  if (problem) return problem;
  if ("kind" in location) return location;
  const thing = { ...common(cells, externalId, edition), name, location };
  if (type === null) return { kind: "lodging", ...thing, lodgingType: lodgingTypeOf(name) };
  const { closedDays, ...hours } = hoursOf(cells, listing, edition);
  return {
    kind: "place",
    ...thing,
    type,
    ...hours,
    ...said({ closedDays: closedDays && [...closedDays] }),
    ...priceOf(cells, listing, edition),
    ...said({ description: shortDescription(cells.description ?? cells.content ?? "") }),
  };
}
