/** What becomes of things as a whole: where they are, what is one thing, which settlements count, in which country. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Element } from "../../../../bench/osm/element.ts";
import { generate } from "../../../../bench/osm/generate.ts";
import { writePbf } from "../../../../bench/osm/write-pbf.ts";
import { writeXml } from "../../../../bench/osm/write-xml.ts";
import { openOsmFile } from "../../../../db/importers/osm/open-osm.ts";
import type { SourceRecord } from "../../../../db/importers/source-record.ts";
import { FILE_DATE, node, read, square, temporaryFolder } from "./extracts.ts";

const museum = { tourism: "museum", name: "Museu" };
const wayOf = (elements: readonly Element[]): Element => elements.at(-1) as Element;
const offset = (record: SourceRecord | undefined): [number, number] => {
  const { lat, lon } = record?.location ?? { lat: 0, lon: 0 };
  return [Math.round((lat - 41.5) * 1e5) / 1e5, Math.round((lon - 2.25) * 1e5) / 1e5];
};

describe("where a traveller is sent", () => {
  test("to the main entrance, else to any, else to a point inside", async () => {
    const yes = { entrance: "yes" };
    const whereWith = async (...corners: Record<string, string>[]): Promise<[number, number]> =>
      offset((await read(square(museum, [0, 0], 0.001, corners))).records[0]);
    expect(await whereWith(yes, {}, { entrance: "main" })).toEqual([0.001, 0.001]);
    expect(await whereWith({}, yes)).toEqual([0, 0.001]);
    expect(await whereWith({ entrance: "emergency" })).toEqual([0.0005, 0.0005]);
  });

  test("to the middle of a street, and to the end of a funicular", async () => {
    const line = [0, 0.001, 0.004].map((east) => node({}, [0, east]));
    const along = (tags: Record<string, string>): Element[] => [
      ...line,
      {
        type: "way",
        id: 5,
        refs: line.map(({ id }) => id),
        tags: { name: "Rambla", wikipedia: "en:La Rambla", ...tags },
      },
    ];
    expect(offset((await read(along({ highway: "pedestrian" }))).records[0])).toEqual([0, 0.002]);
    expect(offset((await read(along({ railway: "funicular" }))).records[0])).toEqual([0, 0]);
  });

  test("to a part of what has no outline, to its entrance where there is one", async () => {
    const parts = square({ building: "yes" });
    const gate = node({}, [0.5, 0.5]);
    const site = (members: { type: "way" | "node"; ref: number; role: string }[]): Element[] => [
      ...parts,
      gate,
      { type: "relation", id: 9, members, tags: { type: "site", historic: "archaeological_site", name: "Old Town" } },
    ];
    const part = { type: "way" as const, ref: wayOf(parts).id, role: "" };
    expect(offset((await read(site([part]))).records[0])).toEqual([0.0005, 0.0005]);
    const entrance = { type: "node" as const, ref: gate.id, role: "entrance" };
    expect(offset((await read(site([part, entrance]))).records[0])).toEqual([0.5, 0.5]);
  });

  test("nowhere, when the file ends before it does", async () => {
    const park = square({});
    const outer = (ref: number) => ({ type: "way" as const, ref, role: "outer" });
    const relation: Element = {
      type: "relation",
      id: 1,
      members: [outer(900_001), outer(900_002)],
      tags: { type: "multipolygon", leisure: "park", name: "Park" },
    };
    expect((await read([...park, relation])).skipped).toEqual({ "no coordinates (its nodes are not in the file)": 1 });
    const ends = [node({}, [0, 0]), node({}, [0, 0.01]), node({}, [0.01, 0.01])];
    const half: Element = { type: "way", id: 900_001, refs: ends.map(({ id }) => id) };
    expect((await read([...ends, half, relation])).skipped).toEqual({ "outline cut off at the edge of the file": 1 });
    const most: Element = { type: "way", id: 3, refs: [ends[0]?.id ?? 0, 1e6, 1e6 + 1, 1e6 + 2], tags: museum };
    expect((await read([...ends, most])).skipped).toEqual({ "outline cut off at the edge of the file": 1 });
  });

  test("nowhere off the Earth", async () => {
    expect((await read([{ type: "node", id: 1, lat: 95, lon: 2, tags: museum }])).records).toEqual([]);
  });
});

describe("the same thing mapped twice", () => {
  test("is one, the richer, with the other's facts", async () => {
    const building = square({
      ...museum,
      building: "yes",
      "addr:street": "Major",
      website: "http://m.example",
      fee: "no",
    });
    const point = node({ ...museum, wikidata: "Q8", opening_hours: "24/7", alt_name: "MM" }, [0.0005, 0.0005]);
    const { records, skipped } = await read([...building, point]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      externalId: `way/${wayOf(building).id}`,
      ids: { osm: `way/${wayOf(building).id}`, wikidata: "Q8" },
      hours: "24/7",
      pricing: "free",
      otherNames: ["MM"],
      sourceDate: FILE_DATE,
    });
    expect(skipped).toEqual({ "mapped twice, joined into one": 1 });
  });

  test.each<[string, Element[], number]>([
    ["another name", [node(museum), node({ ...museum, name: "Museum 2" })], 2],
    ["another entity", [node({ ...museum, wikidata: "Q1" }), node({ ...museum, wikidata: "Q2" })], 2],
    ["far away", [node(museum), node(museum, [0.01, 0])], 2],
    ["another kind of thing", [node(museum), node({ tourism: "hotel", name: "Museu" })], 2],
    ["case and accents", [node(museum), node({ ...museum, name: "MUSEÚ" })], 1],
    ["a street in pieces", [0, 0.005, 0.01].map((east) => node({ ...museum, wikidata: "Q3" }, [0, east])), 1],
    [
      "branches of a chain",
      [node({ amenity: "cafe", name: "C" }), node({ amenity: "cafe", name: "C" }, [0.0004, 0])],
      2,
    ],
    ["names of signs only", [node({ ...museum, name: "!!" }), node({ ...museum, name: "??" })], 2],
  ])("%s", async (_, elements, count) => {
    expect((await read(elements)).records).toHaveLength(count);
  });

  test("a town is where its centre is, and as large as its border says", async () => {
    const centre = node({ place: "town", name: "Vila" }, [0.002, 0.002]);
    const tags = { place: "town", name: "Vila", population: "4000", wikidata: "Q9", boundary: "administrative" };
    const { records } = await read([centre, ...square(tags, [0, 0], 0.05)]);
    expect(records).toMatchObject([{ externalId: `node/${centre.id}`, population: 4000, ids: { wikidata: "Q9" } }]);
    expect(offset(records[0])).toEqual([0.002, 0.002]);
  });
});

describe("settlements", () => {
  const village = (name: string, at: [number, number], more: Record<string, string> = {}): Element =>
    node({ place: "village", name, population: "900", ...more }, at);

  test("a village far from any town is one, close to a town it is an area, between them nothing", async () => {
    const { records } = await read([
      node({ place: "town", name: "Town" }),
      village("Close", [0.03, 0]),
      village("Between", [0.1, 0]),
      village("Far", [0.5, 0]),
      village("Far but small", [0.55, 0], { population: "12" }),
    ]);
    expect(records.map((record) => `${record.kind} ${record.name}`)).toEqual([
      "city Town",
      "area Close",
      "city Far",
      "area Far but small",
    ]);
    expect(records[2]).toMatchObject({ cityType: "town" });
  });

  test("a country is known by the border around, the innermost first, and its capital by the border's word", async () => {
    const [inner, outer] = [square({}, [-0.1, -0.1], 0.2), square({}, [-1, -1], 2)];
    const city = node({ place: "town", name: "Harbour" });
    const other = node({ place: "town", name: "Elsewhere" }, [0.5, 0.5]);
    const beyond = node({ place: "town", name: "Beyond" }, [5, 5]);
    const border = (elements: Element[], id: number, tags: Record<string, string>, capital?: number): Element => ({
      type: "relation",
      id,
      members: [
        { type: "way", ref: wayOf(elements).id, role: "outer" },
        ...(capital === undefined ? [] : [{ type: "node" as const, ref: capital, role: "admin_centre" }]),
      ],
      tags: { type: "boundary", boundary: "administrative", ...tags },
    });
    const { records } = await read([
      ...inner,
      ...outer,
      city,
      other,
      beyond,
      border(outer, 1, { admin_level: "2", "ISO3166-1": "DK" }),
      border(inner, 2, { admin_level: "3", "ISO3166-1": "FO", "ISO3166-2": "DK-FO" }, city.id),
    ]);
    expect(
      records.map((record) => (record.kind === "city" ? [record.name, record.countryCode, record.cityType] : [])),
    ).toEqual([
      ["Harbour", "FO", "capital"],
      ["Elsewhere", "DK", "town"],
      ["Beyond", undefined, "town"],
    ]);
  });
});

test("a border of which the file lacks a stretch still tells its country; one it only touches does not", async () => {
  const corners = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 2],
    [2, 1],
    [2, 0],
    [1, 0],
  ].map(([north = 0, east = 0]) => node({}, [north - 1, east - 1]));
  const ways = corners.map(({ id }, at): Element => {
    const next = corners[(at + 1) % corners.length]?.id ?? 0;
    return { type: "way", id: 7_000 + at, refs: [id, next] };
  });
  const border: Element = {
    type: "relation",
    id: 1,
    members: ways.map(({ id }) => ({ type: "way", ref: id, role: "outer" })),
    tags: { type: "boundary", boundary: "administrative", admin_level: "2", "ISO3166-1": "AD" },
  };
  const city = node({ place: "town", name: "Inland" }, [0.1, 0.1]);
  const codes = async (kept: readonly Element[]): Promise<unknown[]> => {
    const { records } = await read([...corners, city, ...kept, border]);
    return records.map((record) => record.kind === "city" && record.countryCode);
  };
  expect(await codes(ways)).toEqual(["AD"]);
  expect(await codes(ways.filter((_, at) => at !== 3))).toEqual(["AD"]);
  expect(await codes(ways.slice(0, 4))).toEqual([undefined]);
});

describe("told to stop", () => {
  test.each(["pbf", "xml"])("a %s is let go at once, in every pass", async (format) => {
    const path = join(temporaryFolder(), `extract.${format}`);
    if (format === "pbf") await writePbf(path, generate(30_000));
    else await writeXml(path, generate(30_000));
    const file = await openOsmFile(path, { fileDate: FILE_DATE });
    for (const stopAt of [0, 0.1, 0.7, 0.95]) {
      const controller = new AbortController();
      let after = 0;
      const onProgress = (done: number): void => {
        if (controller.signal.aborted) after++;
        else if (done >= stopAt) controller.abort(new Error("enough"));
      };
      if (stopAt === 0) controller.abort(new Error("enough"));
      const reading = async (): Promise<void> => {
        for await (const record of file.records({ signal: controller.signal, onProgress }))
          expect(record).toBeDefined();
      };
      await expect(reading()).rejects.toThrow("enough");
      expect(after).toBeLessThan(3);
    }
  });

  test("a reader who leaves early leaves nothing open", async () => {
    const path = join(temporaryFolder(), "extract.osm.pbf");
    await writePbf(path, generate(30_000));
    const file = await openOsmFile(path, { fileDate: FILE_DATE });
    const records = file.records({ signal: new AbortController().signal, onProgress: () => undefined });
    for await (const record of records) {
      expect(record.kind).not.toBe("skipped");
      break;
    }
    const { value, done } = await records[Symbol.asyncIterator]().next();
    expect([value, done]).toEqual([undefined, true]);
  });
});
