/** Listings as the wikivoyage-listings project writes them become places and lodgings, in the order of the file. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openWikivoyageFile } from "../../../../db/importers/wikivoyage/open-wikivoyage-file.ts";
import { plainText, shortDescription } from "../../../../db/importers/wikivoyage/plain-text.ts";
import { abortHalfway, FILE_DATE, readAll, testFiles } from "../files-for-tests.ts";

const COLUMNS =
  "article,type,title,alt,wikidata,wikipedia,address,directions,phone,tollFree,email,fax,url,hours,checkIn,checkOut,image,price,latitude,longitude,wifi,accessibility,lastEdit,description".split(
    ",",
  );

function csv(rows: readonly Record<string, string>[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? "")))]
    .map((r) => `${r.join(",")}\n`)
    .join("");
}

const MUSEUM = {
  article: "Porto/Ribeira",
  type: "see",
  title: "Museum of the River",
  alt: "Museu do Rio",
  wikidata: "Q1234567",
  wikipedia: "River Museum (Porto)",
  address: "Rua do Cais 1",
  phone: "+351 22 000 0000",
  url: "https://museum.example.org/",
  hours: "Tu–Su 10:00–18:00",
  price: "Adults €8, children €4",
  latitude: "41.1405",
  longitude: "-8.6132",
  accessibility: "Wheelchair accessible",
  lastEdit: "2025-03-04",
  description: "Boats and '''nets''' of the [[Douro]]. Has a terrace. The shop is large.",
};
const HOSTEL = {
  article: "Porto/Ribeira",
  type: "sleep",
  title: "Hostel of the Quay",
  latitude: "41.141",
  longitude: "-8.61",
};
const CAFE = {
  article: "Porto/Ribeira",
  type: "drink",
  title: "Café Novo",
  price: "€5",
  latitude: "41.142",
  longitude: "-8.61",
};

const file = testFiles();

test("a sight says what its row says", async () => {
  const { records, progress } = await readAll(
    openWikivoyageFile,
    file("wikivoyage-listings-en-20260901.csv", csv([MUSEUM])),
  );
  expect(records).toEqual([
    {
      kind: "place",
      externalId: "en:Porto/Ribeira#Museum of the River",
      sourceDate: "2025-03-04",
      ids: { wikidata: "Q1234567", wikivoyage: "en:Porto/Ribeira", wikipedia: "en:River Museum (Porto)" },
      name: "Museum of the River",
      otherNames: ["Museu do Rio"],
      location: { lat: 41.1405, lon: -8.6132 },
      address: "Rua do Cais 1",
      website: "https://museum.example.org/",
      phone: "+351 22 000 0000",
      wheelchair: "yes",
      type: "museum",
      hours: "Tu-Su 10:00-18:00",
      pricing: "paid",
      admission: { amount: "8", currency: "EUR" },
      description: "Boats and nets of the Douro. Has a terrace.",
    },
  ]);
  expect(progress.at(-1)).toBe(1);
});

test("what is not certain is left out, and the place is kept; the file's name says date and language", async () => {
  const row = {
    ...MUSEUM,
    hours: "usually mornings",
    price: "$5",
    lastEdit: "",
    url: "www",
    wikidata: "",
    phone: "",
    alt: "",
  };
  const rows = csv([row]);
  const { records } = await readAll(openWikivoyageFile, file("wikivoyage-listings-en-20260901.csv", rows));
  expect(records[0]).not.toHaveProperty("hours");
  expect(records[0]).not.toHaveProperty("pricing");
  expect(records[0]).toMatchObject({ name: "Museum of the River", sourceDate: "2026-09-01" });
  const german = await readAll(openWikivoyageFile, file("wikivoyage-listings-de-latest.csv", csv([MUSEUM])));
  expect(german.records[0]).toMatchObject({ ids: { wikivoyage: "de:Porto/Ribeira" }, sourceDate: "2025-03-04" });
  expect(german.records[0]).not.toHaveProperty("hours");
  const unnamed = await readAll(openWikivoyageFile, file("other.csv", rows));
  expect(unnamed.records[0]?.sourceDate).toBe(FILE_DATE);
});

test("lodgings, cafés, shops; the same title twice has two keys; what cannot be used says why", async () => {
  const { records, skipped } = await readAll(
    openWikivoyageFile,
    file(
      "kinds.csv",
      csv([
        HOSTEL,
        CAFE,
        { ...CAFE, type: "eat", title: "Tasca" },
        { ...CAFE, type: "eat", title: "Tasca", price: "€10-15 per person" },
        { ...CAFE, type: "buy", title: "Bolhão Market" },
        { ...CAFE, type: "see", title: "Castle Square" },
        { ...CAFE, type: "do", title: "Walk about" },
        { ...CAFE, type: "go", title: "Bus 500" },
        { ...CAFE, latitude: "" },
        { ...CAFE, latitude: "141.2" },
        { ...CAFE, title: "{{marker}}" },
      ]),
    ),
  );
  expect(records.map((record) => [record.kind, "type" in record ? record.type : "", record.externalId])).toEqual([
    ["lodging", "", "en:Porto/Ribeira#Hostel of the Quay"],
    ["place", "cafe", "en:Porto/Ribeira#Café Novo"],
    ["place", "restaurant", "en:Porto/Ribeira#Tasca"],
    ["place", "restaurant", "en:Porto/Ribeira#Tasca#2"],
    ["place", "market", "en:Porto/Ribeira#Bolhão Market"],
    ["place", "square", "en:Porto/Ribeira#Castle Square"],
    ["place", "other", "en:Porto/Ribeira#Walk about"],
  ]);
  expect(records[0]).toMatchObject({ lodgingType: "hostel" });
  expect(records[3]).toMatchObject({ spend: { low: "10", high: "15", currency: "EUR" } });
  expect(skipped.map(({ reason }) => reason)).toEqual([
    "neither see, do, eat, drink, buy nor sleep",
    "no coordinates",
    "impossible coordinates",
    "no name",
  ]);
});

test("packed with gzip it is the same; the older files without Wikidata columns are read too", async () => {
  const rows = csv([MUSEUM, HOSTEL]);
  const plain = await readAll(openWikivoyageFile, file("a.csv", rows));
  const packed = await readAll(openWikivoyageFile, file("a.csv.gz", gzipSync(rows)));
  expect(packed.records).toEqual(plain.records);
  const old =
    "article,type,title,alt,address,directions,phone,tollFree,email,fax,url,hours,checkIn,checkOut,image,price,latitude,longitude,description\nPorto,see,Bridge,,,,,,,,,,,,,,41.1,-8.6,\n";
  const { records } = await readAll(openWikivoyageFile, file("old.csv", old));
  expect(records).toMatchObject([{ name: "Bridge", type: "bridge", ids: { wikivoyage: "en:Porto" } }]);
});

const halfRow = csv([MUSEUM]).slice(0, -120);
test.each([
  ["another table", "id,name\n1,x\n", "expected a listings file of Wikivoyage (CSV) with the columns article, type"],
  ["a table with semicolons", 'a;b\n1,5;"2" "\n', 'got the header "a;b" on line 1'],
  ["nothing", "", "got nothing on line 1"],
  ["a page", "<!DOCTYPE html>\n<html></html>\n", "got the header"],
  ["bzip2", Buffer.from("BZh91AY&SY..."), "got bzip2. Unpack it first."],
  [
    "another encoding",
    Buffer.concat([Buffer.from(csv([HOSTEL])), Buffer.from([0x50, 0xe9, 0x2c, 0x0a])]),
    "text in UTF-8",
  ],
  ["a gzip file cut off", gzipSync(csv(Array.from({ length: 50 }, () => MUSEUM))).subarray(0, 300), "breaks off"],
  ["a row cut off", halfRow, "expected 24 cells a row"],
  ["a row with too few cells", `${csv([MUSEUM])}Porto,see,Tower\n`, "expected 24 cells a row, got 3 on line 3"],
  ["a stray quote", `${csv([MUSEUM])}Porto,see,The "Tower"${",".repeat(21)}\n`, "a stray quote on line 3"],
])("%s is refused in one line", async (_, content, message) => {
  const reading = readAll(openWikivoyageFile, file("wrong.csv", content));
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("no such file; a reading that is stopped", async () => {
  await expect(readAll(openWikivoyageFile, "/nowhere/x.csv")).rejects.toMatchObject({ code: "invalid_input" });
  const rows = file("many.csv", csv(Array.from({ length: 2000 }, () => MUSEUM)));
  expect(await abortHalfway(openWikivoyageFile, rows)).toEqual(new Error("stopped by the test"));
});

test("descriptions are plain, short and whole", () => {
  expect(plainText("A [[File:x.jpg]] '''b''' <ref>no</ref>[https://x.org c] [[D|d]]&nbsp;&amp; e<br/>f")).toBe(
    "A b c d & e f",
  );
  expect(shortDescription("Built by St. Peter's guild in c. 1400. Near Dr. Sousa's house. Third.")).toBe(
    "Built by St. Peter's guild in c. 1400. Near Dr. Sousa's house.",
  );
  expect(shortDescription("It is {{km|5}} away. It is high.")).toBe("It is high.");
  expect(shortDescription("")).toBeNull();
  const long = shortDescription(`${"word ".repeat(100)}.`) ?? "";
  expect(long.length).toBeLessThanOrEqual(300);
  expect(long).toMatch(/word…$/);
});
