/**
 * LiteAPI (Nuitée): hotels with prices of the day, by a key that anybody can get; a sandbox's prices cannot be booked.
 * The traveller books on the operator's own whitelabel site, where there is one.
 * https://docs.liteapi.travel
 */
import { TripwrightError } from "../../trip/errors.ts";
import type { StayOffer, StayQuery } from "../../trip/offer.ts";
import type { CityNamed, FailureKind, StayVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor, Settings } from "../kernel/descriptor.ts";
import type { Answer } from "../kernel/exchange.ts";
import { plainText, plainTextOrNull } from "../kernel/plain-text.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import {
  cheapestByHouse,
  guestsByRoom,
  isNear,
  locationOf,
  MAX_STAYS,
  SEARCH_RADIUS_METERS,
  scoreOf,
} from "../stays/stay-offers.ts";
import { cancelling, dueAtProperty } from "./rate-terms.ts";
import { errorCodeIn, type House, NO_RATES, type RoomType, ratesSchema, readRates } from "./rates-answer.ts";

const KEY = "LITEAPI_API_KEY";
const NATIONALITY = "LITEAPI_GUEST_NATIONALITY";
const BOOKING_SITE = "LITEAPI_BOOKING_SITE";

/** How long they collect prices of the hotels' own systems; what is late is left out, and we wait longer than that. */
const THEIR_TIMEOUT_SECONDS = 6;

function settingOf(settings: Settings, variable: string, isGood: (value: string) => boolean, expected: string): string {
  const value = settings[variable] ?? "";
  if (isGood(value)) return value;
  throw new TripwrightError("invalid_input", `The environment could not be used. ${variable}: expected ${expected}.`, {
    variables: [variable],
  });
}

/** Guests only: how many of them are children is not known, so that all are asked for as adults. */
const occupanciesOf = ({ guests, rooms }: StayQuery): { adults: number }[] =>
  guestsByRoom(guests, rooms).map((adults) => ({ adults }));

function questionOf(query: StayQuery, { location }: CityNamed, guestNationality: string): Record<string, unknown> {
  return {
    ...{ latitude: location.lat, longitude: location.lon, radius: SEARCH_RADIUS_METERS },
    ...{ checkin: query.checkInDate, checkout: query.checkOutDate, currency: query.currency, guestNationality },
    occupancies: occupanciesOf(query),
    ...{ maxRatesPerHotel: 1, includeHotelData: true, limit: MAX_STAYS, timeout: THEIR_TIMEOUT_SECONDS },
  };
}

/** A page of the operator's whitelabel site, with the search filled in. */
function linkTo(site: string, hotelId: string, query: StayQuery): string {
  const url = new URL(`/hotels/${encodeURIComponent(hotelId)}`, site);
  url.searchParams.set("checkin", query.checkInDate);
  url.searchParams.set("checkout", query.checkOutDate);
  url.searchParams.set("occupancies", Buffer.from(JSON.stringify(occupanciesOf(query))).toString("base64"));
  url.searchParams.set("currency", query.currency);
  url.searchParams.set("language", "en");
  return url.href;
}

function wordsOf({ rates }: RoomType): Pick<StayOffer, "roomName" | "board"> {
  const only = (texts: readonly (string | null | undefined)[]): string[] => [
    ...new Set(texts.map((text) => plainTextOrNull(text, 100) ?? "")),
  ];
  const [board = "", ...otherBoards] = only(rates.map(({ boardName }) => boardName));
  const rooms = only(rates.map(({ name }) => name)).filter((name) => name !== "");
  return {
    roomName: plainTextOrNull(rooms.join(" + "), 100),
    board: otherBoards.length === 0 ? board || null : null,
  };
}

interface Searched {
  readonly query: StayQuery;
  readonly city: CityNamed;
  readonly vendor: OpenVendor;
  readonly site: string | null;
}

function offersOf(house: House, roomTypes: readonly RoomType[], { query, city, vendor, site }: Searched): StayOffer[] {
  const propertyName = plainText(house.name, 200);
  const location = locationOf(house.latitude, house.longitude);
  if (propertyName === "" || !isNear(location, city.location)) return [];
  const { review_count: reviews } = house;
  return roomTypes.flatMap((roomType): StayOffer[] => {
    const total = roomType.offerRetailRate.find(({ currency }) => currency === query.currency);
    const price = total && offeredPrice({ ...total, per: "stay", wanted: query.currency }, liteApi, vendor);
    // A rate a room: otherwise it is not the price of all of them.
    if (!price || roomType.rates.length !== query.rooms) return [];
    const { timezone: zone } = city;
    return [
      {
        ...{ id: vendor.newId(), provider: liteApi.name, offerId: house.id, price, cityId: city.id, propertyName },
        ...{ checkInDate: query.checkInDate, checkOutDate: query.checkOutDate, location },
        address: plainTextOrNull(house.address, 300),
        ...wordsOf(roomType),
        ...{ stars: scoreOf(house.stars, 5), guestRating: scoreOf(house.rating, 10) },
        reviewCount: Number.isSafeInteger(reviews) && reviews && reviews > 0 ? reviews : null,
        ...cancelling(roomType.rates, { zone, now: vendor.now(), checkInDate: query.checkInDate }),
        dueAtProperty: dueAtProperty(roomType.rates, query.currency),
        ...{ link: site === null ? null : linkTo(site, house.id, query), status: "suggested" },
      },
    ];
  });
}

function openStays(vendor: OpenVendor): StayVendor {
  const { http, settings } = vendor;
  const nationality = settingOf(settings, NATIONALITY, (code) => /^[A-Z]{2}$/.test(code), "a country such as PT");
  const isSite = (site: string): boolean => URL.canParse(site) && new URL(site).protocol === "https:";
  const site =
    settings[BOOKING_SITE] === undefined
      ? null
      : settingOf(settings, BOOKING_SITE, isSite, "an address such as https://name.nuitee.link");
  return {
    provider: liteApi.name,
    async searchStays(query, city, scope) {
      const answer = await http.request({
        ...{ method: "POST", path: "/v3.0/hotels/rates", isRepeatable: true, scope },
        json: questionOf(query, city, nationality),
        ...{ schema: ratesSchema, whenEmpty: NO_RATES, read: (text) => readRates(liteApi.name, text) },
      });
      const basis = answer.sandbox === true ? "sandbox" : vendor.basis;
      const searched: Searched = { query, city, site, vendor: { ...vendor, basis } };
      const houses = new Map(answer.hotels?.map((house) => [house.id, house]));
      if (answer.data.length > 0 && houses.size === 0) {
        throw new VendorError(liteApi.name, "schema", { detail: "prices without hotels" });
      }
      return cheapestByHouse(
        answer.data.flatMap(({ hotelId, roomTypes }) => {
          const house = houses.get(hotelId);
          return house ? offersOf(house, roomTypes, searched).map((offer) => ({ house: hotelId, offer })) : [];
        }),
      );
    },
  };
}

const KIND_BY_CODE: Readonly<Record<number, FailureKind>> = { 401: "auth", 41004: "auth", 4016: "timeout" };

function failureOf({ status, text }: Answer): FailureKind | null {
  if (status < 400) return null;
  try {
    return KIND_BY_CODE[errorCodeIn(JSON.parse(text)) ?? 0] ?? null;
  } catch {
    return null;
  }
}

export const liteApi: Descriptor = {
  id: "liteapi",
  name: "LiteAPI",
  domains: ["stays"],
  access: "key",
  settings: [
    { variable: KEY, isSecret: true, isRequired: true, says: "your key; one that begins with sand_ is a sandbox's" },
    { variable: NATIONALITY, isSecret: false, isRequired: true, says: "whose prices to ask for: a country such as PT" },
    { variable: BOOKING_SITE, isSecret: false, isRequired: false, says: "your whitelabel site, for links to book" },
  ],
  address: { standard: "https://api.liteapi.travel", variable: "LITEAPI_URL" },
  // Nobody says how long a rate holds; booking asks again.
  terms: { contentSeconds: 86_400, priceSeconds: 1_800, keepsIds: true, isForModels: true },
  limits: { perSecond: 5, atOnce: 4, perDay: null, perUserPerDay: 500, timeoutMs: 10_000, maxBytes: 16_777_216 },
  attribution: null,
  about: {
    keyAt: "dashboard.liteapi.travel: sign up; the sandbox's key is there at once",
    costs: "nothing for searching, as its public pages have it; a sandbox's prices cannot be booked and say so",
    sends: "the city's coordinates, dates, number of guests and rooms, currency, and the nationality that you set",
    stores: "hotels, prices and conditions of a search, and the offers that a traveller chooses",
  },
  basis: (settings) => (settings[KEY]?.startsWith("sand_") ? "sandbox" : "live"),
  authorize: (settings) => ({ "x-api-key": settings[KEY] ?? "" }),
  failureOf,
  open: (vendor) => ({ stays: openStays(vendor) }),
};
