/** What Ignav finds, and what becomes of it: the part of its answer that is read, and our flights made of it. */
import { z } from "zod";
import type { FlightOffer, FlightQuery } from "../../trip/offer.ts";
import type { AirportZone } from "../flights/airport-zones.ts";
import { zonesOf } from "../flights/airport-zones.ts";
import { cabinClassOf, fewestBags } from "../flights/comforts.ts";
import { flightLegOf, isAskedFor, type SaidSegment } from "../flights/flight-leg.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import { readableList } from "../offers/readable-list.ts";

const segmentSchema = z.object({
  marketing_carrier_code: z.string().nullish(),
  flight_number: z.string().nullish(),
  departure_airport: z.string(),
  departure_time_local: z.string(),
  departure_timezone: z.string().nullish(),
  departure_time_utc: z.string().nullish(),
  arrival_airport: z.string(),
  arrival_time_local: z.string(),
  arrival_timezone: z.string().nullish(),
  arrival_time_utc: z.string().nullish(),
  duration_minutes: z.number().nullish(),
});
type Segment = z.infer<typeof segmentSchema>;

const legSchema = z.object({ segments: z.array(segmentSchema).min(1).max(12) });

const itinerarySchema = z.object({
  price: z.object({ amount: z.number(), currency: z.string(), status: z.string().nullish() }),
  outbound: legSchema,
  inbound: legSchema.nullish(),
  bags: z.object({ carry_on: z.number().nullish(), checked: z.number().nullish() }).nullish(),
  requires_self_transfer: z.boolean().nullish(),
  cabin_class: z.string().nullish(),
  /** Without it nobody could be led to the booking. */
  ignav_id: z.string().min(1).max(200),
});
export type Itinerary = z.infer<typeof itinerarySchema>;

const MOST_ITINERARIES = 200;

export const answerSchema = z.object({ itineraries: readableList(itinerarySchema, { most: MOST_ITINERARIES }) });

type Zones = ReadonlyMap<string, string>;

/** Those it names; the catalogue's for airports of which it says none. */
export function airportZonesOf(itineraries: readonly Itinerary[], airportZone: AirportZone): Promise<Zones> {
  const segments = itineraries.flatMap(({ outbound, inbound }) => [...outbound.segments, ...(inbound?.segments ?? [])]);
  const unsaid = segments.flatMap((segment) => [
    ...(segment.departure_timezone ? [] : [segment.departure_airport]),
    ...(segment.arrival_timezone ? [] : [segment.arrival_airport]),
  ]);
  return zonesOf(unsaid, airportZone);
}

function saidSegment(segment: Segment, zones: Zones): SaidSegment {
  const { departure_airport: from, arrival_airport: to } = segment;
  const zoneOf = (said: string | null | undefined, airport: string): string => said ?? zones.get(airport) ?? "";
  return {
    from,
    to,
    departure: {
      local: segment.departure_time_local,
      zone: zoneOf(segment.departure_timezone, from),
      utc: segment.departure_time_utc ?? null,
    },
    arrival: {
      local: segment.arrival_time_local,
      zone: zoneOf(segment.arrival_timezone, to),
      utc: segment.arrival_time_utc ?? null,
    },
    durationMinutes: segment.duration_minutes ?? null,
    airlineCode: segment.marketing_carrier_code,
    flightNumber: segment.flight_number,
  };
}

export function flightOfferOf(
  itinerary: Itinerary,
  { query, zones }: { query: FlightQuery; zones: Zones },
  descriptor: Pick<Descriptor, "name" | "terms">,
  vendor: Pick<OpenVendor, "basis" | "now" | "newId">,
): FlightOffer | null {
  const { price: said, outbound, inbound, bags, requires_self_transfer, cabin_class, ignav_id } = itinerary;
  const legOf = ({ segments }: Itinerary["outbound"]) => flightLegOf(segments.map((one) => saidSegment(one, zones)));
  const out = legOf(outbound);
  const returning = inbound ? legOf(inbound) : null;
  // An unverified price is a guess of theirs, and guesses are not offers.
  if (out === null || (inbound && returning === null) || said.status === "unverified") return null;
  const price = offeredPrice({ ...said, per: "person", wanted: query.currency }, descriptor, vendor);
  if (price === null || !isAskedFor({ ...out, returning }, query)) return null;
  return {
    ...out,
    ...{ id: vendor.newId(), provider: descriptor.name, offerId: ignav_id, price, returning },
    cabinClass: cabinClassOf(cabin_class),
    bags: bags ? fewestBags([{ cabin: bags.carry_on ?? null, checked: bags.checked ?? null }]) : null,
    isRefundable: null,
    isSelfTransfer: requires_self_transfer ?? null,
    ...{ link: null, status: "suggested" },
  };
}
