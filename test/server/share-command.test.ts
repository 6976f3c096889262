/** A trip is shared, and no longer, from the command line. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase } from "../../db/connect.ts";
import { createSharedTripReader } from "../../db/stores/shared-trips.ts";
import type { SharedTripReader } from "../../trip/ports.ts";
import { testFolders } from "../db/test-folders.ts";
import { runCli } from "./run-cli.ts";

let reader: SharedTripReader;
let tripId: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const { stdout } = await runCli(["plan", "a day in Vienna on 2027-04-01", "--json"]);
  tripId = JSON.parse(stdout).trip.id;
  const database = await connectDatabase({ databaseUrl: process.env.TEST_DATABASE_URL || undefined, ...testFolders() });
  reader = createSharedTripReader(database);
  close = () => database.close();
});
afterAll(() => close?.());

test("share tells a token that opens the trip, until --stop", async () => {
  const told = await runCli(["share", tripId]);
  expect([told.status, told.stderr]).toEqual([0, ""]);
  const shareToken = /token:\s+([A-Za-z0-9_-]{43})\s/.exec(told.stdout)?.[1] ?? "";
  expect(await reader.findSharedTrip(shareToken)).toMatchObject({ id: tripId, days: [{ city: { name: "Vienna" } }] });
  expect(await reader.findPublicTrip(tripId)).toBeNull();

  const { stdout } = await runCli(["share", tripId.slice(0, 13), "--public", "--json"]);
  expect(JSON.parse(stdout)).toEqual({ tripId, shareToken: expect.any(String), isPublic: true });
  expect(await reader.findPublicTrip(tripId)).not.toBeNull();

  expect((await runCli(["share", tripId, "--stop"])).stdout).toMatch(/^The trip is shared no longer\./);
  expect(await reader.findSharedTrip(JSON.parse(stdout).shareToken)).toBeNull();
  expect(await reader.findPublicTrip(tripId)).toBeNull();
});

test("share refuses what contradicts itself, and a trip that is none", async () => {
  expect((await runCli(["share", tripId, "--stop", "--public"])).status).toBe(2);
  expect((await runCli(["share", "00000000-0000-4000-8000-000000000000"])).stderr).toMatch(/^Expected the id of one/);
});
