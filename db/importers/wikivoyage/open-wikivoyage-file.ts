/**
 * Wikivoyage's listings, as the wikivoyage-listings project publishes them: one CSV a language edition
 * ("wikivoyage-listings-en-20260901.csv"), a row a listing, listings of an article together.
 */
import { basename } from "node:path";
import { type CsvShape, checkCsv, csvRows } from "../csv-rows.ts";
import { externalIdFrom } from "../external-id.ts";
import type { CatalogueSource, OpenRecordFile, ReadOptions, Skipped, SourceRecord } from "../source-record.ts";
import { type Edition, listingRecord } from "./listing-record.ts";
import { plainLine } from "./plain-text.ts";

export const WIKIVOYAGE: CatalogueSource = {
  name: "wikivoyage",
  title: "Wikivoyage",
  licence: "CC-BY-SA-4.0",
  licenceUrl: "https://creativecommons.org/licenses/by-sa/4.0/",
  attribution: "Wikivoyage contributors, CC BY-SA 4.0",
};

const SHAPE: CsvShape = {
  title: "a listings file of Wikivoyage (CSV)",
  columns: ["article", "type", "title", "latitude", "longitude"],
};
/** "wikivoyage-listings-en-20260901.csv", also "…-latest.csv". */
const FILE_NAME = /listings[-_.]([a-z]{2,3})\b(?:[-_.](\d{4})-?(\d{2})-?(\d{2}))?/i;

function editionOf(path: string, fileDate: string): Edition {
  const [, language = "en", year, month, day] = FILE_NAME.exec(basename(path)) ?? [];
  return { language: language.toLowerCase(), fileDate: year ? `${year}-${month}-${day}` : fileDate };
}

/** Listings have no ids: article and title name them, and the same title again is the second, third … of its article. */
class ListingIds {
  #article = "";
  readonly #seen = new Map<string, number>();

  next(language: string, article: string, title: string): string {
    if (article !== this.#article) {
      this.#article = article;
      this.#seen.clear();
    }
    const count = (this.#seen.get(title) ?? 0) + 1;
    this.#seen.set(title, count);
    return externalIdFrom(`${language}:${article}#${title}${count > 1 ? `#${count}` : ""}`);
  }
}

async function* listings(path: string, edition: Edition, options: ReadOptions): AsyncGenerator<SourceRecord | Skipped> {
  const ids = new ListingIds();
  for await (const { cells } of csvRows(path, SHAPE, options)) {
    const id = ids.next(edition.language, (cells.article ?? "").trim(), plainLine(cells.title ?? ""));
    yield listingRecord(cells, id, edition);
  }
}

export const openWikivoyageFile: OpenRecordFile = async (path, { fileDate }) => {
  await checkCsv(path, SHAPE);
  const edition = editionOf(path, fileDate);
  return { source: WIKIVOYAGE, records: (options) => listings(path, edition, options) };
};
