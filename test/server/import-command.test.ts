/** `tripwright import`: what a person sees of it, from the file to the plan that it makes possible. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planSchema } from "../../trip/plan-document.ts";
import { runCli } from "./run-cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tripwright import "));
});
afterAll(() => rm(folder, { recursive: true }));

/** Around Bregenz, a known city without places of its own. */
const LAT = 47.503;
const LON = 9.747;
const SIGHTS = [
  "Cable Tower",
  "Lake Stage Museum",
  "Upper Gate",
  "Saint Gallus Chapel",
  "Rose Garden",
  "Harbour View",
  "Old Granary",
];
const KINDS = ['k="tourism" v="museum"', 'k="tourism" v="viewpoint"', 'k="tourism" v="attraction"'];
const EATERIES = ["Zum Goldenen Anker", "Seeblick", "Gasthof Linde", "Zur Post", "Fischerstube"];

function osmFile(): string {
  const node = (id: number, tags: string): string =>
    `<node id="${id}" version="1" timestamp="2026-10-0${(id % 9) + 1}T00:00:00Z" lat="${(LAT + (id % 7) * 0.0011).toFixed(6)}" lon="${(LON + (id % 5) * 0.0013).toFixed(6)}">${tags}</node>`;
  const tag = (pair: string): string => `<tag ${pair}/>`;
  const sights = SIGHTS.map((name, at) =>
    node(
      100 + at,
      `${tag(`k="name" v="${name}"`)}${tag(KINDS[at % KINDS.length] ?? "")}${tag('k="opening_hours" v="Mo-Su 09:00-18:00"')}`,
    ),
  );
  const eateries = EATERIES.map((name, at) =>
    node(
      200 + at,
      `${tag(`k="name" v="${name}"`)}${tag('k="amenity" v="restaurant"')}${tag('k="opening_hours" v="Mo-Su 11:00-23:00"')}`,
    ),
  );
  const others = [
    node(300, `${tag('k="name" v="Hotel Bodensee"')}${tag('k="tourism" v="hotel"')}`),
    node(301, tag('k="tourism" v="museum"')),
    node(
      302,
      `${tag('k="name" v="Secret Garden"')}${tag('k="tourism" v="attraction"')}${tag('k="opening_hours" v="ask Anna"')}`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${[...sights, ...eateries, ...others].join("\n")}</osm>\n`;
}

test("an extract of the map comes in, says what it brought, and can be planned with", {
  timeout: 120_000,
}, async () => {
  const file = join(folder, "bregenz.osm");
  await writeFile(file, osmFile());
  // An earlier run of the tests may have left it in the database: it is read all the same.
  const first = await runCli(["import", "osm", file, "--again"]);
  expect(first.status).toBe(0);
  expect(first.stdout).toMatch(/Bregenz \(AT\) {2}8 to see, 5 to eat/);
  expect(first.stdout).toContain("Opening hours of 1 were not understood");
  expect(first.stdout).toMatch(/1 {2}no name/);
  expect(first.stdout).toContain("Shown with it: © OpenStreetMap contributors (ODbL-1.0");
  expect(first.stdout).toContain('Now: npm run plan -- "3 days in Bregenz in May"');
  expect(first.stderr).toContain("· 100 %  making new places findable by meaning");

  const second = await runCli(["import", "osm", file, "--json"]);
  expect(JSON.parse(second.stdout)).toMatchObject({ status: "already", source: { name: "openstreetmap" } });
  const again = await runCli(["import", "osm", file, "--again", "--json"]);
  expect(again.stderr).toBe("");
  expect(JSON.parse(again.stdout)).toMatchObject({ status: "finished", outcome: { new: 0, changed: 0, merged: 0 } });

  const plan = await runCli(["plan", "2 days in Bregenz from 2027-05-04", "--json"]);
  expect(plan.status).toBe(0);
  const { itinerary, verdict } = planSchema.parse(JSON.parse(plan.stdout));
  expect(verdict.ok).toBe(true);
  const titles = itinerary.days.flatMap(({ items }) => items.map(({ title }) => title));
  expect(titles.filter((title) => SIGHTS.includes(title)).length).toBeGreaterThan(4);
});

test("a table of one's own comes in by its mapping", async () => {
  const file = join(folder, "mine.csv");
  const mapping = join(folder, "mine.mapping.json");
  await writeFile(file, `title,lat,lon,kind\nMy Secret Bench,${LAT + 0.02},${LON},bench\n`);
  await writeFile(mapping, "{}");
  const { status, stdout, stderr } = await runCli(["import", "csv", file, "--mapping", mapping]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("mine.mapping.json");
});

test.each([
  [["import", "maps", "x"], "Expected one of city, overpass, rates, osm, wikivoyage"],
  [["import", "osm", "/nowhere/x.osm"], "/nowhere/x.osm"],
  [["import", "osm", "package.json"], "package.json"],
  [["import", "osm", "package.json", "--date", "May"], "--date as YYYY-MM-DD"],
])("%j is refused with one clear line", async (args, message) => {
  const { status, stdout, stderr } = await runCli(args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("    at ");
});
