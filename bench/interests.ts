/**
 * Whether a wish in a traveller's words finds the place that anybody would expect: labelled wishes over the built-in
 * cities, each searched for as `search_attractions` does, without a key. Says what was missed; fails below 90 %.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectDatabase } from "../db/connect.ts";
import { stopHost } from "../db/embedded/ensure-host.ts";
import { migrate } from "../db/migrate.ts";
import { seedCatalogue } from "../db/seed/seed-catalogue.ts";
import { createCatalogueStore } from "../db/stores/catalogue-store.ts";
import { createLocalEmbedder } from "../providers/embeddings/local-embedding.ts";
import { type LabelledWish, measureWishes, readWishes, type WishFigures } from "./interests/labelled.ts";

const WISHES = join(import.meta.dirname, "..", "test", "catalogue", "interest-queries.csv");
const TARGET = 0.9;

const USAGE = `npm run bench -- interests [options]
  --file FILE   labelled wishes as CSV: city,query,expected (names separated by |); the project's own by default
  --home DIR    a data folder to use and keep; a new one, removed afterwards, by default`;

const say = (text: string): void => console.error(text);

async function measureIn(home: string, cacheDir: string, wishes: readonly LabelledWish[]): Promise<WishFigures> {
  const database = await connectDatabase({ home, cacheDir });
  try {
    await migrate(database.migrations, { direction: "up" });
    const embedder = createLocalEmbedder();
    await seedCatalogue(database, { embedder, onProgress: (step) => say(`· ${step}`) });
    const { results, figures } = await measureWishes(createCatalogueStore(database, { embedders: [embedder] }), wishes);
    for (const { city, query, expected, found, place } of results) {
      if (place !== null) continue;
      say(`MISSED  ${city}, "${query}": expected ${expected.join(" or ")}; got ${found.join(", ") || "nothing"}`);
    }
    return figures;
  } finally {
    await database.close();
    await stopHost(home);
  }
}

/** Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let options: { file: string; home?: string | undefined };
  let wishes: LabelledWish[];
  try {
    options = parseArgs({
      args: [...args],
      options: { file: { type: "string", default: WISHES }, home: { type: "string" } },
    }).values;
    wishes = readWishes(await readFile(options.file, "utf8"));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  const root = await mkdtemp(join(tmpdir(), "tripwright-bench-"));
  try {
    const figures = await measureIn(options.home ?? join(root, "home"), join(root, "cache"), wishes);
    const { queries, first, firstFive, share } = figures;
    say(
      `Of ${queries} wishes ${firstFive} find a place that was expected among the first five, ${first} find it first.`,
    );
    say(share >= TARGET ? "Target met: 90 %." : "Target missed: 90 %.");
    console.log(JSON.stringify(figures));
    return share >= TARGET ? 0 : 1;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
