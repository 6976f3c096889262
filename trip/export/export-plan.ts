/** The formats a plan leaves in: for a calendar, for people, for maps, and one page that holds everything. */
import { TripwrightError } from "../errors.ts";
import type { PlanDocument } from "../plan-document.ts";
import { geojsonOf } from "./geojson.ts";
import { htmlOf } from "./html.ts";
import { type IcsOptions, icsOf } from "./ics.ts";
import { markdownOf } from "./markdown.ts";

const MEDIA_TYPES = {
  ics: "text/calendar; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  geojson: "application/geo+json",
  html: "text/html; charset=utf-8",
} as const;

export type ExportFormat = keyof typeof MEDIA_TYPES;
export const EXPORT_FORMATS = Object.keys(MEDIA_TYPES) as [ExportFormat, ...ExportFormat[]];

export interface ExportOptions extends IcsOptions {
  format: ExportFormat;
}

export interface ExportedPlan {
  mediaType: string;
  text: string;
}

const WRITERS: Record<ExportFormat, (plan: PlanDocument, options: IcsOptions) => string> = {
  ics: icsOf,
  md: markdownOf,
  geojson: geojsonOf,
  html: htmlOf,
};

export function exportPlan(plan: PlanDocument, { format, ...options }: ExportOptions): ExportedPlan {
  return { mediaType: MEDIA_TYPES[format], text: WRITERS[format](plan, options) };
}

/** By the file's extension. Throws `invalid_input`, naming the formats there are. */
export function formatOfFile(path: string): ExportFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const format = EXPORT_FORMATS.find((known) => known === extension);
  if (format) return format;
  const known = EXPORT_FORMATS.map((name) => `.${name}`);
  throw new TripwrightError(
    "invalid_input",
    `Expected a file name that ends in ${known.slice(0, -1).join(", ")} or ${known.at(-1)}, got "${path}".`,
    { path, formats: EXPORT_FORMATS },
  );
}
