/**
 * GetYourGuide's partner API: tours and tickets, for whoever has a contract. Written by its published description and
 * never spoken to. Its reviews are not read: nothing that is public says that they may be kept.
 * https://github.com/getyourguide/partner-api-spec, version 1.
 */
import type { TourVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { PRICE_SECONDS, toTour, toursSchema } from "./tours.ts";

const TEST_HOST = "api.gygtest.net";
const CITY_RADIUS_KM = 15;
const MOST_AT_ONCE = 100;

function openTours(vendor: OpenVendor): TourVendor {
  return {
    provider: getYourGuideTours.name,
    async searchTours({ city, text, currency, limit }, scope) {
      const { lat, lon } = city.location;
      // By words or by place, never both.
      const where = text === null ? { "coordinates[]": [lat, lon, CITY_RADIUS_KM] } : { q: `${text} ${city.name}` };
      const query = {
        ...{ cnt_language: "en", currency, preformatted: "teaser", ...where },
        ...{ sortfield: "popularity", limit: Math.min(limit, MOST_AT_ONCE), offset: 0 },
      };
      const { data } = await vendor.http.request({
        method: "GET",
        path: "/1/tours",
        query,
        schema: toursSchema,
        scope,
      });
      return data.tours.flatMap((sold) => toTour(sold, { asked: currency, city }, vendor) ?? []);
    },
  };
}

export const getYourGuideTours: Descriptor = {
  id: "getyourguide",
  name: "GetYourGuide",
  domains: ["tours"],
  access: "contract",
  settings: [
    {
      variable: "GETYOURGUIDE_ACCESS_TOKEN",
      isSecret: true,
      isRequired: true,
      says: "access token of a partner contract",
    },
  ],
  address: { standard: "https://api.getyourguide.com", variable: "GETYOURGUIDE_URL" },
  terms: { contentSeconds: PRICE_SECONDS, priceSeconds: PRICE_SECONDS, keepsIds: true, isForModels: false },
  limits: { perSecond: 2, atOnce: 2, perDay: 2_000, perUserPerDay: 200, timeoutMs: 10_000, maxBytes: 8_388_608 },
  attribution: { text: "Tours and tickets: GetYourGuide", url: "https://www.getyourguide.com" },
  about: {
    keyAt: "a partner manager at https://partner.getyourguide.com; large sites only",
    costs: "nothing; the operator is paid a commission on what travellers book",
    sends: "a place's name with its city, or a point; a currency",
    stores: "for a day: the product's link and where its price starts; no reviews, no descriptions",
    isUntested: true,
  },
  basis: ({ GETYOURGUIDE_URL }) =>
    GETYOURGUIDE_URL !== undefined && new URL(GETYOURGUIDE_URL).host === TEST_HOST ? "sandbox" : "live",
  authorize: ({ GETYOURGUIDE_ACCESS_TOKEN = "" }) => ({ "x-access-token": GETYOURGUIDE_ACCESS_TOKEN }),
  open: (vendor) => ({ tours: openTours(vendor) }),
};
