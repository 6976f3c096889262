/**
 * Open-Meteo's forecast for the next sixteen days. Without a key for private use; a key, or a server of one's own, for
 * business.
 * https://open-meteo.com/en/docs
 */
import { addDays } from "../../trip/calendar.ts";
import type { WeatherVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { dailySchema, dailyValues, earlierOf, laterOf, placeQuery } from "./daily.ts";

/** Today is the first. */
const FORECAST_DAYS = 16;
const DAILY = "temperature_2m_max,temperature_2m_min,precipitation_sum,precipitation_probability_max";

function openForecast({ http }: OpenVendor): WeatherVendor {
  return {
    provider: openMeteo.name,
    async weather({ location, timeZone, from, to, today }, scope) {
      const last = addDays(today, FORECAST_DAYS - 1);
      const [start, end] = [laterOf(from, today), earlierOf(to, last)];
      if (start > end) return [];
      const query = { ...placeQuery(location), daily: DAILY, timezone: timeZone, start_date: start, end_date: end };
      const answer = await http.request({
        ...{ method: "GET", path: "/v1/forecast", schema: dailySchema, scope },
        query,
      });
      return dailyValues(answer).flatMap(({ rainProbability, date, ...values }) =>
        date < start || date > end || rainProbability === null
          ? []
          : [
              {
                ...values,
                date,
                basis: "forecast" as const,
                rainProbability: Math.min(1, Math.max(0, rainProbability / 100)),
              },
            ],
      );
    },
  };
}

export const openMeteo: Descriptor = {
  id: "open-meteo",
  name: "Open-Meteo",
  domains: ["weather"],
  access: "opt-in",
  settings: [],
  address: { standard: "https://api.open-meteo.com", variable: "OPEN_METEO_URL" },
  terms: { contentSeconds: 86_400, priceSeconds: 0, keepsIds: true, isForModels: true },
  limits: { perSecond: 5, atOnce: 4, perDay: 5_000, perUserPerDay: 500, timeoutMs: 5_000, maxBytes: 262_144 },
  attribution: { text: "Weather data by Open-Meteo.com", url: "https://open-meteo.com/" },
  about: {
    keyAt: "no key for private use; for business run it yourself and set OPEN_METEO_URL",
    costs: "nothing, for non-commercial use up to 10,000 calls a day",
    sends: "the city's coordinates to a hundredth of a degree, and the trip's dates",
    stores: "the rainy dates of a trip, and the sentence that says so",
  },
  open: (vendor) => ({ weather: openForecast(vendor) }),
};
