/**
 * Makes `mcp/itinerary-app.html` of `web/itinerary-app/`: one page with its style and script in it, that asks no network
 * for anything. Run it after a change there (`node web/build-itinerary-app.ts`); a test holds the two together.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { STYLE } from "./itinerary-app/style.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const STAND_INS = here("itinerary-app/stand-ins.ts");

async function scriptOf(entry: string): Promise<string> {
  const { output } = await build({
    ...{ input: entry, platform: "browser", write: false, logLevel: "warn" },
    resolve: { alias: { zod: STAND_INS, "temporal-polyfill": STAND_INS } },
    output: { format: "iife", minify: true, comments: false },
  });
  const code = output[0].code.trim();
  if (/<\/script|<!--/i.test(code)) throw new Error("The script would end the page's script element");
  return code;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export async function itineraryApp(): Promise<string> {
  const script = await scriptOf(here("itinerary-app/main.ts"));
  const style = STYLE.trim();
  // Nothing but this very script runs, whatever a place may be called.
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    "<title>Itinerary</title>",
    `<style>${style}</style></head>`,
    "<body>",
    '<div id="all"><p id="status" role="status">Waiting for a plan…</p><main id="page"></main></div>',
    `<script>${script}</script>`,
    "</body></html>",
  ].join("\n")}\n`;
}

if (import.meta.main) writeFileSync(here("../mcp/itinerary-app.html"), await itineraryApp());
