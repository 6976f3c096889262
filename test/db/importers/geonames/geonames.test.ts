/** GeoNames' tables, as text and in their zips: cities, parts of cities and what a country's dump has to see. */
import { expect, test } from "vitest";
import { openGeonamesFile } from "../../../../db/importers/geonames/open-geonames-file.ts";
import { abortHalfway, readAll, testFiles } from "../files-for-tests.ts";
import { zip } from "./zip-for-tests.ts";

function row(
  id: number,
  name: string,
  feature: string,
  more: Partial<Record<"population" | "alternates" | "lat", string>> = {},
): string {
  const [featureClass, code] = feature.split(".");
  const cells = [
    id,
    name,
    name.normalize("NFD").replaceAll(/\p{M}/gu, ""),
    more.alternates ?? "",
    more.lat ?? "38.7",
    "-9.1",
    featureClass,
    code,
    "PT",
    "",
    "14",
    "1106",
    "",
    "",
    more.population ?? "0",
    "",
    "20",
    "Europe/Lisbon",
    "2024-05-06",
  ];
  return `${cells.join("\t")}\n`;
}

const TABLE = [
  row(1, "Vila Azul", "P.PPLC", { population: "545000", alternates: "Blue Town,Vila Azul,Ciudad Azul" }),
  row(2, "Aldeia", "P.PPL", { population: "1200" }),
  row(3, "Óbidos Velho", "P.PPLX", { population: "900" }),
  row(4, "Lugarejo", "P.PPL"),
  row(5, "Vila Perdida", "P.PPLQ", { population: "100" }),
  row(6, "Museu do Mar", "S.MUS"),
  row(7, "Praia Grande", "T.BCH"),
  row(8, "Ribeira", "H.STM"),
  row(9, "Hotel Sol", "S.HTL"),
  row(10, "Sede", "P.PPLA3"),
].join("");

const file = testFiles();

test("cities, areas, sights and lodgings; what is too small, gone or of no use says so", async () => {
  const { records, skipped, progress } = await readAll(openGeonamesFile, file("PT.txt", TABLE));
  expect(records[0]).toEqual({
    kind: "city",
    externalId: "1",
    sourceDate: "2024-05-06",
    ids: { geonames: 1 },
    name: "Vila Azul",
    otherNames: ["Blue Town", "Ciudad Azul"],
    location: { lat: 38.7, lon: -9.1 },
    cityType: "capital",
    countryCode: "PT",
    population: 545000,
    timezone: "Europe/Lisbon",
  });
  expect(records.slice(1)).toMatchObject([
    { kind: "city", name: "Aldeia", cityType: "town", population: 1200 },
    { kind: "area", name: "Óbidos Velho", otherNames: ["Obidos Velho"] },
    { kind: "place", name: "Museu do Mar", type: "museum" },
    { kind: "place", name: "Praia Grande", type: "beach" },
    { kind: "lodging", name: "Hotel Sol", lodgingType: "hotel" },
    { kind: "city", name: "Sede" },
  ]);
  expect(records[6]).not.toHaveProperty("population");
  expect(skipped.map(({ reason }) => reason)).toEqual([
    "a place of fewer than 500 people, or of nobody knows how many",
    "a place that is no more",
    "neither a city, a part of one nor something to see",
  ]);
  expect(progress.at(-1)).toBe(1);
});

test("in its zip, beside a readme, it is the same", async () => {
  const plain = await readAll(openGeonamesFile, file("a.txt", TABLE));
  const packed = zip([
    { name: "readme.txt", content: "About these files\n" },
    { name: "PT.txt", content: TABLE },
  ]);
  const zipped = await readAll(openGeonamesFile, file("PT.zip", packed));
  expect(zipped.records).toEqual(plain.records);
  expect(zipped.progress.at(-1)).toBe(1);
});

test.each([
  ["nothing", "", "got an empty file"],
  [
    "a table with commas",
    "1,Lisbon,38.7\n",
    'expected a table of GeoNames (19 cells a row, between tabs), got "1,Lisbon,38.7" on line 1',
  ],
  ["another table of theirs", "1\t2\ten\tLisbon\t1\t\t\t\n", "got 8 cells"],
  ["a row cut off", `${TABLE}${row(11, "X", "P.PPL").slice(0, 30)}`, "on line 11"],
  ["a zip without a table", zip([{ name: "readme.txt", content: "x" }]), "expected a .txt in the zip, got none"],
  ["a zip cut off", zip([{ name: "PT.txt", content: TABLE }]).subarray(0, 200), "expected a whole zip"],
  [
    "impossible coordinates alone are skipped, then a fault",
    `${row(1, "X", "P.PPLC", { lat: "99" })}oops\n`,
    "on line 2",
  ],
])("%s is refused in one line", async (_, content, message) => {
  const reading = readAll(openGeonamesFile, file("wrong.txt", content));
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("a reading that is stopped", async () => {
  expect(await abortHalfway(openGeonamesFile, file("many.txt", TABLE.repeat(200)))).toEqual(
    new Error("stopped by the test"),
  );
  const packed = file("many.zip", zip([{ name: "PT.txt", content: TABLE.repeat(2000) }]));
  expect(await abortHalfway(openGeonamesFile, packed)).toEqual(new Error("stopped by the test"));
});
