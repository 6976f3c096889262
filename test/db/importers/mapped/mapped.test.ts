/** A table or GeoJSON of one's own, read as its mapping says; a mapping with a fault says what to change. */
import { expect, test } from "vitest";
import { openMappedFile } from "../../../../db/importers/mapped/open-mapped-file.ts";
import { abortHalfway, FILE_DATE, readAll, testFiles } from "../files-for-tests.ts";

const file = testFiles();
const SOURCE = { name: "my-guide", title: "My guide", licence: "CC-BY-4.0", attribution: "© Me" };
const mappingFile = (mapping: object, name = "mapping.json"): string =>
  file(name, JSON.stringify({ source: SOURCE, ...mapping }));

const FIELDS = {
  id: "ref",
  name: "title",
  lat: "latitude",
  lon: "longitude",
  type: { from: "kind", values: { Museum: "museum", Viewpoint: "viewpoint" } },
  hours: { from: "opening", syntax: "osm" },
  price: { from: "fee", currency: "EUR" },
  tags: { from: "labels", separator: "|" },
  wheelchair: { from: "steps", values: { none: "yes", some: "limited", many: "no" } },
  visitMinutes: "minutes",
  website: "web",
  wikidata: "qid",
};
const HEADER = "ref,title,latitude,longitude,kind,opening,fee,labels,steps,minutes,web,qid";
const TABLE = `${HEADER}
m1,"Museum of Tiles",38.7247,-9.1138,Museum,"Tu-Su 10:00-18:00",8.50,Street Art|indoors,none,90,https://tiles.example.org/,Q900001
v1,High Terrace,38.715,-9.133,Viewpoint,24/7,0,,many,,,
k1,Kiosk,38.7,-9.1,Kiosk,,,,,,,
n1,,38.7,-9.1,Museum,,,,,,,
`;

test("a table of places", async () => {
  const path = file("places.csv", TABLE);
  const { records, skipped } = await readAll(openMappedFile, path, { mapping: mappingFile({ fields: FIELDS }) });
  expect(records).toEqual([
    {
      kind: "place",
      externalId: "m1",
      sourceDate: FILE_DATE,
      ids: { wikidata: "Q900001" },
      name: "Museum of Tiles",
      location: { lat: 38.7247, lon: -9.1138 },
      website: "https://tiles.example.org/",
      wheelchair: "yes",
      type: "museum",
      visitMinutes: 90,
      tags: ["street_art", "indoors"],
      hours: "Tu-Su 10:00-18:00",
      pricing: "paid",
      admission: { amount: "8.50", currency: "EUR" },
    },
    {
      kind: "place",
      externalId: "v1",
      sourceDate: FILE_DATE,
      ids: {},
      name: "High Terrace",
      location: { lat: 38.715, lon: -9.133 },
      wheelchair: "no",
      type: "viewpoint",
      hours: "24/7",
      pricing: "free",
      admission: { amount: "0", currency: "EUR" },
    },
  ]);
  expect(skipped.map(({ reason }) => reason)).toEqual(['type "Kiosk" is not in the mapping', "no name"]);
  const { source } = await openMappedFile(path, { mapping: mappingFile({ fields: FIELDS }), fileDate: FILE_DATE });
  expect(source).toEqual({ ...SOURCE, licenceUrl: null });
});

test("semicolons, tabs and decimal commas; hours and prices in words; constants; keys without an id column", async () => {
  const mapping = mappingFile({
    fields: {
      name: "Nom",
      lat: "Lat",
      lon: "Lon",
      type: { value: "garden" },
      hours: { from: "Heures", syntax: "text" },
      price: { from: "Prix", syntax: "text" },
    },
  });
  const rows = "Nom;Lat;Lon;Heures;Prix\nJardin;48,85;2,35;Tu-Su 9AM-6PM;€3\nBois;48,86;2,36;in summer;varies\n";
  const { records } = await readAll(openMappedFile, file("jardins.csv", rows), { mapping });
  expect(records).toMatchObject([
    {
      name: "Jardin",
      location: { lat: 48.85, lon: 2.35 },
      hours: "Tu-Su 09:00-18:00",
      admission: { amount: "3", currency: "EUR" },
    },
    { name: "Bois", type: "garden" },
  ]);
  expect(records[1]).not.toHaveProperty("hours");
  const tabs = await readAll(openMappedFile, file("jardins.tsv", rows.replaceAll(";", "\t")), { mapping });
  expect(tabs.records).toEqual(records);
  expect(new Set(records.map(({ externalId }) => externalId)).size).toBe(2);
});

test("a table of lodgings, with prices' currency in a column of no use there", async () => {
  const mapping = mappingFile({
    kind: "lodging",
    fields: {
      name: "n",
      lat: "y",
      lon: "x",
      lodgingType: { from: "t", values: { H: "hotel" }, default: "other" },
      stars: "s",
    },
  });
  const { records } = await readAll(openMappedFile, file("beds.csv", "n,y,x,t,s\nAlba,41,-8,H,4\nBelo,41,-8.1,?,\n"), {
    mapping,
  });
  expect(records).toMatchObject([
    { kind: "lodging", lodgingType: "hotel", stars: 4 },
    { kind: "lodging", lodgingType: "other" },
  ]);
});

const FEATURE = {
  type: "Feature",
  id: 7,
  geometry: { type: "Point", coordinates: [-9.1, 38.7, 12] },
  properties: {
    title: "Fountain",
    kind: "Museum",
    cost: 2,
    cur: "eur",
    address: { street: "Rua 1" },
    labels: ["old", "small"],
    open: null,
  },
};
const GEO_FIELDS = {
  name: "title",
  type: { from: "kind", values: { Museum: "museum" } },
  price: { from: "cost", currencyFrom: "cur" },
  address: "address.street",
  tags: "labels",
};

test("GeoJSON, as a collection and a feature a line", async () => {
  const mapping = mappingFile({ fields: GEO_FIELDS });
  const line = { ...FEATURE, geometry: { type: "LineString", coordinates: [[1, 2]] } };
  const collection = JSON.stringify({ type: "FeatureCollection", name: "x", features: [FEATURE, line] }, null, 2);
  const { records, skipped } = await readAll(openMappedFile, file("a.geojson", collection), { mapping });
  expect(records).toEqual([
    {
      kind: "place",
      externalId: "7",
      sourceDate: FILE_DATE,
      ids: {},
      name: "Fountain",
      location: { lat: 38.7, lon: -9.1 },
      address: "Rua 1",
      type: "museum",
      tags: ["old", "small"],
      pricing: "paid",
      admission: { amount: "2", currency: "EUR" },
    },
  ]);
  expect(skipped).toEqual([{ kind: "skipped", reason: "neither a point nor columns with coordinates" }]);
  const lines = `${JSON.stringify(FEATURE)}\n${JSON.stringify(line)}\n`;
  expect((await readAll(openMappedFile, file("a.ndjson", lines), { mapping })).records).toEqual(records);
});

test.each([
  ["no name", { fields: { lat: "a" } }, "fields.name: expected the column with the name"],
  ["a field that is none", { fields: { name: "n", nmae: "x" } }, '"nmae" is not known here; fields are id, name'],
  [
    "a type that is none",
    { fields: { name: "n", type: { from: "k", values: { M: "musem" } } } },
    "expected one of museum, gallery",
  ],
  ["an option that is none", { fields: { name: { from: "n", sep: "," } } }, 'fields.name: "sep" is not known here'],
  [
    "an option of another field",
    { fields: { name: { from: "n", separator: "," } } },
    '"separator" is not for this field',
  ],
  ["neither column nor value", { fields: { name: "n", type: { values: {} } } }, 'expected either "from"'],
  ["a price without a currency", { fields: { name: "n", price: "p" } }, 'fields.price: expected "currency"'],
  [
    "a currency that is none",
    { fields: { name: "n", price: { from: "p", currency: "euro" } } },
    "three-letter ISO 4217",
  ],
  [
    "a source's name that is taken",
    { source: { ...SOURCE, name: "wikidata" }, fields: { name: "n" } },
    "source.name: expected a name of its own",
  ],
])("a mapping with %s is refused in one line", async (_, mapping, message) => {
  const reading = readAll(openMappedFile, file("x.csv", "n\n1\n"), { mapping: mappingFile(mapping, "bad.json") });
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("no mapping, and one that is no JSON", async () => {
  const path = file("x.csv", "n\n1\n");
  await expect(readAll(openMappedFile, path)).rejects.toThrow("Expected a mapping file");
  await expect(readAll(openMappedFile, path, { mapping: file("m.json", "{") })).rejects.toThrow(
    "m.json: expected a mapping (JSON)",
  );
});

test.each([
  ["nothing", "", FIELDS, "got an empty file"],
  ["a table without a column", "title,latitude\n", FIELDS, "with the columns ref, longitude, kind"],
  ["a row that is short", `${HEADER}\nm1,x\n`, FIELDS, "expected 12 cells a row, got 2 on line 2"],
  [
    "features without the name",
    JSON.stringify({ ...FEATURE, properties: { label: "x" } }),
    GEO_FIELDS,
    'the property "title"',
  ],
  [
    "GeoJSON cut off",
    JSON.stringify({ type: "FeatureCollection", features: [FEATURE] }).slice(0, -30),
    GEO_FIELDS,
    "breaks off",
  ],
  ["JSON of another kind", '{"places": []}', GEO_FIELDS, "expected a GeoJSON Feature"],
  ["a list", `${JSON.stringify(FEATURE)}\n[1]`, GEO_FIELDS, "on line 2"],
])("%s is refused in one line", async (_, content, fields, message) => {
  const reading = readAll(openMappedFile, file("wrong.txt", content), { mapping: mappingFile({ fields }) });
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("a reading that is stopped", async () => {
  const many = file("many.csv", `${HEADER}\n${"m,x,1,1,Museum,,,,,,,\n".repeat(500)}`);
  const mapping = mappingFile({ fields: FIELDS });
  expect(await abortHalfway(openMappedFile, many, { mapping })).toEqual(new Error("stopped by the test"));
});
