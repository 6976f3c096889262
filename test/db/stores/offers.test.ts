/** Offers as rows: both ways of a flight are one offer again, and everything a vendor said of it is still there. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { listExpiredOffers } from "../../../db/stores/expired-offers.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { ItineraryDraft } from "../../../trip/itinerary.ts";
import type { FlightOffer, StayOffer } from "../../../trip/offer.ts";
import type { TripStore } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { addUser, cityNamed, draftIn, placesOf, planFor, storeFor, tripTo } from "./trips-for-tests.ts";

let database: TestDatabase;
let city: City;
let draft: ItineraryDraft;
let trips: TripStore;
beforeAll(async () => {
  database = await openTestDatabase({ catalogue: "full" });
  city = await cityNamed(database, "Lisbon");
  draft = draftIn(city, await placesOf(database, city));
  trips = storeFor(database, await addUser(database));
});
afterAll(() => database?.close());

const price: StayOffer["price"] = {
  ...{ amountMinor: 40_000, currency: "EUR", per: "party", basis: "live", provider: "Testair" },
  ...{ fetchedAt: "2026-11-22T10:00:00Z", expiresAt: "2026-11-22T10:20:00Z" },
};

/** There with a change, back in one; on the way back the clocks have gone forward. */
const roundTrip: FlightOffer = {
  ...{ id: "00000000-0000-4000-8000-000000000002", provider: "Testair", offerId: "r1", price },
  ...{ departureAirport: "VIE", arrivalAirport: "LIS", departureAt: "2027-03-26T07:00:00+01:00" },
  ...{ arrivalAt: "2027-03-26T12:00:00+00:00", durationMinutes: 360, airlineCode: "TS", flightNumber: "101" },
  segments: [
    {
      ...{ departureAirport: "VIE", arrivalAirport: "MAD", departureAt: "2027-03-26T07:00:00+01:00" },
      ...{ arrivalAt: "2027-03-26T10:00:00+01:00", airlineCode: "TS", flightNumber: "101" },
    },
    {
      ...{ departureAirport: "MAD", arrivalAirport: "LIS", departureAt: "2027-03-26T11:45:00+01:00" },
      ...{ arrivalAt: "2027-03-26T12:00:00+00:00", airlineCode: "TSX", flightNumber: "9" },
    },
  ],
  returning: {
    ...{ departureAirport: "LIS", arrivalAirport: "VIE", departureAt: "2027-03-29T08:00:00+01:00" },
    ...{ arrivalAt: "2027-03-29T12:30:00+02:00", durationMinutes: 210, airlineCode: "TS", flightNumber: "102" },
  },
  ...{ cabinClass: "economy", bags: { cabin: 1, checked: null }, isRefundable: false, isSelfTransfer: null },
  alsoAt: [{ provider: "Otherair", offerId: "o9", price: { ...price, amountMinor: 41_000 }, link: null }],
  ...{ link: "https://air.example/r1", status: "considering" },
};

function casa(): StayOffer {
  return {
    ...{ id: "00000000-0000-4000-8000-000000000001", provider: "Testbeds", offerId: "h1" },
    ...{ price: { ...price, per: "stay", provider: "Testbeds" }, cityId: city.id, propertyName: "Casa" },
    ...{ checkInDate: "2027-03-26", checkOutDate: "2027-03-29", location: { lat: 38.71, lon: -9.14 } },
    ...{ checkInFrom: "15:00", checkOutBy: null, minimumNights: 2, address: "Rua do Norte 1", roomName: "Double" },
    ...{ board: "breakfast", stars: 4, guestRating: 10, reviewCount: 812, freeCancellationUntil: "2027-03-20" },
    ...{ isRefundable: true, dueAtProperty: { amountMinor: 1_200, currency: "EUR" } },
    ...{ link: "https://beds.example/h1", status: "considering" },
  };
}

const newTrip = () => {
  const trip = tripTo(city);
  const dates = { startDate: "2027-03-26", endDate: "2027-03-29" };
  const destinations = trip.destinations.map((one) => ({
    ...one,
    arrivalDate: dates.startDate,
    departureDate: dates.endDate,
  }));
  return trips.createTrip({ ...trip, ...dates, destinations, travelers: 2 });
};

test("what a vendor said comes back as it was, both ways as one offer", async () => {
  const trip = await newTrip();
  const chosen = await trips.addOffers(trip.id, { stays: [casa()], flights: [roundTrip] });
  await trips.saveItinerary(planFor(trip.id, draft, { chosen }));
  expect(await trips.listFlights(trip.id)).toEqual([{ ...roundTrip, id: chosen.flightIds[0] }]);
  expect(await trips.listStays(trip.id)).toEqual([{ ...casa(), id: chosen.stayIds[0] }]);
});

test("both ways have a row, one of them a price, and the columns are filled", async () => {
  const trip = await newTrip();
  await trips.addOffers(trip.id, { stays: [casa()], flights: [roundTrip] });
  const flights = await database.admin(
    `select flight_type, departure_airport_code, total_price::text as total, price_per_person::text as each,
       included_with is null as is_sold, cabin_class, booking_platform, booking_url
     from flights where trip_id = $1 order by departure_datetime`,
    [trip.id],
  );
  const same = { cabin_class: "economy", booking_platform: "Testair", booking_url: "https://air.example/r1" };
  expect(flights).toEqual([
    {
      flight_type: "outbound",
      departure_airport_code: "VIE",
      total: "400.000",
      each: "200.000",
      is_sold: true,
      ...same,
    },
    { flight_type: "return", departure_airport_code: "LIS", total: null, each: null, is_sold: false, ...same },
  ]);
  const [stay] = await database.admin(
    `select address, room_type, num_rooms, star_rating::text as stars, guest_rating::text as rating,
       free_cancellation_until::text as free_until, booking_platform, total_price::text as total
     from accommodations where trip_id = $1`,
    [trip.id],
  );
  expect(stay).toEqual({
    ...{ address: "Rua do Norte 1", room_type: "Double", num_rooms: 1, stars: "4.0", rating: "5.0" },
    ...{ free_until: "2027-03-20", booking_platform: "Testbeds", total: "400.000" },
  });
});

test("undoing takes both ways out and brings both back", async () => {
  const trip = await newTrip();
  const { itinerary: first } = await trips.saveItinerary(planFor(trip.id, draft));
  const chosen = await trips.addOffers(trip.id, { stays: [], flights: [roundTrip] });
  await trips.saveItinerary(planFor(trip.id, draft, { parentId: first.id, chosen }));
  const rowsChosen = async (): Promise<unknown> =>
    (
      await database.admin("select count(*)::integer as rows from flights where trip_id = $1 and replaced_at is null", [
        trip.id,
      ])
    )[0]?.rows;
  expect(await rowsChosen()).toBe(2);
  // A version made without a word about flights goes with those chosen now, each once.
  const { itinerary: third } = await trips.saveItinerary(planFor(trip.id, draft, { parentId: first.id }));
  await trips.selectItinerary(trip.id, 1);
  expect([await rowsChosen(), await trips.listFlights(trip.id)]).toEqual([0, []]);
  await trips.selectItinerary(trip.id, third.version);
  expect(await rowsChosen()).toBe(2);
  expect(await trips.listFlights(trip.id)).toMatchObject([{ offerId: "r1", returning: { flightNumber: "102" } }]);
});

test("across the date line a flight lands the day before it left", async () => {
  const trip = await newTrip();
  const flight: FlightOffer = {
    ...{ ...roundTrip, returning: null, segments: undefined, durationMinutes: 560 },
    ...{ departureAirport: "NRT", arrivalAirport: "LAX", departureAt: "2027-03-27T00:05:00+09:00" },
    arrivalAt: "2027-03-26T17:25:00-07:00",
  };
  const chosen = await trips.addOffers(trip.id, { stays: [], flights: [flight] });
  await trips.saveItinerary(planFor(trip.id, draft, { chosen }));
  const [stored] = await trips.listFlights(trip.id);
  expect(stored).toMatchObject({ departureAt: flight.departureAt, arrivalAt: flight.arrivalAt, durationMinutes: 560 });
});

test("a code that no column holds is kept, and an id that could not be found again is refused", async () => {
  const trip = await newTrip();
  const chosen = await trips.addOffers(trip.id, {
    stays: [],
    flights: [{ ...roundTrip, airlineCode: "TSX", returning: undefined }],
  });
  await trips.saveItinerary(planFor(trip.id, draft, { chosen }));
  expect(await trips.listFlights(trip.id)).toMatchObject([{ airlineCode: "TSX", flightNumber: "101" }]);
  const long = { ...casa(), offerId: "x".repeat(256) };
  await expect(trips.addOffers(trip.id, { stays: [long], flights: [] })).rejects.toThrow(/at most 255 .* got 256/);
});

test("chosen offers whose prices have run out are told to their traveller, once, until the trip is over", async () => {
  const userId = await addUser(database);
  const own = storeFor(database, userId);
  const trip = await own.createTrip(tripTo(city));
  await own.saveItinerary(planFor(trip.id, draft));
  const lasting = { ...casa(), offerId: "h2", price: { ...casa().price, expiresAt: null } };
  const chosen = await own.addOffers(trip.id, { stays: [casa(), lasting], flights: [roundTrip] });
  const expired = async (now: string, limit = 10): Promise<string[]> =>
    (await listExpiredOffers(database.db, { userId, now: new Date(now), limit })).map(
      ({ kind, name }) => `${kind} ${name}`,
    );
  expect(await expired("2026-11-22T11:00:00Z")).toEqual([]);
  await own.saveItinerary(planFor(trip.id, draft, { chosen }));
  expect(await expired("2026-11-22T10:19:59Z")).toEqual([]);
  expect(await expired("2026-11-22T10:20:00Z")).toEqual(["flight VIE–LIS", "stay Casa"]);
  expect(await expired("2026-11-22T10:20:00Z", 1)).toHaveLength(1);
  expect(await expired("2099-01-01T00:00:00Z")).toEqual([]);
  const stranger = await addUser(database);
  expect(await listExpiredOffers(database.db, { userId: stranger, now: new Date("2026-11-23"), limit: 9 })).toEqual([]);
  await database.admin("update flights set booking_status = 'booked' where trip_id = $1", [trip.id]);
  expect(await expired("2026-11-22T10:20:00Z")).toEqual(["stay Casa"]);
});
