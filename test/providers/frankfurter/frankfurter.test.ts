import { expect } from "vitest";
import { frankfurter } from "../../../providers/frankfurter/frankfurter.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";

const RATES = [
  { date: "2026-11-20", base: "EUR", quote: "JPY", rate: 181.4 },
  { date: "2026-11-20", base: "EUR", quote: "USD", rate: 1.0813 },
];

describeVendor({
  descriptor: frankfurter,
  settings: {},
  operations: [
    {
      name: "the latest rates",
      call: async (ports, scope) => ports.rates?.latestRates("EUR", ["USD", "JPY"], scope),
      answer: { body: RATES },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "GET", path: "/v2/rates" });
        expect(Object.fromEntries(asked?.query ?? [])).toEqual({ base: "EUR", quotes: "JPY,USD" });
      },
      finds: [
        { base: "EUR", currency: "JPY", rate: "181.4", date: "2026-11-20" },
        { base: "EUR", currency: "USD", rate: "1.0813", date: "2026-11-20" },
      ],
      empty: { reply: { body: [] }, finds: [] },
      refusals: [{ says: "an unknown currency", reply: { status: 422, body: { message: "no" } }, kind: "bad_request" }],
      drifted: [
        { says: "a rate of nothing", reply: { body: [{ ...RATES[0], rate: 0 }] } },
        { says: "rates by name", reply: { body: { base: "EUR", rates: { USD: 1.08 } } } },
      ],
      odd: [
        {
          says: "currencies nobody asked for are left out",
          reply: { body: [...RATES, { ...RATES[0], quote: "CHF" }, { ...RATES[1], base: "USD" }] },
          finds: [expect.objectContaining({ currency: "JPY" }), expect.objectContaining({ currency: "USD" })],
        },
      ],
      described: { file: "frankfurter/v2-openapi.json", path: "/rates", method: "get" },
    },
  ],
});
