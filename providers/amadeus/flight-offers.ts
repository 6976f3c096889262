/** What Amadeus offers of flights, and what becomes of it: the part of its answer that is read, and our flights made of it. */
import { z } from "zod";
import type { FlightOffer, FlightQuery } from "../../trip/offer.ts";
import { minutesOfIsoDuration } from "../flights/airport-time.ts";
import { type AirportZone, zonesOf } from "../flights/airport-zones.ts";
import { cabinClassOf, fewestBags, lowestCabin } from "../flights/comforts.ts";
import { flightLegOf, isAskedFor, type SaidSegment } from "../flights/flight-leg.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import { readableList } from "../offers/readable-list.ts";

const endSchema = z.object({ iataCode: z.string(), at: z.string() });

const segmentSchema = z.object({
  departure: endSchema,
  arrival: endSchema,
  carrierCode: z.string().nullish(),
  number: z.string().nullish(),
  duration: z.string().nullish(),
});
type Segment = z.infer<typeof segmentSchema>;

const fareSchema = z.object({
  cabin: z.string().nullish(),
  includedCheckedBags: z.object({ quantity: z.number().nullish() }).nullish(),
});

const offerSchema = z.object({
  /** Its number in this one answer. */
  id: z.string().min(1).max(40),
  itineraries: z
    .array(z.object({ segments: z.array(segmentSchema).min(1).max(12) }))
    .min(1)
    .max(2),
  price: z.object({ currency: z.string(), grandTotal: z.string() }),
  pricingOptions: z.object({ refundableFare: z.boolean().nullish() }).nullish(),
  travelerPricings: z.array(z.object({ fareDetailsBySegment: z.array(fareSchema) })).nullish(),
});
type Offer = z.infer<typeof offerSchema>;

export const MOST_OFFERS = 50;

export const answerSchema = z.object({ data: readableList(offerSchema, { most: MOST_OFFERS }) });

/** The dates and flights themselves: the vendor's own id begins anew with every answer. */
function offerIdOf({ id, itineraries }: Offer): string {
  const flights = itineraries.flatMap(({ segments }) => segments);
  const names = flights.map(
    ({ carrierCode, number, departure }) => `${carrierCode}${number}.${departure.at.slice(0, 10)}`,
  );
  return [...names, id]
    .join("_")
    .replaceAll(/[^\w.-]/g, "")
    .slice(0, 200);
}

type Zones = ReadonlyMap<string, string>;

export function airportZonesOf(offers: readonly Offer[], airportZone: AirportZone): Promise<Zones> {
  const segments = offers.flatMap(({ itineraries }) => itineraries).flatMap((itinerary) => itinerary.segments);
  const ends = segments.flatMap(({ departure, arrival }) => [departure, arrival]);
  return zonesOf(new Set(ends.map(({ iataCode }) => iataCode)), airportZone);
}

function saidSegment({ departure, arrival, carrierCode, number, duration }: Segment, zones: Zones): SaidSegment {
  return {
    from: departure.iataCode,
    to: arrival.iataCode,
    departure: { local: departure.at, zone: zones.get(departure.iataCode) ?? "" },
    arrival: { local: arrival.at, zone: zones.get(arrival.iataCode) ?? "" },
    durationMinutes: minutesOfIsoDuration(duration),
    airlineCode: carrierCode,
    flightNumber: number,
  };
}

export function flightOfferOf(
  offer: Offer,
  { query, zones }: { query: FlightQuery; zones: Zones },
  descriptor: Pick<Descriptor, "name" | "terms">,
  vendor: Pick<OpenVendor, "basis" | "now" | "newId">,
): FlightOffer | null {
  const ways = offer.itineraries.map(({ segments }) => flightLegOf(segments.map((one) => saidSegment(one, zones))));
  const [out = null, returning = null] = ways;
  if (out === null || (ways.length === 2 && returning === null)) return null;
  const { currency, grandTotal: amount } = offer.price;
  const price = offeredPrice({ amount, currency, per: "party", wanted: query.currency }, descriptor, vendor);
  if (price === null || !isAskedFor({ ...out, returning }, query)) return null;
  const fares = (offer.travelerPricings ?? []).flatMap(({ fareDetailsBySegment }) => fareDetailsBySegment);
  return {
    ...out,
    ...{ id: vendor.newId(), provider: descriptor.name, offerId: offerIdOf(offer), price, returning },
    cabinClass: lowestCabin(fares.map(({ cabin }) => cabinClassOf(cabin))),
    bags: fewestBags(fares.map((fare) => ({ cabin: null, checked: fare.includedCheckedBags?.quantity ?? null }))),
    isRefundable: offer.pricingOptions?.refundableFare ?? null,
    isSelfTransfer: null,
    ...{ link: null, status: "suggested" },
  };
}
