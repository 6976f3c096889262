import { expect } from "vitest";
import { overpass } from "../../providers/overpass/overpass.ts";
import type { MapExtract } from "../../trip/vendor-ports.ts";
import { describeLive } from "./describe-live.ts";

describeLive(overpass, [
  {
    says: "finds the museums of a small town",
    ask: async ({ maps }, scope) => {
      const wanted = new Map([["tourism", new Set(["museum"])]]);
      return maps?.extract({ center: { lat: 39.3622, lon: -9.157 }, radiusMeters: 2_000, wanted }, scope);
    },
    holds: (answer) => {
      const { dataOf, elements } = answer as MapExtract;
      expect(Date.parse(dataOf ?? "")).toBeGreaterThan(Date.now() - 30 * 86_400_000);
      expect(elements.length).toBeGreaterThan(0);
      for (const { tags, center } of elements) expect([tags.tourism, center]).toEqual(["museum", expect.anything()]);
    },
  },
]);
