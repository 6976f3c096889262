/** Which release of the program this is. */
import { readFileSync } from "node:fs";
import { z } from "zod";

/** Beside the sources, or one folder above what is built from them. */
const PLACES = ["../package.json", "../../package.json"];

function readVersion(): string {
  for (const place of PLACES) {
    try {
      const text = readFileSync(new URL(place, import.meta.url), "utf8");
      return z.object({ name: z.literal("tripwright"), version: z.string() }).parse(JSON.parse(text)).version;
    } catch {
      // The other place, then.
    }
  }
  return "unknown";
}

export const VERSION: string = readVersion();
