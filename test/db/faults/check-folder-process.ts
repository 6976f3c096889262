/** Opens a data folder that no host has open, with PostgreSQL's checker besides our extensions: `FOLDER CACHE`. */
import { PGlite } from "@electric-sql/pglite";
import { amcheck } from "@electric-sql/pglite/contrib/amcheck";
import { extensionsWith } from "../../../db/embedded/extensions.ts";
import { engineFiles } from "../../../db/embedded/template.ts";
import { auditStorage } from "./audit.ts";

const [dataDir = "", cacheDir = ""] = process.argv.slice(2);
const { postgisBundle } = await engineFiles({ cacheDir, fallbackDir: cacheDir, onBuild: () => undefined });
const engine = await PGlite.create({ dataDir, extensions: { ...extensionsWith(postgisBundle), amcheck } });
const result = await auditStorage(
  async (text, values) => (await engine.query<Record<string, unknown>>(text, values)).rows,
);
await engine.close();
process.stdout.write(JSON.stringify(result));
