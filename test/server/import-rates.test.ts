/** `tripwright import rates`: as a person types it, with a publisher on this machine. */
import { expect, test } from "vitest";
import { startLoopbackVendor } from "../providers/conformance/loopback-vendor.ts";
import { runCli } from "./run-cli.ts";

test("says what came, also where nothing did", async () => {
  const vendor = await startLoopbackVendor();
  vendor.respond({ body: [] });
  const { status, stdout } = await runCli(["import", "rates"], { FRANKFURTER_URL: vendor.url });
  await vendor.close();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Exchange rates from Frankfurter: 0 new, 0 as before, \d+ not published\.\n$/);
});

test.each([
  [["rates"], /^Expected somebody who publishes exchange rates, and nobody is set up: set TRIPWRIGHT_PROVIDERS=/],
  [["osm"], /^Expected a file after "osm", and there is none\./],
  [["overpass"], /^Expected a city after "overpass", and there is none\./],
])("%j alone is refused", async (args, message) => {
  const { status, stdout, stderr } = await runCli(["import", ...args]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});
