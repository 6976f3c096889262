/**
 * Makes the two files every start needs, once per machine and version: the cut-down PostGIS bundle and
 * a dump of a fresh data folder with all extensions created. A process of its own, because it takes
 * memory that a thread's end would not give back.
 */
import { writeFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { z } from "zod";
import { cutPostgisBundle, EXTENSION_NAMES, extensionsWith } from "./extensions.ts";
import { endWithLastLine } from "./last-line.ts";

const optionsSchema = z.object({ postgisBundle: z.string(), template: z.string() });
export type TemplateOptions = z.infer<typeof optionsSchema>;

endWithLastLine();
const { postgisBundle, template } = optionsSchema.parse(JSON.parse(process.argv[2] ?? "null"));
await writeFile(postgisBundle, await cutPostgisBundle());
const engine = await PGlite.create({ extensions: extensionsWith(postgisBundle) });
for (const name of EXTENSION_NAMES) await engine.exec(`create extension ${name} schema public`);
await engine.exec("checkpoint");
const dump = await engine.dumpDataDir("gzip");
await writeFile(template, Buffer.from(await dump.arrayBuffer()));
await engine.close();
