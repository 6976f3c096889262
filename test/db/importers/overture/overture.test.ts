/** Overture's places, in its first taxonomy and the present one; what is unsure, closed or of no use says so. */
import { expect, test } from "vitest";
import { openOvertureFile } from "../../../../db/importers/overture/open-overture-file.ts";
import { abortHalfway, FILE_DATE, readAll, testFiles } from "../files-for-tests.ts";
import { overtureParquet, wkbPoint } from "./overture-parquet.ts";

const MUSEUM = {
  id: "0001",
  geometry: wkbPoint(-8.61, 41.14),
  names: { primary: "Museu do Rio", common: { en: "River Museum", fr: "Musée de la Rivière" } },
  categories: { primary: "history_museum", alternate: ["museum"] },
  basic_category: "museum",
  confidence: 0.97,
  websites: ["ftp://x", "https://museum.example.org/"],
  phones: ["+351 22 000 0000"],
  addresses: [{ freeform: "Rua do Cais 1", locality: "Porto", country: "PT" }],
  sources: [
    { property: "", dataset: "meta", record_id: "1", update_time: "2025-02-03T00:00:00.000Z" },
    { property: "/properties/phones", dataset: "msft", record_id: "2", update_time: "2026-04-05T00:00:00Z" },
  ],
  operating_status: "open",
};
const EATERY = {
  id: "0002",
  geometry: wkbPoint(-8.62, 41.15),
  names: { primary: "Verde" },
  taxonomy: {
    primary: "portuguese_restaurant",
    hierarchy: ["food_and_drink", "restaurant", "european_restaurant", "portuguese_restaurant"],
    alternates: ["vegan_restaurant"],
  },
  confidence: 0.8,
};
const HOTEL = {
  ...EATERY,
  id: "0003",
  names: { primary: "Alba" },
  taxonomy: { primary: "hotel", hierarchy: ["lodging", "hotel"] },
};

const file = testFiles();

test("a museum, an eatery and a hotel", async () => {
  const { records, progress } = await readAll(
    openOvertureFile,
    file("places.parquet", overtureParquet([MUSEUM, EATERY, HOTEL])),
  );
  expect(records).toEqual([
    {
      kind: "place",
      externalId: "0001",
      sourceDate: "2026-04-05",
      ids: { overture: "0001" },
      name: "River Museum",
      nameLocal: "Museu do Rio",
      otherNames: ["Museu do Rio", "Musée de la Rivière"],
      location: { lat: 41.14, lon: -8.61 },
      address: "Rua do Cais 1, Porto",
      website: "https://museum.example.org/",
      phone: "+351 22 000 0000",
      type: "museum",
      categories: ["museums"],
    },
    {
      kind: "place",
      externalId: "0002",
      sourceDate: FILE_DATE,
      ids: { overture: "0002" },
      name: "Verde",
      location: { lat: 41.15, lon: -8.62 },
      type: "restaurant",
      categories: ["restaurants"],
      cuisines: ["portuguese"],
      diets: ["vegan"],
    },
    {
      kind: "lodging",
      externalId: "0003",
      sourceDate: FILE_DATE,
      ids: { overture: "0003" },
      name: "Alba",
      location: { lat: 41.15, lon: -8.62 },
      lodgingType: "hotel",
    },
  ]);
  expect(progress).toEqual([2 / 3, 1]);
});

test("a general label stands in for a particular one; unsure, closed, useless and unnamed ones say why", async () => {
  const rows = [
    {
      ...EATERY,
      id: "1",
      taxonomy: { primary: "goan_supper_hall", hierarchy: ["food_and_drink", "restaurant", "goan_supper_hall"] },
    },
    { ...MUSEUM, id: "2", confidence: 0.59 },
    { ...MUSEUM, id: "3", confidence: null },
    { ...MUSEUM, id: "4", operating_status: "permanently_closed" },
    { ...MUSEUM, id: "5", categories: { primary: "dentist" }, basic_category: "dental_clinic" },
    { ...MUSEUM, id: "6", names: null },
    { ...MUSEUM, id: "7", geometry: null },
  ];
  const { records, skipped } = await readAll(openOvertureFile, file("odd.parquet", overtureParquet(rows)));
  expect(records).toMatchObject([{ externalId: "1", type: "restaurant" }]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    "confidence under 0.6",
    "confidence under 0.6",
    "closed, for good or for now",
    "neither a place to see, to eat nor to stay",
    "no name",
    "no coordinates",
  ]);
});

test("older files without the newer columns, and geometry that is only bytes, read the same", async () => {
  const newer = await readAll(openOvertureFile, file("n.parquet", overtureParquet([MUSEUM])));
  const leaveOut = ["taxonomy", "basic_category", "operating_status"];
  const older = await readAll(openOvertureFile, file("o.parquet", overtureParquet([MUSEUM], { geo: false, leaveOut })));
  expect(older.records).toEqual(newer.records);
});

const whole = overtureParquet(
  Array.from({ length: 400 }, (_, at) => ({ ...MUSEUM, id: `${at}-${"x".repeat(at % 7)}` })),
);
const damaged = Uint8Array.from(whole, (byte, at) => (at > 4 && at < 3000 ? 0xff : byte));
test.each([
  ["another file", Buffer.from("id,name\n1,x\n"), "expected a GeoParquet file of Overture's places"],
  ["nothing", Buffer.alloc(0), "expected a GeoParquet file of Overture's places"],
  ["a file cut off", whole.subarray(0, whole.length - 100), "expected a GeoParquet file"],
  ["another theme", overtureParquet([MUSEUM], { leaveOut: ["names"] }), "got one with the columns id, geometry"],
  ["a damaged row group", damaged, "that cannot be read"],
])("%s is refused in one line", async (_, content, message) => {
  const reading = readAll(openOvertureFile, file("wrong.parquet", content));
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("a reading that is stopped", async () => {
  expect(await abortHalfway(openOvertureFile, file("many.parquet", whole))).toEqual(new Error("stopped by the test"));
});
