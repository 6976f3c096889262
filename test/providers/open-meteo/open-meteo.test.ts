import { expect } from "vitest";
import { openMeteo } from "../../../providers/open-meteo/open-meteo.ts";
import type { WeatherVendor } from "../../../trip/vendor-ports.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";

const QUERY: Parameters<WeatherVendor["weather"]>[0] = {
  location: { lat: 38.7223, lon: -9.1393 },
  timeZone: "Europe/Lisbon",
  ...{ from: "2026-11-20", to: "2026-12-31", today: "2026-11-22" },
};
const DAYS = {
  time: ["2026-11-22", "2026-11-23"],
  temperature_2m_max: [17.2, 15.1],
  temperature_2m_min: [11.9, 9.4],
  precipitation_sum: [0, 12.4],
  precipitation_probability_max: [5, 92],
};
const FOUND = [
  {
    date: "2026-11-22",
    basis: "forecast",
    rainProbability: 0.05,
    rainMillimetres: 0,
    lowCelsius: 11.9,
    highCelsius: 17.2,
  },
  {
    date: "2026-11-23",
    basis: "forecast",
    rainProbability: 0.92,
    rainMillimetres: 12.4,
    lowCelsius: 9.4,
    highCelsius: 15.1,
  },
];

describeVendor({
  descriptor: openMeteo,
  settings: {},
  operations: [
    {
      name: "the forecast",
      call: async (ports, scope) => ports.weather?.weather(QUERY, scope),
      answer: { body: { latitude: 38.72, longitude: -9.14, timezone: "Europe/Lisbon", daily: DAYS } },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "GET", path: "/v1/forecast" });
        expect(Object.fromEntries(asked?.query ?? [])).toEqual({
          ...{ latitude: "38.72", longitude: "-9.14", timezone: "Europe/Lisbon" },
          // From today on, and sixteen days far.
          ...{ start_date: "2026-11-22", end_date: "2026-12-07" },
          daily: "temperature_2m_max,temperature_2m_min,precipitation_sum,precipitation_probability_max",
        });
      },
      finds: FOUND,
      empty: {
        reply: {
          body: { daily: { ...DAYS, time: [], ...Object.fromEntries(Object.keys(DAYS).map((key) => [key, []])) } },
        },
        finds: [],
      },
      refusals: [
        {
          says: "a date out of range",
          reply: { status: 400, body: { error: true, reason: "out of range" } },
          kind: "bad_request",
        },
      ],
      drifted: [
        { says: "a day without its rain", reply: { body: { daily: { ...DAYS, precipitation_sum: [0] } } } },
        { says: "hours in place of days", reply: { body: { hourly: DAYS } } },
        {
          says: "words in place of degrees",
          reply: { body: { daily: { ...DAYS, temperature_2m_max: ["warm", "cool"] } } },
        },
      ],
      odd: [
        {
          says: "a day that is not known is left out",
          reply: { body: { daily: { ...DAYS, precipitation_probability_max: [null, 92] } } },
          finds: [FOUND[1]],
        },
        {
          says: "a day nobody asked for is left out",
          reply: { body: { daily: { ...DAYS, time: ["2026-11-21", "2026-11-23"] } } },
          finds: [FOUND[1]],
        },
        {
          says: "days colder or hotter than any place on earth are left out",
          reply: { body: { daily: { ...DAYS, temperature_2m_min: [-90.1, 9.4], temperature_2m_max: [17.2, 60.1] } } },
          finds: [],
        },
        {
          says: "days wetter than any, or drier than dry, are left out",
          reply: { body: { daily: { ...DAYS, precipitation_sum: [2_000.1, -0.1] } } },
          finds: [],
        },
        {
          says: "the ends of what can be are days",
          reply: {
            body: {
              daily: {
                ...DAYS,
                ...{ temperature_2m_min: [-90, 9.4], temperature_2m_max: [17.2, 60], precipitation_sum: [0, 2_000] },
              },
            },
          },
          finds: [
            { ...FOUND[0], lowCelsius: -90 },
            { ...FOUND[1], highCelsius: 60, rainMillimetres: 2_000 },
          ],
        },
        {
          says: "more than certain is certain",
          reply: { body: { daily: { ...DAYS, precipitation_probability_max: [5, 250] } } },
          finds: [FOUND[0], { ...FOUND[1], rainProbability: 1 }],
        },
      ],
      described: { file: "open-meteo/forecast.yml", path: "/v1/forecast", method: "get" },
    },
  ],
});
