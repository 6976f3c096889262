/**
 * Frankfurter: reference rates of central banks, without a key; can be run by oneself. One rate a day, for reckoning
 * and not for charging.
 * https://frankfurter.dev, API v2.
 */
import { z } from "zod";
import { dateSchema } from "../../trip/calendar.ts";
import { currencySchema } from "../../trip/money.ts";
import type { RateVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";

const ratesSchema = z.array(
  z.object({ date: dateSchema, base: currencySchema, quote: currencySchema, rate: z.number().positive() }),
);

function openRates({ http }: OpenVendor): RateVendor {
  return {
    provider: frankfurter.name,
    async latestRates(base, currencies, scope) {
      const query = { base, quotes: currencies.toSorted().join(",") };
      const rates = await http.request({ method: "GET", path: "/v2/rates", query, schema: ratesSchema, scope });
      const wanted = new Set(currencies);
      return rates
        .filter((rate) => rate.base === base && wanted.has(rate.quote))
        .map(({ quote, rate, date }) => ({ base, currency: quote, rate: String(rate), date }));
    },
  };
}

export const frankfurter: Descriptor = {
  id: "frankfurter",
  name: "Frankfurter",
  domains: ["rates"],
  access: "opt-in",
  settings: [],
  address: { standard: "https://api.frankfurter.dev", variable: "FRANKFURTER_URL" },
  terms: { contentSeconds: 365 * 86_400, priceSeconds: 86_400, keepsIds: true, isForModels: true },
  limits: { perSecond: 2, atOnce: 2, perDay: 500, perUserPerDay: null, timeoutMs: 5_000, maxBytes: 262_144 },
  attribution: null,
  about: {
    keyAt: "no key; or run it yourself and set FRANKFURTER_URL",
    costs: "nothing",
    sends: "the currencies of the catalogue",
    stores: "each rate with its date",
  },
  open: (vendor) => ({ rates: openRates(vendor) }),
};
