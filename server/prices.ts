/** The prices that calls of models are reckoned with: a file of the operator's own, then the built-in list. */
import { readFile } from "node:fs/promises";
import { createPriceTable, LIST_PRICES, type PriceTable, readPriceList } from "../agents/models/prices.ts";
import { TripwrightError } from "../trip/errors.ts";

function unusable(file: string, wrong: string): TripwrightError {
  const message = `TRIPWRIGHT_PRICES names ${file}, which could not be used. ${wrong}. agents/models/list-prices.json shows the form.`;
  return new TripwrightError("invalid_input", message, { file });
}

/** Throws `invalid_input`. */
export async function loadPrices(file: string | undefined): Promise<PriceTable> {
  if (file === undefined) return createPriceTable(LIST_PRICES);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw unusable(file, error instanceof SyntaxError ? "It is no JSON" : "It could not be read");
  }
  const read = readPriceList(content);
  if ("wrong" in read) throw unusable(file, read.wrong);
  return createPriceTable(read.list, LIST_PRICES);
}
