/** What Duffel offers, and what becomes of it: the part of its answer that is read, and our flights made of it. */
import { z } from "zod";
import type { FlightOffer, FlightQuery } from "../../trip/offer.ts";
import { minutesOfIsoDuration } from "../flights/airport-time.ts";
import { type Bags, cabinClassOf, fewestBags, lowestCabin } from "../flights/comforts.ts";
import { flightLegOf, isAskedFor, type SaidSegment } from "../flights/flight-leg.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import { readableList } from "../offers/readable-list.ts";

const airportSchema = z.object({ iata_code: z.string(), time_zone: z.string() });

const passengerSchema = z.object({
  cabin_class: z.string().nullish(),
  baggages: z.array(z.object({ type: z.string(), quantity: z.number() })).nullish(),
});

const segmentSchema = z.object({
  origin: airportSchema,
  destination: airportSchema,
  departing_at: z.string(),
  arriving_at: z.string(),
  duration: z.string().nullish(),
  marketing_carrier: z.object({ iata_code: z.string().nullish() }).nullish(),
  marketing_carrier_flight_number: z.string().nullish(),
  passengers: z.array(passengerSchema).nullish(),
});
type Segment = z.infer<typeof segmentSchema>;

const offerSchema = z.object({
  id: z.string().min(1).max(200),
  live_mode: z.boolean().nullish(),
  expires_at: z.string(),
  total_amount: z.string(),
  total_currency: z.string(),
  slices: z
    .array(z.object({ segments: z.array(segmentSchema).min(1).max(12) }))
    .min(1)
    .max(2),
  conditions: z.object({ refund_before_departure: z.object({ allowed: z.boolean() }).nullish() }).nullish(),
});
type Offer = z.infer<typeof offerSchema>;

const amountSchema = z.object({ total_amount: z.string() });

/** Airlines answer by the thousand; the cheapest are what anybody looks at. */
const MOST_OFFERS = 50;

function amountOf(offer: unknown): number {
  const { data } = amountSchema.safeParse(offer);
  const amount = Number(data?.total_amount);
  return amount > 0 ? amount : Number.POSITIVE_INFINITY;
}

export const answerSchema = z.object({
  data: z.object({ offers: readableList(offerSchema, { most: MOST_OFFERS, rank: amountOf }) }),
});

function saidSegment(segment: Segment): SaidSegment {
  const { origin, destination } = segment;
  return {
    from: origin.iata_code,
    to: destination.iata_code,
    departure: { local: segment.departing_at, zone: origin.time_zone },
    arrival: { local: segment.arriving_at, zone: destination.time_zone },
    durationMinutes: minutesOfIsoDuration(segment.duration),
    airlineCode: segment.marketing_carrier?.iata_code,
    flightNumber: segment.marketing_carrier_flight_number,
  };
}

/** A list that is there and does not name a kind includes none of it. */
function bagsOf({ baggages }: z.infer<typeof passengerSchema>): Bags {
  const pieces = (kind: string): number | null =>
    baggages?.reduce((sum, { type, quantity }) => (type === kind ? sum + quantity : sum), 0) ?? null;
  return { cabin: pieces("carry_on"), checked: pieces("checked") };
}

export function flightOfferOf(
  offer: Offer,
  query: FlightQuery,
  descriptor: Pick<Descriptor, "name" | "terms">,
  vendor: Pick<OpenVendor, "basis" | "now" | "newId">,
): FlightOffer | null {
  const [out = null, returning = null] = offer.slices.map(({ segments }) => flightLegOf(segments.map(saidSegment)));
  if (out === null || (offer.slices.length === 2 && returning === null)) return null;
  const price = offeredPrice(
    {
      ...{ amount: offer.total_amount, currency: offer.total_currency, per: "party", wanted: query.currency },
      expiresAt: offer.expires_at,
    },
    descriptor,
    { ...vendor, basis: offer.live_mode === false ? "sandbox" : vendor.basis },
  );
  if (price === null || !isAskedFor({ ...out, returning }, query)) return null;
  const passengers = offer.slices.flatMap(({ segments }) => segments).flatMap((segment) => segment.passengers ?? []);
  return {
    ...out,
    ...{ id: vendor.newId(), provider: descriptor.name, offerId: offer.id, price, returning },
    cabinClass: lowestCabin(passengers.map(({ cabin_class }) => cabinClassOf(cabin_class))),
    bags: fewestBags(passengers.map(bagsOf)),
    isRefundable: offer.conditions?.refund_before_departure?.allowed ?? null,
    // An offer is one order with one airline.
    isSelfTransfer: false,
    ...{ link: null, status: "suggested" },
  };
}
