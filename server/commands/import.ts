/** `tripwright import city FILE`: places of your own, in the shape of the built-in city files. */
import { readFile } from "node:fs/promises";
import { importCityFile } from "../../db/seed/import-city.ts";
import { createLocalEmbedder } from "../../providers/embeddings/local-embedding.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { createProgress } from "../progress.ts";
import { withSession } from "../session.ts";

const FORMATS = ["city"];

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new TripwrightError("invalid_input", `Expected a file that can be read, got "${file}".`, { file }, cause);
  }
}

/** What is wrong with a built-in file is our fault; what is wrong with this one is for its author to mend. */
function asBadFile(error: unknown): never {
  if (!(error instanceof TripwrightError) || error.code !== "catalogue_invalid") throw error;
  throw new TripwrightError("invalid_input", error.message, error.details, error);
}

export async function importCommand(format: string, file: string, options: { json?: boolean }): Promise<void> {
  if (!FORMATS.includes(format)) {
    throw new TripwrightError(
      "invalid_input",
      `Expected one of ${FORMATS.join(", ")} as the kind of file, got "${format}". For example: npm run import -- city my-town.json`,
    );
  }
  const content = await contentOf(file);
  const { say } = createProgress({ quiet: options.json === true });
  await withSession({ onProgress: say }, async ({ database }) => {
    const report = await importCityFile(database, file, content, createLocalEmbedder()).catch(asBadFile);
    const { city, countryCode, attractions, eateries } = report;
    const line = `${city} (${countryCode}) now has ${attractions} attractions and ${eateries} places to eat from ${file}.`;
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : `${line}\n`);
  });
}
