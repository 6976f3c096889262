import { expect } from "vitest";
import { nominatim } from "../../providers/nominatim/nominatim.ts";
import type { GeocodedPlace } from "../../trip/vendor-ports.ts";
import { describeLive } from "./describe-live.ts";

describeLive(nominatim, [
  {
    says: "finds a tower",
    ask: async ({ geocoding }, scope) =>
      geocoding?.geocode({ text: "Torre de Belém", near: null, countryCode: "PT", limit: 1 }, scope),
    holds: (answer) => {
      const [place] = answer as GeocodedPlace[];
      expect(place?.location.lat).toBeCloseTo(38.69, 1);
      expect(place?.osmId).toMatch(/^(node|way|relation)\/\d+$/);
    },
  },
]);
