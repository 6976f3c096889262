/**
 * Nominatim: where an address or a name is, by OpenStreetMap. The public server allows one question a second for a whole
 * application, wants to know whom to write to, and nothing typed letter by letter; a server of one's own allows what it
 * allows. What it answered is kept, and turns are taken, by whoever wires this (server/geocoding.ts).
 * https://nominatim.org/release-docs/latest/api/Search, format jsonv2.
 */
import { z } from "zod";
import type { GeocodedPlace, GeocodingVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { plainText, plainTextOrNull } from "../kernel/plain-text.ts";

const EMAIL = "NOMINATIM_EMAIL";
const MOST_PLACES = 40;
const MOST_CHARACTERS = 300;
/** How far around a point its neighbourhood is preferred; what is elsewhere is found, too. */
const NEAR_DEGREES = 0.3;
const LANGUAGE = "en";

/** Degrees are text. */
const degrees = (most: number): z.ZodType<number> =>
  z.coerce.number<string | number>().refine((value) => Math.abs(value) <= most);
const placeSchema = z.object({
  lat: degrees(90),
  lon: degrees(180),
  display_name: z.string(),
  name: z.string().nullish(),
  osm_type: z.enum(["node", "way", "relation"]).nullish().catch(null),
  osm_id: z.int().positive().nullish().catch(null),
});
const answerSchema = z.array(placeSchema);

function geocodedPlace({ lat, lon, display_name, name, osm_type, osm_id }: z.infer<typeof placeSchema>): GeocodedPlace {
  const address = plainText(display_name, MOST_CHARACTERS);
  return {
    name: plainTextOrNull(name, 200) ?? (address.split(",")[0] ?? address).trim(),
    address,
    location: { lat, lon },
    osmId: osm_type && osm_id ? `${osm_type}/${osm_id}` : null,
  };
}

/** Headers are plain ASCII. */
const contactOf = (email: string): string => email.replaceAll(/[^\x21-\x7e]/g, "");

function openGeocoding({ http, settings }: OpenVendor): GeocodingVendor {
  const contact = contactOf(settings[EMAIL] ?? "");
  return {
    provider: nominatim.name,
    async geocode({ text, near, countryCode, limit }, scope) {
      const viewbox = near && [
        near.lon - NEAR_DEGREES,
        near.lat + NEAR_DEGREES,
        near.lon + NEAR_DEGREES,
        near.lat - NEAR_DEGREES,
      ];
      const found = await http.request({
        ...{ method: "GET", path: "/search" },
        query: {
          ...{ q: plainText(text, MOST_CHARACTERS), format: "jsonv2", "accept-language": LANGUAGE },
          limit: Math.min(Math.max(1, limit), MOST_PLACES),
          countrycodes: countryCode?.toLowerCase(),
          viewbox: viewbox?.map((degree) => degree.toFixed(5)).join(","),
        },
        headers: { "user-agent": `tripwright (${contact})` },
        ...{ schema: answerSchema, scope },
      });
      return found.slice(0, limit).map(geocodedPlace);
    },
  };
}

export const nominatim: Descriptor = {
  id: "nominatim",
  name: "Nominatim",
  domains: ["geocoding"],
  access: "opt-in",
  settings: [
    {
      variable: EMAIL,
      isSecret: false,
      isRequired: true,
      says: "where the server's keepers can reach you; it is sent along",
    },
  ],
  address: { standard: "https://nominatim.openstreetmap.org", variable: "NOMINATIM_URL" },
  terms: { contentSeconds: 30 * 86_400, priceSeconds: 0, keepsIds: true, isForModels: true },
  limits: { perSecond: 1, atOnce: 1, perDay: 2_000, perUserPerDay: 200, timeoutMs: 10_000, maxBytes: 1_048_576 },
  attribution: { text: "© OpenStreetMap contributors", url: "https://www.openstreetmap.org/copyright" },
  about: {
    keyAt: "no key: name it in TRIPWRIGHT_PROVIDERS, or set NOMINATIM_URL to a server of your own",
    costs: "nothing; volunteers pay for it",
    sends: "names and addresses to be found, and the address to write to",
    stores: "what was found, in memory, for 30 days at most",
  },
  open: (vendor) => ({ geocoding: openGeocoding(vendor) }),
};
