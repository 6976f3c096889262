/** What Amadeus offers of hotels, and what becomes of it: the parts of its two answers that are read, and our stays. */
import { z } from "zod";
import { daysBetween } from "../../trip/calendar.ts";
import type { StayOffer, StayQuery } from "../../trip/offer.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { CityNamed } from "../../trip/vendor-ports.ts";
import type { Descriptor, OpenVendor } from "../kernel/descriptor.ts";
import { plainText, plainTextOrNull } from "../kernel/plain-text.ts";
import { offeredPrice } from "../offers/offered-price.ts";
import { readableList } from "../offers/readable-list.ts";
import { isNear, locationOf } from "../stays/stay-offers.ts";
import { cancellationSchema, cancelling, dueAtProperty, taxSchema } from "./hotel-terms.ts";

const hotelIdSchema = z.string().regex(/^[A-Z0-9]{8}$/);

const houseSchema = z.object({
  hotelId: hotelIdSchema,
  geoCode: z.object({ latitude: z.number(), longitude: z.number() }).nullish(),
});

/** The nearest come first; so many fit into one question. */
export const MOST_HOTELS = 40;
export const housesSchema = z.object({ data: readableList(houseSchema, { most: MOST_HOTELS }) });

const offerSchema = z.object({
  id: z.string().min(1).max(100),
  checkInDate: z.string().nullish(),
  checkOutDate: z.string().nullish(),
  boardType: z.string().nullish(),
  room: z.object({ description: z.object({ text: z.string().nullish() }).nullish() }).nullish(),
  price: z
    .object({
      currency: z.string(),
      total: z.string().nullish(),
      sellingTotal: z.string().nullish(),
      taxes: z.array(taxSchema).nullish(),
    })
    .refine(({ total, sellingTotal }) => total || sellingTotal),
  policies: z
    .object({
      cancellations: z.array(cancellationSchema).nullish(),
      /** Told in this way too. */
      cancellation: cancellationSchema.nullish(),
      checkInOut: z.object({ checkIn: z.string().nullish(), checkOut: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

const hotelSchema = z.object({
  available: z.boolean().nullish(),
  hotel: z.object({ hotelId: hotelIdSchema, dupeId: z.string().max(40).nullish(), name: z.string() }),
  offers: readableList(offerSchema, { most: 20 }),
});
export type Hotel = z.infer<typeof hotelSchema>;

export const hotelsSchema = z.object({ data: readableList(hotelSchema) });

export interface Searched {
  readonly query: StayQuery;
  readonly city: CityNamed;
  readonly locations: ReadonlyMap<string, Coordinates>;
}

/** "14:00:00" is 14:00. */
function wallTime(text: string | null | undefined): string | null {
  return /^([01]\d|2[0-3]):[0-5]\d(?=:|$)/.exec(text ?? "")?.[0] ?? null;
}

export function locationsOf(houses: z.infer<typeof housesSchema>["data"]): ReadonlyMap<string, Coordinates> {
  return new Map(
    houses.flatMap(({ hotelId, geoCode }) => {
      const location = locationOf(geoCode?.latitude, geoCode?.longitude);
      return location ? [[hotelId, location] as const] : [];
    }),
  );
}

export function stayOffersOf(
  { available, hotel, offers }: Hotel,
  { query, city, locations }: Searched,
  descriptor: Pick<Descriptor, "name" | "terms">,
  vendor: Pick<OpenVendor, "basis" | "now" | "newId">,
): StayOffer[] {
  const { checkInDate, checkOutDate, guests, currency } = query;
  const propertyName = plainText(hotel.name, 200);
  const location = locations.get(hotel.hotelId) ?? null;
  if (available === false || propertyName === "" || !isNear(location, city.location)) return [];
  return offers.flatMap((offer): StayOffer[] => {
    const { price: said, policies } = offer;
    const amount = said.sellingTotal ?? said.total ?? "";
    const price = offeredPrice({ amount, currency: said.currency, per: "stay", wanted: currency }, descriptor, vendor);
    const isOtherStay =
      (offer.checkInDate ?? checkInDate) !== checkInDate || (offer.checkOutDate ?? checkOutDate) !== checkOutDate;
    if (price === null || isOtherStay) return [];
    return [
      {
        ...{ id: vendor.newId(), provider: descriptor.name, offerId: offer.id, price, cityId: city.id, propertyName },
        ...{ checkInDate, checkOutDate, location },
        checkInFrom: wallTime(policies?.checkInOut?.checkIn),
        checkOutBy: wallTime(policies?.checkInOut?.checkOut),
        roomName: plainTextOrNull(offer.room?.description?.text, 100),
        board: plainTextOrNull(offer.boardType?.toLowerCase().replaceAll("_", " "), 40),
        ...cancelling(policies?.cancellations ?? (policies?.cancellation ? [policies.cancellation] : null), {
          now: vendor.now(),
          checkInDate,
        }),
        dueAtProperty: dueAtProperty(said.taxes, { nights: daysBetween(checkInDate, checkOutDate), guests, currency }),
        ...{ link: null, status: "suggested" },
      },
    ];
  });
}
