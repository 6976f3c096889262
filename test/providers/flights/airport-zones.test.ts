import { expect, test } from "vitest";
import { createAirportZone, zonesOf } from "../../../providers/flights/airport-zones.ts";
import { airportZone } from "../conformance/airport-zones.ts";

test("an airport's zone is where it stands", async () => {
  const codes = ["VIE", "LIS", "AKL", "HNL", "LAX", "SYD", "KTM", "PHX", "XXX", "no airport"];
  expect(Object.fromEntries(await zonesOf(codes, airportZone))).toEqual({
    ...{ VIE: "Europe/Vienna", LIS: "Europe/Lisbon", AKL: "Pacific/Auckland", HNL: "Pacific/Honolulu" },
    ...{ LAX: "America/Los_Angeles", SYD: "Australia/Sydney", KTM: "Asia/Kathmandu", PHX: "America/Phoenix" },
  });
});

test("the catalogue is asked for each airport once", async () => {
  const asked: string[] = [];
  const zone = createAirportZone(async (code) => {
    asked.push(code);
    return { location: { lat: 48.11, lon: 16.57 } };
  });
  await zonesOf(["VIE", "VIE", "BTS"], zone);
  await zonesOf(["BTS"], zone);
  expect(asked).toEqual(["VIE", "BTS"]);
});
