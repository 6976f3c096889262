/** The commands around planning: doctor, migrate, schema, import, help. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TARGETS } from "../../db/monitoring/targets.ts";
import { CONTRACT_VENDORS } from "../../providers/contracts.ts";
import { VENDORS } from "../../providers/registry.ts";
import { planSchema } from "../../trip/plan-document.ts";
import { runCli } from "./run-cli.ts";

test("doctor says what is configured and what is missing, and shows no secret", async () => {
  const secret = "sk-test-0123456789";
  const { status, stdout, stderr } = await runCli(["doctor", "--json"], { OPENAI_API_KEY: secret });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).not.toContain(secret);
  const states = Object.fromEntries(
    JSON.parse(stdout).findings.map(({ name, state }: { name: string; state: string }) => [name, state]),
  );
  expect(JSON.parse(stdout).health.map(({ metric }: { metric: string }) => metric)).toEqual(Object.keys(TARGETS));
  expect(states).toMatchObject({
    database: "ok",
    schema: "ok",
    catalogue: "ok",
    model: "ok",
    openai: "ok",
    compatible: "missing",
    flights: "missing",
    stays: "missing",
  });
});

test("doctor says of every vendor whether it is used, and what it needs", async () => {
  const { status, stdout } = await runCli(["doctor", "--json"], { TRIPWRIGHT_PROVIDERS: "frankfurter" });
  expect(status).toBe(0);
  const vendors = new Map(JSON.parse(stdout).vendors.map((vendor: { id: string }) => [vendor.id, vendor]));
  expect([...vendors.keys()]).toEqual([...VENDORS, ...CONTRACT_VENDORS].map(({ id }) => id));
  expect(vendors.get("frankfurter")).toMatchObject({ state: "ready", basis: "live", missing: [] });
  for (const id of ["booking-demand", "expedia-rapid", "tripadvisor-terra"]) {
    expect(vendors.get(id)).toMatchObject({
      state: "contract",
      says: expect.stringContaining("needs a partner contract"),
    });
  }
  const unknown = await runCli(["doctor"], { TRIPWRIGHT_PROVIDERS: "frankfurter, nobody" });
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toMatch(/TRIPWRIGHT_PROVIDERS: expected some of .*frankfurter/);
});

test("migrate says that nothing is pending, and refuses a direction it does not know", async () => {
  const report = await runCli(["migrate", "status", "--json"]);
  const { applied, pending } = JSON.parse(report.stdout);
  expect(applied.length).toBeGreaterThan(10);
  expect(pending).toEqual([]);
  const sideways = await runCli(["migrate", "sideways"]);
  expect(sideways.status).toBe(2);
  expect(sideways.stderr).toMatch(/^Expected up, down, status, got "sideways"\.\n$/);
});

test("schema prints a JSON Schema that names the document's fields", async () => {
  const { stdout } = await runCli(["schema", "plan"]);
  const schema = JSON.parse(stdout);
  expect(Object.keys(schema.anyOf[0].properties)).toEqual(Object.keys(planSchema.shape));
  expect((await runCli(["schema", "poem"])).stderr).toMatch(/^Expected one of plan, got "poem"\./);
});

test("help lists the commands and succeeds", async () => {
  const { status, stdout, stderr } = await runCli(["--help"]);
  expect([status, stderr]).toEqual([0, ""]);
  for (const command of [
    "plan",
    "trips",
    "show",
    "share",
    "account",
    "migrate",
    "import",
    "doctor",
    "metrics",
    "schema",
    "stop",
  ]) {
    expect(stdout).toContain(command);
  }
});

describe("import", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tripwright import "));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Two real towns' worth of distance away from any built-in city, with one made-up viewpoint and one inn. */
  const town = {
    city: "Graz",
    countryCode: "AT",
    lat: 47.0707,
    lon: 15.4395,
    currency: "EUR",
    compiledOn: "2026-11-22",
    notice: "Written for a test: nobody should travel by it.",
    areas: [],
    attractions: [
      {
        key: "test-hill",
        name: "Test Hill",
        nameLocal: null,
        type: "viewpoint",
        categories: ["viewpoints"],
        lat: 47.0761,
        lon: 15.4372,
        address: null,
        hours: "24/7",
        visitMinutes: 60,
        pricing: "free",
        adultPrice: 0,
        crowdedness: null,
        wheelchair: null,
        bookingNeeded: null,
        popularity: 0.8,
        offbeat: false,
        tags: [],
        description: "A hill that exists for this test only.",
      },
    ],
    eateries: [],
  };

  test("brings a city's places, twice without doubling them, and plans with them", async () => {
    const file = join(folder, "graz.json");
    await writeFile(file, JSON.stringify(town));
    for (const _ of ["first", "again"]) {
      const { status, stdout } = await runCli(["import", "city", file, "--json"]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ city: "Graz", countryCode: "AT", attractions: 1, eateries: 0 });
    }
    const { stdout } = await runCli(["plan", "a day in Graz on 2027-04-01", "--json"]);
    const items = planSchema.parse(JSON.parse(stdout)).itinerary.days.flatMap((day) => day.items);
    expect(items.filter(({ title }) => title === "Test Hill")).toHaveLength(1);
  });

  test("refuses what is impossible, naming it", async () => {
    const file = join(folder, "far.json");
    const far = { ...town, attractions: [{ ...town.attractions[0], lat: 10.001, lon: 10.001 }] };
    await writeFile(file, JSON.stringify(far));
    const { status, stdout, stderr } = await runCli(["import", "city", file]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("test-hill: more than 60 km from the city");
  });
});
