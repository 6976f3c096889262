import { expect } from "vitest";
import { googlePlaces } from "../../providers/google-places/google-places.ts";
import { livePlaceSchema } from "../../trip/live/live-place.ts";
import { describeLive } from "./describe-live.ts";

const TOWER = { name: "Belém Tower", nameLocal: "Torre de Belém", location: { lat: 38.6916, lon: -9.216 } };

describeLive(googlePlaces, [
  {
    says: "finds a tower and its hours",
    ask: async ({ places }, scope) => {
      const id = await places?.findId(TOWER, scope);
      return id && places?.details(id, "all", scope);
    },
    holds: (answer) => {
      const { name, timeZone, rating } = livePlaceSchema.parse(answer);
      expect(name).toMatch(/bel[eé]m/i);
      expect(timeZone).toBe("Europe/Lisbon");
      expect(rating).toBeGreaterThan(3);
    },
  },
]);
