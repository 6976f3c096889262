/** The formats that can be imported, by the name a person gives: `tripwright import wikivoyage FILE`. */
import { openGeonamesFile } from "./geonames/open-geonames-file.ts";
import { openMappedFile } from "./mapped/open-mapped-file.ts";
import { openOurairportsFile } from "./ourairports/open-ourairports-file.ts";
import { openOvertureFile } from "./overture/open-overture-file.ts";
import type { OpenRecordFile } from "./source-record.ts";
import { openWikidataFile } from "./wikidata/open-wikidata-file.ts";
import { openWikivoyageFile } from "./wikivoyage/open-wikivoyage-file.ts";

export const RECORD_FORMATS = {
  wikivoyage: openWikivoyageFile,
  wikidata: openWikidataFile,
  geonames: openGeonamesFile,
  ourairports: openOurairportsFile,
  overture: openOvertureFile,
  mapped: openMappedFile,
} as const satisfies Record<string, OpenRecordFile>;
export type RecordFormat = keyof typeof RECORD_FORMATS;
