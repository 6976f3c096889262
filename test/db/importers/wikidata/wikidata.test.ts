/** Entities as Wikidata's dump has them: names, popularity, closed days and the same thing elsewhere. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openWikidataFile } from "../../../../db/importers/wikidata/open-wikidata-file.ts";
import { abortHalfway, FILE_DATE, readAll, testFiles } from "../files-for-tests.ts";

const snak = (property: string, value: unknown) => ({ snaktype: "value", property, datavalue: { value, type: "x" } });
const said = (property: string, value: unknown, more: object = {}) => ({
  mainsnak: snak(property, value),
  type: "statement",
  rank: "normal",
  ...more,
});
const item = (id: string) => ({ "entity-type": "item", "numeric-id": Number(id.slice(1)), id });
const at = (latitude: number, longitude: number, globe = "http://www.wikidata.org/entity/Q2") => ({
  latitude,
  longitude,
  altitude: null,
  precision: 0.0001,
  globe,
});
const labels = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([language, value]) => [language, { language, value }]));
const claims = (...statements: ReturnType<typeof said>[]) =>
  Object.fromEntries(
    [...new Set(statements.map(({ mainsnak }) => mainsnak.property))].map((property) => [
      property,
      statements.filter(({ mainsnak }) => mainsnak.property === property),
    ]),
  );
const entity = (id: string, fields: object) => ({
  type: "item",
  id,
  labels: {},
  aliases: {},
  sitelinks: {},
  claims: {},
  ...fields,
});

const MUSEUM = entity("Q900001", {
  labels: labels({ fr: "Musée de la Rivière", en: "River Museum", pt: "Museu do Rio" }),
  aliases: { en: [{ language: "en", value: "Old River Museum" }] },
  sitelinks: {
    enwiki: { site: "enwiki", title: "River Museum" },
    enwikivoyage: { site: "enwikivoyage", title: "Porto/Ribeira" },
    ptwiki: { site: "ptwiki", title: "Museu do Rio" },
  },
  modified: "2026-05-06T07:08:09Z",
  claims: claims(
    said("P31", item("Q16560")),
    said("P31", item("Q33506")),
    said("P625", at(41.1, -8.6)),
    said("P625", at(41.2, -8.7), { rank: "deprecated" }),
    said("P856", "https://museum.example.org/"),
    said(
      "P1174",
      { amount: "+100000", unit: "1" },
      { qualifiers: { P585: [snak("P585", { time: "+2010-00-00T00:00:00Z" })] } },
    ),
    said(
      "P1174",
      { amount: "+1200000", unit: "1" },
      { qualifiers: { P585: [snak("P585", { time: "+2024-00-00T00:00:00Z" })] } },
    ),
    said("P3026", item("Q105")),
    said("P3026", item("Q900999")),
    said("P3026", item("Q127"), { qualifiers: { P1264: [snak("P1264", item("Q1311"))] } }),
    said("P1435", item("Q900998")),
    said("P402", "1234"),
    said("P1566", "7654321"),
    said("P1705", { text: "Museu do Rio", language: "pt" }),
    said("P18", "River.jpg"),
  ),
});
const UNKNOWN_CLASS = entity("Q900002", {
  labels: labels({ en: "Watermill" }),
  claims: claims(said("P625", at(41, -8)), said("P31", item("Q185187"))),
});

const lines = (...entities: unknown[]): string => entities.map((one) => `${JSON.stringify(one)}\n`).join("");
const file = testFiles();

test("a museum says what its statements of the best rank say", async () => {
  const { records } = await readAll(openWikidataFile, file("one.jsonl", lines(MUSEUM)));
  expect(records).toEqual([
    {
      kind: "place",
      externalId: "Q900001",
      sourceDate: "2026-05-06",
      ids: {
        wikidata: "Q900001",
        osm: "relation/1234",
        geonames: 7654321,
        wikipedia: "en:River Museum",
        wikivoyage: "en:Porto/Ribeira",
      },
      name: "River Museum",
      nameLocal: "Museu do Rio",
      otherNames: ["Old River Museum", "Musée de la Rivière", "Museu do Rio"],
      location: { lat: 41.1, lon: -8.6 },
      website: "https://museum.example.org/",
      type: "museum",
      categories: ["museums"],
      closedDays: ["Mo"],
      crowdedness: "high",
      isHeritage: true,
      sitelinks: 3,
    },
  ]);
});

test("the whole dump's form, a selection's and a packed one are the same; the order is the file's", async () => {
  const whole = `[\n${JSON.stringify(MUSEUM)},\n${JSON.stringify(UNKNOWN_CLASS)}\n]\n`;
  const selected = await readAll(openWikidataFile, file("s.jsonl", lines(MUSEUM, UNKNOWN_CLASS)));
  expect(selected.records.map(({ externalId }) => externalId)).toEqual(["Q900001", "Q900002"]);
  expect((await readAll(openWikidataFile, file("w.json", whole))).records).toEqual(selected.records);
  expect((await readAll(openWikidataFile, file("w.json.gz", gzipSync(whole)))).records).toEqual(selected.records);
});

test("an unknown class has no type and still says what it knows; dates are the file's where there are none", async () => {
  const { records } = await readAll(openWikidataFile, file("u.jsonl", lines(UNKNOWN_CLASS)));
  expect(records).toEqual([
    {
      kind: "place",
      externalId: "Q900002",
      sourceDate: FILE_DATE,
      ids: { wikidata: "Q900002" },
      name: "Watermill",
      location: { lat: 41, lon: -8 },
      sitelinks: 0,
    },
  ]);
});

test("people and kinds of animals pass without a word; what lacks name or place, is gone or is on the Moon says so", async () => {
  const here = said("P625", at(41, -8));
  const { records, skipped } = await readAll(
    openWikidataFile,
    file(
      "skip.jsonl",
      lines(
        entity("Q1", { labels: labels({ en: "A person" }), claims: claims(said("P31", item("Q5")), here) }),
        entity("Q2", { labels: labels({ en: "A beetle" }), claims: claims(said("P31", item("Q16521"))) }),
        { ...entity("P1", {}), type: "property" },
        entity("Q3", { labels: labels({ en: "Nowhere" }) }),
        entity("Q4", { labels: [], claims: claims(here) }),
        entity("Q6", {
          labels: labels({ en: "Crater" }),
          claims: claims(said("P625", at(1, 2, "http://www.wikidata.org/entity/Q405"))),
        }),
        entity("Q7", {
          labels: labels({ en: "Burnt" }),
          claims: claims(here, said("P576", { time: "+1900-00-00T00:00:00Z" })),
        }),
        entity("Q8", { labels: labels({ pt: "Só em português" }), claims: claims(here) }),
        entity("Q9", { labels: labels({ en: "Inn" }), claims: claims(here, said("P31", item("Q27686"))) }),
      ),
    ),
  );
  expect(records).toMatchObject([{ name: "Só em português" }, { kind: "lodging", lodgingType: "hotel", name: "Inn" }]);
  expect(skipped.map(({ reason }) => reason)).toEqual(["no coordinates", "no name", "not on Earth", "no longer there"]);
});

test("open days leave the others closed, unless they are a season's", async () => {
  const open = ["Q127", "Q128", "Q129", "Q130", "Q131", "Q132"].map((day) => said("P3025", item(day)));
  const inSummer = open.map((one) => ({ ...one, qualifiers: { P1264: [snak("P1264", item("Q1313"))] } }));
  const named = (id: string, ...statements: ReturnType<typeof said>[]) =>
    entity(id, { labels: labels({ en: id }), claims: claims(said("P625", at(41, -8)), ...statements) });
  const { records } = await readAll(
    openWikidataFile,
    file("open.jsonl", lines(named("Q11", ...open), named("Q12", ...inSummer))),
  );
  expect(records[0]).toMatchObject({ closedDays: ["Mo"] });
  expect(records[1]).not.toHaveProperty("closedDays");
});

const good = JSON.stringify(MUSEUM);
test.each([
  ["nothing", "", "got an empty file"],
  ["one document", '{"entities": {"Q1": {}}}', 'got "{\\"entities\\"'],
  ["a page", "<html>\n", "one entity of Wikidata a line (JSON)"],
  ["a line cut off", `${good}\n${good.slice(0, 200)}`, "on line 2"],
  ["a dump cut off", `[\n${good},\n`, 'expected "]" at the end, got a file that breaks off on line 2'],
])("%s is refused in one line", async (_, content, message) => {
  const reading = readAll(openWikidataFile, file("wrong.json", content));
  await expect(reading).rejects.toMatchObject({ code: "invalid_input" });
  await expect(reading).rejects.toThrow(message);
});

test("a reading that is stopped", async () => {
  const path = file("many.jsonl", lines(...Array.from({ length: 500 }, () => MUSEUM)));
  expect(await abortHalfway(openWikidataFile, path)).toEqual(new Error("stopped by the test"));
});
