/** The first block of a .osm.pbf: what a reader must know how to do, and the moment the data is of. */
import { TripwrightError } from "../../../../trip/errors.ts";
import { editDay } from "../elements.ts";
import { MessageReader } from "./protobuf.ts";

const KNOWN_FEATURES: ReadonlySet<string> = new Set(["OsmSchema-V0.6", "DenseNodes"]);

function check(feature: string, path: string): void {
  if (KNOWN_FEATURES.has(feature)) return;
  const isHistory = feature === "HistoricalInformation";
  throw new TripwrightError(
    "invalid_input",
    isHistory
      ? `Expected a file of what is there now, got the full history in ${path}. Make an extract of one date with "osmium time-filter".`
      : `Expected a .osm.pbf of the usual features, got ${path}, which needs "${feature}". Write it anew with "osmium cat -o plain.osm.pbf".`,
    { path, feature },
  );
}

/** Damaged bytes can say any number; the last moment of a `Date` is 8.64e12 seconds away. */
export function dayOf(seconds: number): string | null {
  return Math.abs(seconds) < 8.64e12 ? editDay(new Date(seconds * 1000).toISOString()) : null;
}

/** The day of the data, `null` where the header does not say. Refuses a file that this reader cannot do justice. */
export function readHeader(content: Buffer, path: string): string | null {
  const reader = new MessageReader(content);
  let day: string | null = null;
  while (reader.next()) {
    if (reader.field === 4) check(reader.text(), path);
    else if (reader.field === 32) day = dayOf(reader.varint());
    else reader.skip();
  }
  return day;
}
