/**
 * trivago: hotels with the cheapest price that its metasearch knows of each, over its public MCP server, without a key.
 * Whether taxes are in a price it does not say; the traveller books with whom trivago leads to.
 * https://mcp.trivago.com/mcp; the tool's own list is read before it is called.
 */
import { daysBetween } from "../../trip/calendar.ts";
import type { StayOffer, StayQuery } from "../../trip/offer.ts";
import type { CityNamed, StayVendor } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { createMcpServer } from "../kernel/mcp-call.ts";
import type { McpTool } from "../kernel/mcp-tool.ts";
import { plainText, plainTextOrNull } from "../kernel/plain-text.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { linkOnHost } from "../offers/link-on-host.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import { cheapestByHouse, isNear, locationOf, SEARCH_RADIUS_METERS, scoreOf } from "../stays/stay-offers.ts";
import { formattedAmount } from "./formatted-price.ts";
import { type House, searchSchema } from "./search-answer.ts";

const COUNTRIES =
  "com de at ch fr it es pt nl be pl cz se dk no fi ie co.uk gr hu ro in ca com.au co.nz com.br com.mx jp";
const HOSTS = COUNTRIES.split(" ").map((ending) => `trivago.${ending}`);

const LANGUAGES = ["en", "EN", "en-US", "en_US", "EN_US"];

function argumentsFor(query: StayQuery, { location }: CityNamed, tool: McpTool): Readonly<Record<string, unknown>> {
  const choices = tool.choicesOf("language");
  const wishes: [string, unknown][] = [
    ["radius", SEARCH_RADIUS_METERS],
    ["currency", query.currency],
    ["language", LANGUAGES.find((language) => choices?.includes(language) ?? true)],
  ];
  return {
    ...{ latitude: location.lat, longitude: location.lon, arrival: query.checkInDate, departure: query.checkOutDate },
    ...{ adults: query.guests, rooms: query.rooms },
    ...Object.fromEntries(wishes.filter(([name, value]) => value !== undefined && tool.takes(name))),
  };
}

/** A night's price is rounded; one that is far from its share of the stay's contradicts it. */
function isContradicted({ price_per_night: night, currency }: House, stay: string, nights: number): boolean {
  const each = night ? formattedAmount(night, currency) : null;
  return each !== null && Math.abs(Number(each) * nights - Number(stay)) > Number(stay) * 0.1 + nights;
}

function countOf(count: string | number | null | undefined): number | null {
  const text = String(count ?? "");
  if (!/^(\d{1,8}|\d{1,3}(,\d{3}){1,2})$/.test(text)) return null;
  return Number(text.replaceAll(",", "")) || null;
}

const numberOf = (text: string | number | null | undefined): number | null =>
  /^\d{1,2}(\.\d{1,2})?$/.test(String(text)) ? Number(text) : null;

interface Searched {
  readonly query: StayQuery;
  readonly city: CityNamed;
  readonly vendor: OpenVendor;
}

function offerOf(house: House, { query, city, vendor }: Searched): StayOffer | null {
  const { checkInDate, checkOutDate, currency } = query;
  const { arrival, departure } = house;
  const areDates = (arrival ?? checkInDate) === checkInDate && (departure ?? checkOutDate) === checkOutDate;
  const location = locationOf(house.latitude, house.longitude);
  const propertyName = plainText(house.accommodation_name, 200);
  const amount = formattedAmount(house.price_per_stay, house.currency);
  if (!areDates || !isNear(location, city.location) || propertyName === "" || amount === null) return null;
  if (isContradicted(house, amount, daysBetween(checkInDate, checkOutDate))) return null;
  const said = { amount, currency: house.currency, per: "stay", wanted: currency } as const;
  const price = offeredPrice(said, trivago, vendor);
  if (price === null) return null;
  return {
    ...{ id: vendor.newId(), provider: trivago.name, offerId: house.accommodation_id, price, cityId: city.id },
    ...{ propertyName, checkInDate, checkOutDate, location, address: plainTextOrNull(house.address, 300) },
    ...{ roomName: null, board: null, stars: scoreOf(house.hotel_rating, 5) },
    guestRating: scoreOf(numberOf(house.review_rating), 10),
    reviewCount: countOf(house.review_count),
    ...{ freeCancellationUntil: null, isRefundable: null, dueAtProperty: null },
    ...{ link: linkOnHost(HOSTS, house.accommodation_url), status: "suggested" },
  };
}

function openStays(vendor: OpenVendor): StayVendor {
  const server = createMcpServer(trivago.name, vendor, { keepsSessions: true });
  return {
    provider: trivago.name,
    async searchStays(query, city, scope) {
      // Nobody says whether its price is that of one room or of all.
      if (query.rooms > 1) return [];
      const answer = await server.call({
        ...{ tool: "trivago-accommodation-radius-search", schema: searchSchema, scope },
        arguments: (tool) => argumentsFor(query, city, tool),
      });
      const houses = answer.accommodations ?? [];
      if (answer.validation_errors?.length) throw new VendorError(trivago.name, "bad_request");
      if (houses.length === 0 && answer.error) throw new VendorError(trivago.name, "upstream");
      // One price that cannot be read is left out; where none can, prices are written in another way.
      const inCurrency = houses.filter(({ currency }) => currency === query.currency);
      if (
        inCurrency.length > 0 &&
        inCurrency.every((one) => formattedAmount(one.price_per_stay, one.currency) === null)
      ) {
        throw new VendorError(trivago.name, "schema", { detail: "no price can be read" });
      }
      const searched = { query, city, vendor };
      return cheapestByHouse(
        inCurrency.flatMap((house) => {
          const offer = offerOf(house, searched);
          return offer ? [{ house: house.accommodation_id, offer }] : [];
        }),
      );
    },
  };
}

export const trivago: Descriptor = {
  id: "trivago",
  name: "trivago",
  domains: ["stays"],
  access: "opt-in",
  settings: [],
  address: { standard: "https://mcp.trivago.com/mcp", variable: "TRIVAGO_MCP_URL" },
  // Nobody says how long a price holds.
  terms: { contentSeconds: 86_400, priceSeconds: 3_600, keepsIds: true, isForModels: true },
  // None are published; this is politeness.
  limits: { perSecond: 2, atOnce: 1, perDay: 500, perUserPerDay: 60, timeoutMs: 11_000, maxBytes: 8_388_608 },
  attribution: null,
  about: {
    keyAt: "no key: a public server for assistants, without published limits, which may ask for one at any time",
    costs: "nothing",
    sends: "the city's coordinates, dates, number of guests and currency",
    stores: "the hotels of a search with a price for one room, and the offers that a traveller chooses",
  },
  open: (vendor) => ({ stays: openStays(vendor) }),
};
