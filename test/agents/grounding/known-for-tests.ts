/** What a conversation about four days in Lisbon knows: results as tools return them, and the traveller's words. */
import { factsInResults, factsInWords, type KnownFacts, mergeFacts } from "../../../agents/grounding/known-facts.ts";
import type { ToolResult } from "../../../tools/tool.ts";

const ok = (fields: Record<string, unknown>): ToolResult => ({ status: "ok", request: {}, notices: [], ...fields });
const item = (title: string, startTime: string, endTime: string, cost: unknown = null): Record<string, unknown> => ({
  ...{ itemKey: "Zebra-Key", type: "attraction", title, startTime, endTime, cost },
});
const price = (amountMinor: number): Record<string, unknown> => ({
  ...{ amountMinor, currency: "EUR", per: "party", provider: "catalogue", fetchedAt: "2026-11-01" },
});

export const RESULTS: readonly ToolResult[] = [
  ok({
    cities: [{ name: "Lisbon", nameLocal: "Lisboa", region: "Lisboa", countryName: "Portugal", attractionCount: 61 }],
  }),
  ok({
    places: [
      { name: "Jerónimos Monastery", nameLocal: "Mosteiro dos Jerónimos", admission: price(1_800) },
      { name: "Castelo de São Jorge", nameLocal: null, hours: { monday: [{ open: "09:00", close: "21:00" }] } },
      { name: "National Tile Museum", nameLocal: "Museu Nacional do Azulejo" },
      { name: "Time Out Market", description: "Stalls of the city's cooks in the old Mercado da Ribeira." },
      { name: "Miradouro da Graça", openOn: [{ openMinute: 0, closeMinute: 1_440, lastEntryMinute: 1_050 }] },
    ],
  }),
  ok({
    itinerary: {
      version: 2,
      days: [
        {
          ...{ dayNumber: 1, date: "2027-05-10", city: { name: "Lisbon" } },
          items: [
            item("Jerónimos Monastery", "09:30", "11:00", price(3_600)),
            item("Lunch at Cervejaria Ramiro", "13:05", "14:20"),
            item("Alfama", "16:15", "18:00"),
          ],
        },
      ],
    },
    budget: { currency: "EUR", known: 13_250, estimatedLow: 66_240, estimatedHigh: 103_210, missing: [] },
    verdict: { ok: true, violations: [{ message: "Castelo de São Jorge lets people in until 20:30." }] },
  }),
  ok({ flights: [{ departureAt: "2027-05-10T06:55:00+02:00", price: { amountMinor: 21_499, currency: "USD" } }] }),
];

export const KNOWN: KnownFacts = mergeFacts(
  factsInResults(RESULTS),
  factsInWords(
    "4 days in Lisbon in May for two, 900 EUR. We meet Aunt Mathilda at the Gulbenkian at 7pm, tickets 1.5k yen",
  ),
);
