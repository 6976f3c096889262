import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { climateOf, openMeteoClimate } from "../../../providers/open-meteo/open-meteo-climate.ts";
import { addDays, daysBetween } from "../../../trip/calendar.ts";
import type { WeatherVendor } from "../../../trip/vendor-ports.ts";
import { describeVendor, openCase } from "../conformance/describe-vendor.ts";
import {
  type AskedVendor,
  type LoopbackVendor,
  startLoopbackVendor,
  type VendorReply,
} from "../conformance/loopback-vendor.ts";

const QUERY: Parameters<WeatherVendor["weather"]>[0] = {
  location: { lat: 38.7223, lon: -9.1393 },
  timeZone: "Europe/Lisbon",
  ...{ from: "2027-05-10", to: "2027-05-11", today: "2026-11-22" },
};

/** Every tenth day of May is wet, all others are dry and alike. */
function past({ query }: AskedVendor): VendorReply {
  const start = query.get("start_date") ?? "";
  const time = Array.from({ length: daysBetween(start, query.get("end_date") ?? "") + 1 }, (_, at) =>
    addDays(start, at),
  );
  return {
    body: {
      daily: {
        time,
        temperature_2m_max: time.map(() => 21.04),
        temperature_2m_min: time.map(() => 13.36),
        precipitation_sum: time.map((date) => (date.endsWith("-10") ? 7 : 0)),
      },
    },
  };
}
const FOUND = [
  {
    date: "2027-05-10",
    basis: "climate",
    rainProbability: 0.14,
    rainMillimetres: 1,
    lowCelsius: 13.4,
    highCelsius: 21,
  },
  {
    date: "2027-05-11",
    basis: "climate",
    rainProbability: 0.14,
    rainMillimetres: 1,
    lowCelsius: 13.4,
    highCelsius: 21,
  },
];
const nothing = { daily: { time: [], temperature_2m_max: [], temperature_2m_min: [], precipitation_sum: [] } };

describeVendor({
  descriptor: openMeteoClimate,
  settings: {},
  operations: [
    {
      name: "what such days were like",
      call: async (ports, scope) => ports.weather?.weather(QUERY, scope),
      answer: past,
      asks: (asked) => {
        expect(asked).toHaveLength(10);
        const spans = asked.map(({ method, path, query }) => [
          method,
          path,
          query.get("start_date"),
          query.get("end_date"),
        ]);
        expect(spans.toSorted((a, b) => String(a).localeCompare(String(b)))[0]).toEqual([
          "GET",
          "/v1/archive",
          "2016-05-07",
          "2016-05-14",
        ]);
        expect(spans.toSorted((a, b) => String(a).localeCompare(String(b)))[9]).toEqual([
          "GET",
          "/v1/archive",
          "2025-05-07",
          "2025-05-14",
        ]);
      },
      finds: FOUND,
      empty: { reply: { body: nothing }, finds: [] },
      refusals: [
        { says: "too much a day", reply: { status: 400, body: { error: true, reason: "limit" } }, kind: "bad_request" },
      ],
      drifted: [{ says: "no daily values", reply: { body: { latitude: 38.7 } } }],
      odd: [
        {
          says: "negative rain is no observation",
          reply: {
            body: {
              daily: {
                ...nothing.daily,
                time: ["2020-05-10"],
                temperature_2m_max: [20],
                temperature_2m_min: [12],
                precipitation_sum: [-1],
              },
            },
          },
          finds: [],
        },
        {
          says: "years that cannot have been do not count",
          reply: (asked) => {
            const reply = past(asked);
            const { daily } = reply.body as { daily: { time: string[]; temperature_2m_max: number[] } };
            const isAbsurd = daily.time[0]?.startsWith("2020");
            const high = isAbsurd ? daily.time.map(() => 1e308) : daily.temperature_2m_max;
            return { body: { daily: { ...daily, temperature_2m_max: high } } };
          },
          finds: FOUND,
        },
      ],
      described: { file: "open-meteo/historical-weather.yml", path: "/v1/archive", method: "get" },
    },
  ],
});

describe("past years", () => {
  const TODAY = "2027-01-05";
  const LATE = { ...QUERY, from: "2027-12-26", to: "2027-12-31", today: TODAY };
  let vendor: LoopbackVendor;
  beforeEach(async () => {
    vendor = await startLoopbackVendor();
  });
  afterEach(() => vendor.close());

  const weather = (): Promise<unknown> => {
    const ports = openCase({ descriptor: openMeteoClimate, settings: {}, operations: [] }, vendor.url);
    const scope = { signal: new AbortController().signal, userId: null, runId: null };
    return Promise.resolve(ports.weather?.weather(LATE, scope));
  };
  const failing =
    (isFailing: (year: number) => boolean) =>
    (asked: AskedVendor): VendorReply =>
      isFailing(Number(asked.query.get("start_date")?.slice(0, 4)))
        ? { status: 400, body: { error: true } }
        : past(asked);

  test("are asked for as far as the archive goes", async () => {
    vendor.respond((asked) =>
      (asked.query.get("end_date") ?? "") > addDays(TODAY, -5) ? { status: 400, body: { error: true } } : past(asked),
    );
    expect(await weather()).toHaveLength(6);
    const spans = vendor.asked.map(({ query }) => `${query.get("start_date")} ${query.get("end_date")}`).toSorted();
    expect(spans).toHaveLength(10);
    expect(spans.slice(-2)).toEqual(["2025-12-23 2026-01-03", "2026-12-23 2026-12-29"]);
  });

  test("may be missing, but for most of them", async () => {
    vendor.respond(failing((year) => year > 2021));
    expect(await weather()).toHaveLength(6);
    vendor.respond(failing((year) => year > 2020));
    await expect(weather()).rejects.toMatchObject({ kind: "bad_request" });
  });
});

describe("a date's climate", () => {
  const day = (date: string, rainMillimetres: number) => ({
    date,
    rainMillimetres,
    lowCelsius: 5,
    highCelsius: 10,
    rainProbability: null,
  });

  test("counts three days around it, also across new year", () => {
    const seen = [day("2024-12-29", 9), day("2024-12-28", 9), day("2025-01-04", 0), day("2025-01-05", 9)];
    expect(climateOf("2027-01-01", seen)).toMatchObject({ rainProbability: 0.5, rainMillimetres: 4.5 });
  });

  test("29 February goes with the 28th", () => {
    expect(climateOf("2028-02-29", [day("2025-02-28", 0), day("2025-03-04", 9)])).toMatchObject({ rainProbability: 0 });
  });
});
