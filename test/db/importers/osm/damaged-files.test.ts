/** A file that is cut off, damaged, or something else gets one clear line, and never half its records as if they were all. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writePbf } from "../../../../bench/osm/write-pbf.ts";
import { writeXml } from "../../../../bench/osm/write-xml.ts";
import { TripwrightError } from "../../../../trip/errors.ts";
import { readFile, temporaryFolder } from "./extracts.ts";
import { SMALL_COUNTRY } from "./small-country.ts";

async function refusal(path: string): Promise<string> {
  try {
    await readFile(path);
  } catch (error) {
    expect(error).toBeInstanceOf(TripwrightError);
    expect((error as TripwrightError).code).toBe("invalid_input");
    expect((error as TripwrightError).message).not.toContain("\n");
    return (error as TripwrightError).message;
  }
  throw new Error("Expected the file to be refused.");
}

async function refusalOf(content: Buffer | string, name = "file"): Promise<string> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return await refusal(path);
}

async function written(format: "pbf" | "xml" | "gz"): Promise<Buffer> {
  const path = join(temporaryFolder(), format === "pbf" ? "a.osm.pbf" : format === "xml" ? "a.osm" : "a.osm.gz");
  if (format === "pbf") await writePbf(path, SMALL_COUNTRY, { elementsPerBlock: 5 });
  else await writeXml(path, SMALL_COUNTRY);
  return readFileSync(path);
}

/** Where each block of a .osm.pbf begins. */
function blockStarts(pbf: Buffer): number[] {
  const starts: number[] = [];
  for (let at = 0; at < pbf.length; ) {
    starts.push(at);
    const header = pbf.subarray(at + 4, at + 4 + pbf.readUInt32BE(at));
    let size = 0;
    // The header's last field is the size, a varint.
    for (let byte = header.lastIndexOf(0x18) + 1, shift = 0; byte < header.length; byte++, shift += 7) {
      size |= ((header[byte] ?? 0) & 0x7f) << shift;
    }
    at += 4 + header.length + size;
  }
  return starts;
}

describe("cut off", () => {
  test("a .osm.pbf anywhere within a block names the block's first byte", async () => {
    const whole = await written("pbf");
    const starts = blockStarts(whole);
    expect(starts.length).toBeGreaterThan(5);
    const cuts = starts.slice(2).flatMap((start) => [start + 2, start + 10, start + 40]);
    for (const cut of cuts.filter((one) => one < whole.length)) {
      const start = starts.findLast((one) => one < cut) ?? 0;
      expect(await refusalOf(whole.subarray(0, cut))).toContain(`at byte ${start}: it is cut off there`);
    }
  });

  test("a .osm names the line", async () => {
    const whole = (await written("xml")).toString();
    const lines = whole.split("\n");
    const half = lines.slice(0, 30).join("\n");
    expect(await refusalOf(half)).toMatch(/at line 30: it is cut off there\. Download/);
    expect(await refusalOf(`${half}\n <node id="1" lat="`)).toMatch(/at line 31: /);
  });

  test("a .osm.gz too", async () => {
    const whole = await written("gz");
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toMatch(/at line \d+: it is cut off there/);
  });
});

test("a damaged block is refused with its first byte", async () => {
  const whole = await written("pbf");
  const starts = blockStarts(whole);
  const [start = 0, next = 0] = starts.slice(2);
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, start + 30, next - 5);
  expect(await refusalOf(damaged)).toMatch(new RegExp(`at byte ${start}: .+ Download`));
});

test("no damage to a .osm.pbf gives anything but records or one clear line", async () => {
  const whole = await written("pbf");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 8,
      }),
      async (changes) => {
        const damaged = Buffer.from(whole);
        for (const [at, byte] of changes) damaged[at] = byte;
        const path = join(temporaryFolder(), "damaged");
        writeFileSync(path, damaged);
        const outcome = await readFile(path).catch((error: unknown) => error);
        if (!Array.isArray(outcome)) expect(outcome).toBeInstanceOf(TripwrightError);
      },
    ),
    { numRuns: 150 },
  );
});

describe("another kind of file", () => {
  test.each([
    ["", "an empty file"],
    ["id,name\n1,Museum\n", 'one that begins with "id,name'],
    ['{"type": "FeatureCollection"}', "JSON: for GeoJSON there is an importer of its own"],
    ["BZh91AY&SY", "a bzip2 archive: unpack it first (bunzip2)"],
    ["PK\u0003\u0004....", "a zip archive: unpack it first"],
    ["\u0000\u0000\u0000\u0000\u0000\u0000", "one that begins with"],
  ])("%j", async (content, said) => {
    expect(await refusalOf(content)).toContain(
      `Expected an OpenStreetMap file (.osm.pbf, .osm or .osm.gz), got ${said}`,
    );
  });

  test.each([
    ["<html><body/></html>", "got <html>"],
    ["<osmChange><modify/></osmChange>", "That is a file of changes"],
    ["<!-- made by hand --><gpx></gpx>", "got <gpx>"],
  ])("%s", async (content, said) => {
    expect(await refusalOf(content)).toContain(said);
    expect(await refusalOf(gzipSync(content))).toContain(said);
  });

  test("gzip of something else", async () => {
    expect(await refusalOf(gzipSync("hello"))).toMatch(/at line 1: /);
  });

  test("none at all", async () => {
    expect(await refusal("/nowhere/at/all.osm.pbf")).toContain('that can be read, got "/nowhere/at/all.osm.pbf"');
    expect(await refusal(temporaryFolder())).toContain("that can be read");
  });

  test("a history, and a feature nobody knows", async () => {
    const path = join(temporaryFolder(), "a.osh.pbf");
    await writePbf(path, SMALL_COUNTRY, { features: ["OsmSchema-V0.6", "HistoricalInformation"] });
    expect(await refusal(path)).toContain("osmium time-filter");
    await writePbf(path, SMALL_COUNTRY, { features: ["OsmSchema-V0.6", "Quantum"] });
    expect(await refusal(path)).toContain('needs "Quantum"');
  });
});

describe("odd elements", () => {
  const osm = (inside: string): string => `<osm version="0.6">\n${inside}\n</osm>`;
  const museum = '<tag k="tourism" v="museum"/><tag k="name" v="M"/>';

  test.each([
    [`<node id="1" lat="here" lon="2">${museum}</node>`, 'at line 2: a node with lat="here"'],
    [`<node lat="1" lon="2">${museum}</node>`, "a node with id=null"],
    [`<relation id="1"><member type="thing" ref="1"/>${museum}</relation>`, 'a member of type "thing"'],
    [`<way id="1"><nd/>${museum}</way>`, "a nd with ref=null"],
    [`<node id="1" lat="1" lon="2"></way>`, "at line 2: "],
  ])("%s", async (inside, said) => {
    expect(await refusalOf(osm(inside))).toContain(said);
  });

  test("bytes that are no UTF-8 are refused, not guessed", async () => {
    const content = Buffer.concat([
      Buffer.from(osm("").slice(0, 20)),
      Buffer.from([0xff, 0xfe]),
      Buffer.from("</osm>"),
    ]);
    expect(await refusalOf(content)).toMatch(/at line \d+: .+/);
  });
});
