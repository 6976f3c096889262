/**
 * Kiwi.com: flights of many airlines over its public MCP server, without a key. It sells what airlines do not sell
 * together; what it joins for itself is not asked for, and what it does not say is unknown.
 * https://www.kiwi.com/en/pages/mcp/; the tool's own list is read before it is called.
 */
import { createHash } from "node:crypto";
import type { FlightOffer, FlightQuery } from "../../trip/offer.ts";
import type { FlightVendor } from "../../trip/vendor-ports.ts";
import { zonesOf } from "../flights/airport-zones.ts";
import { type Bags, cabinClassOf, fewestBags, lowestCabin } from "../flights/comforts.ts";
import { flightLegOf, isAskedFor, type SaidSegment } from "../flights/flight-leg.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { createMcpServer } from "../kernel/mcp-call.ts";
import type { McpTool } from "../kernel/mcp-tool.ts";
import { VendorError } from "../kernel/vendor-error.ts";
import { linkOnHost } from "../offers/link-on-host.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import { type Journey, type SaidFlight, type SaidLeg, searchSchema } from "./search-answer.ts";

/** The code first; some versions of the tool want the word. */
const CABINS = {
  economy: ["M", "ECONOMY", "Economy", "economy"],
  premium_economy: ["W", "PREMIUM_ECONOMY", "Premium Economy", "premium_economy"],
  business: ["C", "BUSINESS", "Business", "business"],
  first: ["F", "FIRST_CLASS", "First", "first"],
} as const;

const dayFirst = (date: string): string => date.split("-").toReversed().join("/");

/** Without its say about the risk of missing a flight, nobody is told that there is none. */
const SELF_TRANSFER = "allow_self_transfer";

/** What makes the answer better and is left out where a version of the tool does not take it. */
function wishes({ returnDate }: FlightQuery): Readonly<Record<string, unknown>> {
  return {
    ...{ [SELF_TRANSFER]: false, sort: "price", max_sector_stopovers: 2, locale: "en", departureDateFlexDays: 0 },
    ...(returnDate !== null && { returnDateFlexDays: 0 }),
  };
}

function argumentsFor(query: FlightQuery, tool: McpTool): Readonly<Record<string, unknown>> {
  const { origin, destination, departureDate, returnDate, passengers, cabinClass, currency } = query;
  const choices = tool.choicesOf("cabinClass");
  const cabin = CABINS[cabinClass].find((one) => choices?.includes(one) ?? true) ?? null;
  const isTaken = ([name, value]: [string, unknown]): boolean =>
    tool.takes(name) && (tool.choicesOf(name)?.includes(value) ?? true);
  const party = { adults: passengers, children: 0, infants: 0 };
  return {
    ...{ flyFrom: origin, flyTo: destination, departureDate: dayFirst(departureDate), cabinClass: cabin },
    ...(returnDate !== null && { returnDate: dayFirst(returnDate) }),
    [tool.takes("currency") ? "currency" : "curr"]: currency,
    ...(tool.takes("adults") ? party : { passengers: party }),
    ...Object.fromEntries(Object.entries(wishes(query)).filter(isTaken)),
  };
}

type Zones = ReadonlyMap<string, string>;

function saidSegment(said: SaidFlight, zones: Zones): SaidSegment {
  const { from, to, departureTime, arrivalTime, durationSeconds, carrier, flightNumber } = said;
  const number = String(flightNumber ?? "").replaceAll(" ", "");
  return {
    ...{ from, to, airlineCode: carrier },
    departure: { local: departureTime, zone: zones.get(from) ?? "" },
    arrival: { local: arrivalTime, zone: zones.get(to) ?? "" },
    durationMinutes: typeof durationSeconds === "number" ? Math.round(durationSeconds / 60) : null,
    flightNumber: carrier && number.startsWith(carrier) ? number.slice(carrier.length) : number,
  };
}

function bagsOf({ baggage }: Journey, passengers: number): Bags | null {
  const each = (pieces: number | null | undefined): number | null =>
    typeof pieces === "number" && pieces % passengers === 0 ? pieces / passengers : null;
  return baggage ? fewestBags([{ cabin: each(baggage.cabinBag), checked: each(baggage.checkedBag) }]) : null;
}

const BY_CODE: Readonly<Record<string, string>> = { M: "economy", W: "premium economy", C: "business", F: "first" };
const cabinOf = (text: string | null | undefined) => cabinClassOf(BY_CODE[text ?? ""] ?? text);
const cabinsOf = ({ cabinClass, segments }: SaidLeg) => segments.map((said) => cabinOf(said.cabinClass ?? cabinClass));

/** Several airlines on one way may be several tickets, and it is not said which. */
function isSelfTransfer(legs: readonly SaidLeg[], isRuledOut: boolean): boolean | null {
  if (legs.every(({ segments }) => segments.length === 1)) return false;
  const isOneAirline = ({ segments }: SaidLeg): boolean =>
    new Set(segments.map(({ carrier }) => carrier ?? "")).size === 1 && Boolean(segments[0]?.carrier);
  return isRuledOut && legs.every(isOneAirline) ? false : null;
}

/** As long as is kept; theirs may be longer. */
const LONGEST_ID = 250;
const offerIdOf = (id: string): string =>
  id.length <= LONGEST_ID ? id : createHash("sha256").update(id).digest("hex");

interface Found {
  readonly query: FlightQuery;
  readonly zones: Zones;
  readonly isSelfTransferRuledOut: boolean;
  readonly vendor: OpenVendor;
}

function offerOf(journey: Journey, { query, zones, isSelfTransferRuledOut, vendor }: Found): FlightOffer[] {
  const legs = [journey.outbound, ...(journey.inbound ? [journey.inbound] : [])];
  const [out, back] = legs.map(({ segments }) => flightLegOf(segments.map((said) => saidSegment(said, zones))));
  const said = { amount: journey.price, currency: query.currency, per: "party", wanted: query.currency } as const;
  const price = offeredPrice(said, kiwi, vendor);
  if (!price || !out || back === null) return [];
  const offer: FlightOffer = {
    ...{ id: vendor.newId(), provider: kiwi.name, offerId: offerIdOf(journey.id), price, ...out },
    returning: back ?? null,
    cabinClass: lowestCabin(legs.flatMap(cabinsOf)),
    bags: bagsOf(journey, query.passengers),
    isRefundable: null,
    isSelfTransfer: isSelfTransfer(legs, isSelfTransferRuledOut),
    ...{ link: linkOnHost(["kiwi.com"], journey.bookingUrl), status: "suggested" },
  };
  return isAskedFor(offer, query) ? [offer] : [];
}

const MOST_OFFERS = 15;

function openFlights(vendor: OpenVendor): FlightVendor {
  const server = createMcpServer(kiwi.name, vendor);
  return {
    provider: kiwi.name,
    async searchFlights(query, scope) {
      let isSelfTransferRuledOut = false;
      const { itineraries, currency, error } = await server.call({
        ...{ tool: "search-flight", schema: searchSchema, scope },
        arguments: (tool) => {
          isSelfTransferRuledOut = tool.takes(SELF_TRANSFER);
          return argumentsFor(query, tool);
        },
      });
      if (itineraries.length === 0 && error) throw new VendorError(kiwi.name, "upstream");
      if (itineraries.length > 0 && !currency) {
        throw new VendorError(kiwi.name, "schema", { detail: "prices without a currency" });
      }
      if (currency !== query.currency) return [];
      const flights = itineraries.flatMap(({ outbound, inbound }) => [
        ...outbound.segments,
        ...(inbound?.segments ?? []),
      ]);
      const zones = await zonesOf(
        flights.flatMap(({ from, to }) => [from, to]),
        vendor.airportZone,
      );
      const found = { query, zones, isSelfTransferRuledOut, vendor };
      const seen = new Set<string>();
      const once = itineraries.filter(({ id }) => !seen.has(id) && seen.add(id));
      return once.flatMap((journey) => offerOf(journey, found)).slice(0, MOST_OFFERS);
    },
  };
}

export const kiwi: Descriptor = {
  id: "kiwi",
  name: "Kiwi.com",
  domains: ["flights"],
  access: "opt-in",
  settings: [],
  address: { standard: "https://mcp.kiwi.com", variable: "KIWI_MCP_URL" },
  // Nobody says how long a fare holds.
  terms: { contentSeconds: 86_400, priceSeconds: 900, keepsIds: true, isForModels: true },
  // None are published; this is politeness.
  limits: { perSecond: 1, atOnce: 1, perDay: 500, perUserPerDay: 60, timeoutMs: 11_000, maxBytes: 4_194_304 },
  attribution: null,
  about: {
    keyAt: "no key: a public server for assistants, without published limits, which may ask for one at any time",
    costs: "nothing",
    sends: "airports, dates, number of travellers, cabin and currency",
    stores: "the flights of a search, and the offers that a traveller chooses",
  },
  open: (vendor) => ({ flights: openFlights(vendor) }),
};
