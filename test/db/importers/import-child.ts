/** A process that imports the generated file slowly and says how far it is, for a test to kill: `node import-child.ts SCHEMA COUNT BATCH`. */
import { setTimeout as wait } from "node:timers/promises";
import { connectDatabase } from "../../../db/connect.ts";
import { runImport } from "../../../db/importers/run-import.ts";
import { createLocalEmbedder } from "../../../providers/embeddings/local-embedding.ts";
import { testFolders } from "../test-folders.ts";
import { generatedFile } from "./generated-file.ts";

const [schema = "", count = "0", batch = "1"] = process.argv.slice(2);
const database = await connectDatabase({ databaseUrl: process.env.TEST_DATABASE_URL, ...testFolders(), schema });
const summary = await runImport(
  database,
  generatedFile(Number(count), () => wait(1)),
  {
    path: "generated.osm",
    fingerprint: "generated",
    batchSize: Number(batch),
    signal: new AbortController().signal,
    embedder: createLocalEmbedder(),
    onProgress: ({ step, records }) => process.stdout.write(`${step} ${records}\n`),
  },
);
process.stdout.write(`${JSON.stringify(summary)}\n`);
await database.close();
