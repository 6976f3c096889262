/** The synthetic extract of `npm run bench -- osm`: of the size and mix it says, whole, and read alike by the package. */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { OSMTransform } from "osm-pbf-parser-node";
import { expect, test } from "vitest";
import { citiesFor, generate } from "../../bench/osm/generate.ts";
import { writePbf } from "../../bench/osm/write-pbf.ts";
import { writeXml } from "../../bench/osm/write-xml.ts";
import { measureReading } from "../../bench/osm.ts";
import { openPbf } from "../../db/importers/osm/pbf/read-pbf.ts";
import { readFile, sorted, temporaryFolder } from "../db/importers/osm/extracts.ts";

const ELEMENTS = 20_000;

test("has the size and the mix that it says", () => {
  const all = [...generate(ELEMENTS)];
  expect(Math.abs(all.length - ELEMENTS)).toBeLessThan(10);
  const share = (type: string): number => all.filter((element) => element.type === type).length / all.length;
  expect(share("node")).toBeGreaterThan(0.85);
  expect(share("way")).toBeGreaterThan(0.1);
  const nodes = new Set(all.filter(({ type }) => type === "node").map(({ id }) => id));
  for (const element of all) {
    if (element.type === "way") expect(element.refs.every((ref) => nodes.has(ref))).toBe(true);
  }
  expect([...generate(ELEMENTS)]).toEqual(all);
});

test("gives its cities with their country, and a hundred places and more for each, in either format", async () => {
  const folder = temporaryFolder();
  await writePbf(join(folder, "a.osm.pbf"), generate(ELEMENTS));
  await writeXml(join(folder, "a.osm"), generate(ELEMENTS));
  const { records } = sorted(await readFile(join(folder, "a.osm.pbf")));
  const cities = records.filter((record) => record.kind === "city");
  expect(cities.map(({ name, countryCode }) => [name, countryCode])).toEqual(
    citiesFor(ELEMENTS).map(({ name }) => [name, "KZ"]),
  );
  const wanted = records.length / ELEMENTS;
  expect(wanted).toBeGreaterThan(0.01);
  expect(wanted).toBeLessThan(0.02);
  // The nodes of one corner are written with seven decimals in both.
  expect(sorted(await readFile(join(folder, "a.osm"))).records).toEqual(records);
});

test("every node and way is where another reader finds it", async () => {
  const path = join(temporaryFolder(), "a.osm.pbf");
  await writePbf(path, generate(ELEMENTS));
  const theirs: string[] = [];
  for await (const batch of createReadStream(path).pipe(new OSMTransform({ withTags: true }))) {
    for (const element of batch as { type: string; id: number; lat?: number; lon?: number; tags?: object }[]) {
      if (element.type === "relation" || element.tags === undefined) continue;
      const at = element.type === "node" ? ` ${element.lat?.toFixed(7)} ${element.lon?.toFixed(7)}` : "";
      theirs.push(`${element.type} ${element.id}${at} ${JSON.stringify(element.tags)}`);
    }
  }
  const ours: string[] = [];
  const source = await openPbf(path);
  await source.scanTagged(
    {
      wanted: () => "any",
      node: ({ id, lat, lon, tags }) =>
        ours.push(`node ${id} ${lat.toFixed(7)} ${lon.toFixed(7)} ${JSON.stringify(tags)}`),
      way: ({ id, tags }) => ours.push(`way ${id} ${JSON.stringify(tags)}`),
      relation: () => undefined,
    },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  expect(ours.length).toBeGreaterThan(3_000);
  expect(ours).toEqual(theirs);
});

// A million take one to two seconds of CPU as .osm.pbf; ten times as long for as many is no accident of the machine's.
test("is read at a fair pace", async () => {
  const path = join(temporaryFolder(), "a.osm.pbf");
  await writePbf(path, generate(100_000));
  const { records, cpuSeconds } = await measureReading(path, "pbf", 100_000);
  expect(records).toBeGreaterThan(1_000);
  expect(cpuSeconds).toBeLessThan(5);
});
