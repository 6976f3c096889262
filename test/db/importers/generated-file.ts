/** A file of records of every kind that is always the same: what imports that are cut off are compared by. */
import type { AreaRecord, RecordFile, Skipped, SourceRecord } from "../../../db/importers/source-record.ts";
import { PLACE_TYPES_OF_FILE, WORDS } from "./generated-words.ts";

const NORTH = 0.000_9;

function placeRecord(number: number): SourceRecord {
  const [first, second] = [WORDS[number % WORDS.length], WORDS[(number * 7 + 3) % WORDS.length]];
  const type = PLACE_TYPES_OF_FILE[number % PLACE_TYPES_OF_FILE.length] ?? "museum";
  return {
    kind: "place",
    externalId: `node/${number}`,
    sourceDate: "2026-05-01",
    ids: { osm: `node/${number}`, ...(number % 9 === 0 && { wikidata: `Q${number + 1}` }) },
    name: `${first} ${second}`,
    type,
    location: { lat: 38.6 + (number % 40) * NORTH, lon: -9.2 + Math.floor(number / 40) * NORTH },
    ...(number % 3 === 0 && { hours: number % 2 === 0 ? "Mo-Fr 09:00-17:00" : "whenever" }),
  };
}

function otherRecord(number: number): SourceRecord | Skipped {
  const common = { externalId: `other/${number}`, sourceDate: "2026-05-01", ids: {} };
  const location = { lat: 38.6 + (number % 30) * NORTH, lon: -9.2 + (number % 17) * NORTH };
  const area: AreaRecord = { ...common, kind: "area", name: `Quarter ${number % 20}`, areaType: "quarter", location };
  switch (Math.floor(number / 10) % 4) {
    case 0:
      return { ...common, kind: "lodging", name: `Inn ${number}`, lodgingType: "hotel", location };
    case 1:
      return area;
    case 2:
      return { kind: "skipped", reason: "no name" };
    default: {
      const name = `Town ${number}`;
      return {
        ...common,
        kind: "city",
        name,
        cityType: "town",
        population: 12_000,
        location: { lat: location.lat + 0.2, lon: location.lon },
      };
    }
  }
}

/** `onRecord` may take its time. */
export function generatedFile(count: number, onRecord: () => Promise<void> | void = () => {}): RecordFile {
  return {
    source: {
      name: "openstreetmap",
      title: "OpenStreetMap",
      licence: "ODbL-1.0",
      licenceUrl: "https://opendatacommons.org/licenses/odbl/1-0/",
      attribution: "© OpenStreetMap contributors",
    },
    async *records({ signal, onProgress }) {
      for (let number = 0; number < count; number++) {
        signal.throwIfAborted();
        await onRecord();
        onProgress(number / count);
        yield number % 10 === 9 ? otherRecord(number) : placeRecord(number);
      }
    },
  };
}
