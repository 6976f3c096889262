import { expect } from "vitest";
import { nominatim } from "../../../providers/nominatim/nominatim.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";

const MUSEUM = {
  ...{ place_id: 1, licence: "ODbL", osm_type: "way", osm_id: 24_512, lat: "38.7245901", lon: "-9.1138" },
  ...{ category: "tourism", type: "museum", place_rank: 30, importance: 0.4, addresstype: "tourism" },
  ...{ name: "Museu do Azulejo", display_name: "Museu do Azulejo, Rua da Madre de Deus, Lisboa, Portugal" },
  boundingbox: ["38.72", "38.73", "-9.12", "-9.11"],
};
const FOUND = {
  ...{ name: "Museu do Azulejo", address: MUSEUM.display_name, osmId: "way/24512" },
  location: { lat: 38.7245901, lon: -9.1138 },
};
const LISBON = { lat: 38.7139, lon: -9.1394 };

describeVendor({
  descriptor: nominatim,
  settings: { NOMINATIM_EMAIL: "keeper@example.org\r\nX-Evil: 1" },
  operations: [
    {
      name: "an address near a city",
      call: async (ports, scope) =>
        ports.geocoding?.geocode({ text: " Tile  Museum ", near: LISBON, countryCode: "PT", limit: 3 }, scope),
      answer: { body: [MUSEUM] },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "GET", path: "/search" });
        expect(Object.fromEntries(asked?.query ?? [])).toEqual({
          ...{ q: "Tile Museum", format: "jsonv2", "accept-language": "en", limit: "3", countrycodes: "pt" },
          viewbox: "-9.43940,39.01390,-8.83940,38.41390",
        });
        expect(asked?.headers["user-agent"]).toBe("tripwright (keeper@example.orgX-Evil:1)");
        expect(asked?.headers["x-evil"]).toBeUndefined();
      },
      finds: [FOUND],
      empty: { reply: { body: [] }, finds: [] },
      refusals: [
        { says: "too fast", reply: { status: 429, body: "<html>slow down</html>" }, kind: "rate_limited" },
        { says: "blocked", reply: { status: 403, body: "<html>usage policy</html>" }, kind: "auth" },
      ],
      drifted: [
        { says: "an error in a success", reply: { body: { error: "Unable to geocode" } } },
        { says: "degrees that are none", reply: { body: [{ ...MUSEUM, lat: "north" }] } },
        { says: "a place beyond the pole", reply: { body: [{ ...MUSEUM, lat: "95.0" }] } },
      ],
      odd: [
        {
          says: "more than were asked for, without names and ids",
          reply: {
            body: Array.from({ length: 9 }, () => ({ lat: "1", lon: "2", display_name: "Rua A\u0000, Porto" })),
          },
          finds: Array.from({ length: 3 }, () => ({
            ...{ name: "Rua A", address: "Rua A , Porto", location: { lat: 1, lon: 2 }, osmId: null },
          })),
        },
      ],
    },
  ],
});
