/** A city and a search that tests of several vendors ask for. */
import type { StayQuery } from "../../trip/offer.ts";
import type { CityNamed } from "../../trip/vendor-ports.ts";

export const PORTO: CityNamed = {
  ...{ id: "11111111-1111-4111-8111-111111111111", name: "Porto", countryCode: "PT", countryName: "Portugal" },
  ...{ location: { lat: 41.1496, lon: -8.611 }, timezone: "Europe/Lisbon", iataCode: "OPO" },
};

export const STAY: StayQuery = {
  ...{ cityId: PORTO.id, checkInDate: "2027-05-10", checkOutDate: "2027-05-13", guests: 2, rooms: 1, currency: "EUR" },
};
