/** A city's places asked for on the command line, from a server on this machine; and not asked for again. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LoopbackVendor, startLoopbackVendor } from "../providers/conformance/loopback-vendor.ts";
import { type CliResult, runCli } from "./run-cli.ts";

let vendor: LoopbackVendor;
beforeAll(async () => {
  vendor = await startLoopbackVendor();
});
afterAll(() => vendor?.close());

/** The database lives on: each run of this file brings places of its own. */
const RUN = randomInt(1_000_000_000);
const museum = (number: number, name: string): object => ({
  ...{ type: "node", id: 10_000_000_000 + RUN * 10 + number, lat: 59.4372 + number / 1000, lon: 24.7453 },
  tags: { tourism: "museum", name, opening_hours: "Tu-Su 10:00-18:00" },
});

const ask = (...args: string[]): Promise<CliResult> =>
  runCli(["import", "overpass", ...args], { OVERPASS_URL: vendor.url });

test("a city is asked for once, and what comes is in the catalogue with its licence", async () => {
  const elements = [museum(1, `Testmuuseum ${RUN}`), { type: "node", id: 3, lat: 59.44, lon: 24.75, tags: {} }];
  vendor.respond({ body: { osm3s: { timestamp_osm_base: "2026-11-20T00:00:00Z" }, elements } });
  const { status, stdout, stderr } = await ask("Tallinn", "--radius", "3", "--force", "--json");
  expect([status, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ status: "finished", records: 1, source: { name: "openstreetmap", licence: "ODbL-1.0" } },
    outcome: { new: 1, kinds: { place: 1 } },
  });
  const query = new URLSearchParams(vendor.asked[0]?.body).get("data");
  expect(query).toMatch(/\(around:3000,59\.4\d+,24\.7\d+\);/);
  const shown = await runCli(["places", "show", `Testmuuseum ${RUN}`, "--city", "Tallinn", "--json"]);
  expect(JSON.parse(shown.stdout).place).toMatchObject({
    ...{ type: "museum", source: "OpenStreetMap", attribution: expect.stringContaining("OpenStreetMap") },
    hours: { monday: [], sunday: [{ open: "10:00", close: "18:00" }] },
  });

  const again = await ask("Tallinn");
  expect([again.status, again.stdout, vendor.asked.length]).toEqual([3, "", 1]);
  expect(again.stderr).toMatch(
    /Expected 30 days between two questions for Tallinn: it was brought in on 20\d\d-.* or say --force/,
  );
});

test("an answer that ran out of time brings nothing, and is no import", async () => {
  vendor.respond({ body: { elements: [museum(2, `Half ${RUN}`)], remark: "runtime error: Query timed out" } });
  const { status, stdout, stderr } = await ask("Tallinn", "--force");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr.trim().split("\n").at(-1)).toBe("Overpass took too long to answer.");
});

test.each([
  [["Tallinn", "--radius", "99"], 2, /^Expected --radius in kilometres up to 15, got "99"\./],
  [["Qqqqzzzz"], 3, /^Expected a city's name or id, got "Qqqqzzzz"\./],
])("%j is refused", async (args, status, message) => {
  const asked = vendor.asked.length;
  const refused = await ask(...args);
  expect(refused.status).toBe(status);
  expect(refused.stderr).toMatch(message);
  expect(vendor.asked).toHaveLength(asked);
});

test("nobody is asked unless the operator says so", async () => {
  const { status, stderr } = await runCli(["import", "overpass", "Tallinn"]);
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^Expected somebody who may be asked for the map, and nobody is set up: set TRIPWRIGHT_PROVIDERS/,
  );
});
