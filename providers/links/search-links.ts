/**
 * Plain outbound links with the search filled in: where a traveller can look while no provider is
 * configured. Nothing is fetched; the URL forms are the ones the sites document or show in a browser.
 */
import type { FlightQuery, SearchLink, StayQuery } from "../../trip/offer.ts";

function url(base: string, parameters: Record<string, string | number | null>): string {
  const result = new URL(base);
  for (const [key, value] of Object.entries(parameters)) {
    if (value !== null) result.searchParams.set(key, String(value));
  }
  return result.toString();
}

export function flightLinks(query: FlightQuery): SearchLink[] {
  const { origin, destination, departureDate, returnDate, passengers, currency } = query;
  const back = returnDate ? ` returning ${returnDate}` : "";
  const words = `Flights from ${origin} to ${destination} on ${departureDate}${back} for ${passengers}`;
  const legs = [`${origin}-${destination}`, departureDate, ...(returnDate ? [returnDate] : [])].join("/");
  return [
    { provider: "Google Flights", url: url("https://www.google.com/travel/flights", { q: words, curr: currency }) },
    { provider: "Kayak", url: `https://www.kayak.com/flights/${legs}/${passengers}adults` },
  ];
}

export function stayLinks(query: StayQuery, cityName: string): SearchLink[] {
  const { checkInDate, checkOutDate, guests, rooms, currency } = query;
  return [
    {
      provider: "Booking.com",
      url: url("https://www.booking.com/searchresults.html", {
        ss: cityName,
        checkin: checkInDate,
        checkout: checkOutDate,
        group_adults: guests,
        no_rooms: rooms,
        selected_currency: currency,
      }),
    },
    {
      provider: "Airbnb",
      url: url(`https://www.airbnb.com/s/${encodeURIComponent(cityName)}/homes`, {
        checkin: checkInDate,
        checkout: checkOutDate,
        adults: guests,
      }),
    },
  ];
}
