/**
 * The sites that are linked to, and how each takes a search in an address. Forms and parameters are those that the sites
 * document or show in a browser; an affiliate id goes only where its owner says how.
 */
import type { FlightQuery } from "../../trip/offer.ts";
import type { Setting } from "../kernel/descriptor.ts";
import { type LinkSite, pathPart } from "./link-site.ts";

const affiliateId = (variable: string, says: string): Setting => ({
  variable,
  says,
  isSecret: false,
  isRequired: false,
});

const CABIN_WORDS: Record<FlightQuery["cabinClass"], string> = {
  ...{ economy: "", premium_economy: " in premium economy", business: " in business class", first: " in first class" },
};

export const googleFlights: LinkSite = {
  ...{
    id: "google-flights",
    name: "Google Flights",
    site: "https://www.google.com",
    siteVariable: "GOOGLE_FLIGHTS_SITE",
  },
  plainBecause: "Google has no affiliates",
  links: ({ page }) => ({
    flightLink: ({ origin, destination, departureDate, returnDate, passengers, cabinClass, currency }) => {
      const back = returnDate ? ` returning ${returnDate}` : "";
      const words = `Flights from ${origin} to ${destination} on ${departureDate}${back} for ${passengers}`;
      return page("/travel/flights", { q: `${words}${CABIN_WORDS[cabinClass]}`, curr: currency });
    },
  }),
};

const KAYAK_CABINS: Record<FlightQuery["cabinClass"], string[]> = {
  ...{ economy: [], premium_economy: ["premium"], business: ["business"], first: ["first"] },
};

export const kayak: LinkSite = {
  ...{ id: "kayak", name: "Kayak", site: "https://www.kayak.com", siteVariable: "KAYAK_SITE" },
  plainBecause: "Kayak's affiliates get addresses made for them",
  links: ({ page }) => ({
    flightLink: ({ origin, destination, departureDate, returnDate, passengers, cabinClass }) => {
      const dates = returnDate ? [departureDate, returnDate] : [departureDate];
      const parts = [`${origin}-${destination}`, ...dates, ...KAYAK_CABINS[cabinClass], `${passengers}adults`];
      return page(`/flights/${parts.map(pathPart).join("/")}`, {});
    },
  }),
};

export const booking: LinkSite = {
  ...{ id: "booking", name: "Booking.com", site: "https://www.booking.com", siteVariable: "BOOKING_SITE" },
  affiliate: {
    setting: affiliateId("BOOKING_AFFILIATE_ID", "affiliate id (aid)"),
    keyAt: "https://www.booking.com/affiliate-program",
  },
  links: ({ page, affiliateCode }) => ({
    stayLink: ({ checkInDate, checkOutDate, guests, rooms, currency }, place) =>
      page("/searchresults.html", {
        ...{ ss: place, checkin: checkInDate, checkout: checkOutDate, group_adults: guests, no_rooms: rooms },
        ...{ selected_currency: currency, aid: affiliateCode },
      }),
  }),
};

export const airbnb: LinkSite = {
  ...{ id: "airbnb", name: "Airbnb", site: "https://www.airbnb.com", siteVariable: "AIRBNB_SITE" },
  plainBecause: "Airbnb's affiliate programme is closed",
  links: ({ page }) => ({
    stayLink: ({ checkInDate, checkOutDate, guests }, place) =>
      page(`/s/${pathPart(place)}/homes`, { checkin: checkInDate, checkout: checkOutDate, adults: guests }),
  }),
};

export const getYourGuide: LinkSite = {
  ...{
    id: "getyourguide",
    name: "GetYourGuide",
    site: "https://www.getyourguide.com",
    siteVariable: "GETYOURGUIDE_SITE",
  },
  affiliate: {
    setting: affiliateId("GETYOURGUIDE_PARTNER_ID", "partner id (partner_id)"),
    keyAt: "https://partner.getyourguide.com",
  },
  links: ({ page, affiliateCode }) => ({
    tourLink: ({ text, from, to }) => page("/s/", { q: text, date_from: from, date_to: to, partner_id: affiliateCode }),
  }),
};

/** Viator's own, the same for everybody. */
const VIATOR_MCID = "42383";

export const viatorLinks: LinkSite = {
  ...{ id: "viator", name: "Viator", site: "https://www.viator.com", siteVariable: "VIATOR_SITE" },
  affiliate: {
    setting: affiliateId("VIATOR_PARTNER_ID", "partner id (pid, P and eight digits)"),
    keyAt: "https://www.viator.com/partners",
  },
  links: ({ page, affiliateCode }) => ({
    tourLink: ({ text }) => {
      const paid = affiliateCode === null ? {} : { pid: affiliateCode, mcid: VIATOR_MCID, medium: "link" };
      return page("/searchResults/all", { text, ...paid });
    },
  }),
};

export const klook: LinkSite = {
  ...{ id: "klook", name: "Klook", site: "https://www.klook.com", siteVariable: "KLOOK_SITE" },
  affiliate: {
    setting: affiliateId("KLOOK_AFFILIATE_ID", "affiliate id (aid)"),
    keyAt: "https://affiliate.klook.com",
  },
  links: ({ page, affiliateCode }) => ({
    tourLink: ({ text }) => {
      const plain = page("/search/result/", { query: text });
      if (affiliateCode === null) return plain;
      const redirect = new URL("https://affiliate.klook.com/redirect");
      redirect.searchParams.set("aid", affiliateCode);
      redirect.searchParams.set("k_site", plain);
      return redirect.href;
    },
  }),
};

export const tripadvisor: LinkSite = {
  ...{ id: "tripadvisor", name: "Tripadvisor", site: "https://www.tripadvisor.com", siteVariable: "TRIPADVISOR_SITE" },
  plainBecause: "Tripadvisor's affiliates link through networks that make the addresses",
  links: ({ page }) => ({ tourLink: ({ text }) => page("/Search", { q: text }) }),
};

export const LINK_SITES: readonly LinkSite[] = [
  ...[googleFlights, kayak, booking, airbnb, getYourGuide, viatorLinks, klook, tripadvisor],
];
