/** The same data in every format and every dress of the format gives the same records, in the same order. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Element } from "../../../../bench/osm/element.ts";
import { type PbfOptions, writePbf } from "../../../../bench/osm/write-pbf.ts";
import { writeXml } from "../../../../bench/osm/write-xml.ts";
import { openOsmFile } from "../../../../db/importers/osm/open-osm.ts";
import { FILE_DATE, node, readAsPbf, readAsXml, readFile, sorted, temporaryFolder } from "./extracts.ts";
import { SMALL_COUNTRY } from "./small-country.ts";

test("a small country is read as a traveller would see it", async () => {
  const { records, skipped } = sorted(await readAsXml(SMALL_COUNTRY));
  expect(records.map(({ kind, externalId, name }) => `${kind} ${externalId} ${name}`)).toEqual([
    "city node/10 Vallmora",
    "area node/12 Nucli Antic",
    "place node/13 House of the Valley",
    "place node/14 Can Ton",
    "lodging node/19 Hotel Pic",
    "place node/20 Miharashidai",
    "place way/100 Seu de Vallmora",
    "place relation/200 Parc del Llac & Riu <gran>",
  ]);
  expect(skipped).toEqual({
    "no name": 1,
    "no longer there": 1,
    "no coordinates (its nodes are not in the file)": 1,
  });
});

test("everything said of a place is in its record, and nothing else", async () => {
  const { records } = sorted(await readAsXml(SMALL_COUNTRY));
  expect(records.find(({ externalId }) => externalId === "node/13")).toEqual({
    kind: "place",
    externalId: "node/13",
    sourceDate: "2025-08-01",
    ids: { osm: "node/13", wikidata: "Q42", wikivoyage: "en:Vallmora" },
    name: "House of the Valley",
    nameLocal: "Casa de la Vall",
    location: { lat: 42.5071, lon: 1.5231 },
    type: "museum",
    categories: ["museums"],
    address: "Carrer Major 7",
    website: "https://www.casa.example",
    wheelchair: "limited",
    hours: "Tu-Sa 10:00-14:00,15:00-18:00; PH off",
    pricing: "paid",
    admission: { amount: "5", currency: "EUR" },
  });
  expect(records.find(({ externalId }) => externalId === "node/10")).toEqual({
    kind: "city",
    externalId: "node/10",
    sourceDate: "2023-04-05",
    ids: { osm: "node/10", wikidata: "Q1001" },
    name: "Vallmora",
    otherNames: ["Вальмора"],
    location: { lat: 42.5063, lon: 1.5218 },
    cityType: "capital",
    countryCode: "AD",
    population: 22886,
  });
});

test("a cathedral is entered where its entrance is, a park stands for itself beside its lake", async () => {
  const { records } = sorted(await readAsPbf(SMALL_COUNTRY));
  expect(records.find(({ externalId }) => externalId === "way/100")?.location).toEqual({ lat: 42.51, lon: 1.5303 });
  const park = records.find(({ externalId }) => externalId === "relation/200")?.location;
  expect(park?.lat).toBeGreaterThan(42.52);
  expect(park?.lat).toBeLessThan(42.53);
  const isInLake = park && park.lat > 42.522 && park.lat < 42.528 && park.lon > 1.552 && park.lon < 1.558;
  expect(isInLake).toBe(false);
});

const DRESSES: readonly (readonly [string, PbfOptions])[] = [
  ["zlib", {}],
  ["zstd", { compression: "zstd" }],
  ["uncompressed", { compression: "none" }],
  ["nodes one by one", { dense: false }],
  ["a few elements a block", { elementsPerBlock: 3 }],
  ["offsets", { latOffset: 42_000_000_000, lonOffset: -1_000_000_000 }],
  ["a finer granularity", { granularity: 10 }],
];

describe.each(DRESSES)(".osm.pbf, %s", (_, options) => {
  test("gives what .osm gives", async () => {
    expect(await readAsPbf(SMALL_COUNTRY, options)).toEqual(await readAsXml(SMALL_COUNTRY));
  });
});

test("a coarse granularity rounds, and misreads nothing", async () => {
  const { records } = sorted(await readAsPbf(SMALL_COUNTRY, { granularity: 1000 }));
  expect(records.find(({ externalId }) => externalId === "node/13")?.location).toEqual({ lat: 42.5071, lon: 1.5231 });
});

test("a gzipped .osm gives what .osm gives, whatever it is called", async () => {
  const plain = await readAsXml(SMALL_COUNTRY);
  expect(await readAsXml(SMALL_COUNTRY, "extract.osm.gz")).toEqual(plain);
  const path = join(temporaryFolder(), "download");
  await writePbf(path, SMALL_COUNTRY);
  expect(await readFile(path)).toEqual(plain);
});

test("a file in no order gives the same records, nodes before ways before relations", async () => {
  const ids = (all: Awaited<ReturnType<typeof readAsPbf>>): string[] =>
    sorted(all).records.map(({ externalId, location }) => `${externalId} ${location.lat} ${location.lon}`);
  const inOrder = ids(await readAsXml(SMALL_COUNTRY));
  const relationsFirst = [...SMALL_COUNTRY].sort((a, b) => (a.type < b.type ? 1 : a.type > b.type ? -1 : 0));
  expect(relationsFirst[0]?.type).toBe("way");
  expect(ids(await readAsXml(relationsFirst))).toEqual(inOrder);
  expect(ids(await readAsPbf(relationsFirst))).toEqual(inOrder);
});

test("every reading starts anew and says the same", async () => {
  const path = join(temporaryFolder(), "extract.osm.pbf");
  await writePbf(path, SMALL_COUNTRY);
  const file = await openOsmFile(path, { fileDate: FILE_DATE });
  const read = async (): Promise<unknown[]> => {
    const all: unknown[] = [];
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    for await (const record of file.records(options)) all.push(record);
    return all;
  };
  const first = await read();
  expect(first.length).toBeGreaterThan(8);
  expect(await read()).toEqual(first);
  expect(file.source).toMatchObject({ licence: "ODbL-1.0", attribution: "© OpenStreetMap contributors" });
});

test("ids past 32 bits, and the negative ones of an editor, are told apart", async () => {
  const elements: Element[] = [2 ** 31 + 5, 2 ** 40 + 5, -(2 ** 33)].map((id) =>
    node({ tourism: "museum", name: `Museum ${id}` }, [0, id / 2 ** 41], id),
  );
  const ring = [-(2 ** 34), 2 ** 35, 2 ** 45].map((id, at): Element => node({}, [at === 1 ? 0.01 : 0, at * 0.01], id));
  const refs = [...ring.map(({ id }) => id), ring[0]?.id ?? 0];
  elements.push(...ring, { type: "way", id: -(2 ** 36), refs, tags: { leisure: "park", name: "Park" } });
  const { records } = sorted(await readAsPbf(elements));
  expect(records.map(({ externalId }) => externalId)).toEqual([
    "node/2147483653",
    "node/1099511627781",
    "node/-8589934592",
    "way/-68719476736",
  ]);
  expect(await readAsXml(elements)).toEqual(await readAsPbf(elements));
});

test("what was deleted is not there", async () => {
  const museum = node({ tourism: "museum", name: "Museum" });
  const elements: Element[] = [
    { ...museum, visible: false },
    { ...node({ tourism: "museum", name: "Still here" }), visible: true },
  ];
  for (const options of [{}, { dense: false }]) {
    expect(sorted(await readAsPbf(elements, options)).records.map(({ name }) => name)).toEqual(["Still here"]);
  }
  expect(sorted(await readAsXml(elements)).records.map(({ name }) => name)).toEqual(["Still here"]);
});

test("the day of a record is its own, else the file's, else the one given", async () => {
  const undated: Element = { type: "node", id: 1, lat: 1, lon: 1, tags: { tourism: "museum", name: "A" } };
  const dayOf = async (element: Element, options: PbfOptions): Promise<string | undefined> =>
    sorted(await readAsPbf([element], options)).records[0]?.sourceDate;
  expect(await dayOf({ ...undated, timestamp: "2020-02-29T23:59:59Z" }, {})).toBe("2020-02-29");
  expect(await dayOf(undated, { replicated: "2025-12-24T20:21:22Z" })).toBe("2025-12-24");
  expect(await dayOf(undated, {})).toBe(FILE_DATE);
  // Files that were stripped of their dates say the epoch, or a second after.
  expect(await dayOf({ ...undated, timestamp: "1970-01-01T00:00:01Z" }, {})).toBe(FILE_DATE);
});

test("progress grows from nothing to all of it", async () => {
  const path = join(temporaryFolder(), "extract.osm");
  await writeXml(path, SMALL_COUNTRY);
  const file = await openOsmFile(path, { fileDate: FILE_DATE });
  const said: number[] = [];
  const options = { signal: new AbortController().signal, onProgress: (done: number) => void said.push(done) };
  for await (const record of file.records(options)) expect(record).toBeDefined();
  expect(said).toEqual([...said].sort((a, b) => a - b));
  expect(said.at(-1)).toBe(1);
});
