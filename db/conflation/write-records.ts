/** A batch of records of any kinds into the catalogue, within a transaction that is open: cities first, for the rest needs them. */
import type { AreaRecord, SourceRecord } from "../importers/source-record.ts";
import type { Transaction } from "../transaction.ts";
import { countKind, type Outcome } from "./outcome.ts";
import { writeAirports } from "./write-airports.ts";
import { writeAreas } from "./write-areas.ts";
import { writeCities } from "./write-cities.ts";
import { writeLodgings } from "./write-lodgings.ts";
import { type Catalogue, writePlaces } from "./write-places.ts";

export interface RecordBatch {
  readonly source: string;
  readonly records: readonly SourceRecord[];
  /** Also looks at places that are stored just so. */
  readonly again?: boolean | undefined;
}

const ofKind = <Kind extends SourceRecord["kind"]>(
  records: readonly SourceRecord[],
  kind: Kind,
): Extract<SourceRecord, { kind: Kind }>[] =>
  records.filter((record): record is Extract<SourceRecord, { kind: Kind }> => record.kind === kind);

/** Returns the ids of cities that were not there before; `rehome` is to be called with them when all batches are in. */
export async function writeRecords(
  tx: Transaction,
  { source, records, again }: RecordBatch,
  catalogue: Catalogue,
  outcome: Outcome,
): Promise<string[]> {
  for (const { kind } of records) countKind(outcome, kind);
  await writeAirports(tx, ofKind(records, "airport"), outcome);
  const created = await writeCities(tx, source, ofKind(records, "city"), catalogue, outcome);
  const areas: AreaRecord[] = ofKind(records, "area");
  if (areas.length > 0) await writeAreas(tx, source, areas, catalogue, outcome);
  const lodgings = ofKind(records, "lodging");
  if (lodgings.length > 0) await writeLodgings(tx, source, lodgings, catalogue, outcome);
  const places = ofKind(records, "place");
  if (places.length > 0) await writePlaces(tx, { source, records: places, again }, catalogue, outcome);
  return created;
}
