/** What comes from Overpass makes the same records as the same elements in a file. */
import { expect, test } from "vitest";
import type { Element } from "../../../../../bench/osm/element.ts";
import { openExtract } from "../../../../../db/importers/osm/overpass/open-extract.ts";
import type { Skipped, SourceRecord } from "../../../../../db/importers/source-record.ts";
import type { MapElement, MapExtract } from "../../../../../trip/vendor-ports.ts";
import { FILE_DATE, read, sorted } from "../extracts.ts";
import { SMALL_COUNTRY } from "../small-country.ts";

const MIDDLE = { lat: 42.5101, lon: 1.5301 };

function mapElement(element: Element): MapElement {
  const { type, id, tags = {}, timestamp = null } = element;
  return {
    ...{ type, id, tags, editedAt: timestamp },
    center: element.type === "node" ? { lat: element.lat, lon: element.lon } : MIDDLE,
    nodes: element.type === "way" ? element.refs : [],
    members: element.type === "relation" ? element.members : [],
  };
}

async function recordsOf(
  extract: MapExtract,
  signal = new AbortController().signal,
): Promise<(SourceRecord | Skipped)[]> {
  const records: (SourceRecord | Skipped)[] = [];
  for await (const record of openExtract(extract, FILE_DATE).records({ signal, onProgress: () => undefined })) {
    records.push(record);
  }
  return records;
}

test("all elements in any order make the records of a file", async () => {
  const elements = SMALL_COUNTRY.map(mapElement).toReversed();
  const { records } = sorted(await recordsOf({ dataOf: null, elements }));
  const file = await read(SMALL_COUNTRY);
  const beyond = ({ name }: { name?: string }): boolean => name === "Beyond the edge";
  expect(records.filter((record) => !beyond(record))).toEqual(file.records);
  expect(records.filter(beyond)).toMatchObject([{ location: MIDDLE }]);
});

test("named elements alone, as Overpass is asked for, are the same places at their middles", async () => {
  const named = SMALL_COUNTRY.filter(({ tags }) => tags?.name !== undefined && tags.boundary === undefined);
  const { records } = sorted(await recordsOf({ dataOf: "2026-11-21T23:50:11Z", elements: named.map(mapElement) }));
  const byName = new Map(records.map((record) => [record.name, record]));
  expect(byName.get("House of the Valley")).toMatchObject({
    ...{ kind: "place", type: "museum", hours: "Tu-Sa 10:00-14:00,15:00-18:00; PH off", sourceDate: "2025-08-01" },
    ...{ externalId: "node/13", location: { lat: 42.5071, lon: 1.5231 } },
  });
  expect(byName.get("Seu de Vallmora")).toMatchObject({
    type: "cathedral",
    location: MIDDLE,
    sourceDate: "2023-04-05",
  });
  expect(byName.get("Can Ton")).toMatchObject({ type: "restaurant" });
  expect(byName.get("Hotel Pic")).toMatchObject({ kind: "lodging" });
});

test("an import that is stopped stops", async () => {
  const elements = SMALL_COUNTRY.map(mapElement);
  await expect(recordsOf({ dataOf: null, elements }, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
});
