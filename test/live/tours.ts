/** What every seller of tours can be asked. */
import { expect } from "vitest";
import { z } from "zod";
import { priceSchema } from "../../trip/money.ts";
import { speaksOf } from "../../trip/name-agreement.ts";
import type { TourQuery } from "../../trip/vendor-ports.ts";
import type { LiveQuestion } from "./describe-live.ts";

const toursSchema = z.array(
  z.object({ title: z.string().min(1), link: z.url({ protocol: /^https$/ }), priceFrom: priceSchema.nullable() }),
);

function query(text: string | null): TourQuery {
  const lisbon = {
    ...{ id: "00000000-0000-4000-8000-00000000000a", name: "Lisbon", countryCode: "PT", countryName: "Portugal" },
    ...{ location: { lat: 38.7167, lon: -9.1333 }, timezone: "Europe/Lisbon", iataCode: "LIS" },
  };
  return { city: lisbon, text, currency: "EUR", limit: 20 };
}

export const liveTours: readonly LiveQuestion[] = [
  {
    says: "sells tours in Lisbon, with prices in euros",
    ask: async ({ tours }, scope) => tours?.searchTours(query(null), scope),
    holds: (answer) => {
      const found = toursSchema.parse(answer);
      expect(found.length).toBeGreaterThan(3);
      expect(found.some(({ priceFrom }) => priceFrom?.currency === "EUR")).toBe(true);
    },
  },
  {
    says: "sells something about the Jerónimos Monastery",
    ask: async ({ tours }, scope) => tours?.searchTours(query("Jerónimos Monastery"), scope),
    holds: (answer) => {
      const titles = toursSchema.parse(answer).map(({ title }) => title);
      expect(titles.filter((title) => speaksOf(title, "Jerónimos Monastery"))).not.toEqual([]);
    },
  },
];
