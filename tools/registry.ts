/** The one list of tools: agent, MCP server, documents and evaluations read it, nobody keeps another. */
import { TripwrightError } from "../trip/errors.ts";
import { checkItinerary } from "./check-itinerary.ts";
import { chooseOffer } from "./choose-offer.ts";
import { createTrip } from "./create-trip.ts";
import { editItinerary } from "./edit-itinerary.ts";
import { exportItinerary } from "./export-itinerary.ts";
import { getPlaces } from "./get-places.ts";
import { getTrip } from "./get-trip.ts";
import { listTrips } from "./list-trips.ts";
import { planItinerary } from "./plan-itinerary.ts";
import { recordFeedback } from "./record-feedback.ts";
import { searchAttractions } from "./search-attractions.ts";
import { searchCities } from "./search-cities.ts";
import { searchFlights, searchHotels } from "./search-offers.ts";
import { selectItinerary } from "./select-itinerary.ts";
import type { Tool } from "./tool.ts";
import { updateTrip } from "./update-trip.ts";

/** In the order a conversation meets them. */
export const TOOLS: readonly Tool[] = [
  searchCities,
  searchAttractions,
  getPlaces,
  searchFlights,
  searchHotels,
  createTrip,
  updateTrip,
  getTrip,
  listTrips,
  planItinerary,
  checkItinerary,
  editItinerary,
  selectItinerary,
  chooseOffer,
  recordFeedback,
  exportItinerary,
];

/** Throws `unknown_tool`, listing what there is. */
export function getTool(name: string): Tool {
  const tool = TOOLS.find((candidate) => candidate.name === name);
  if (tool) return tool;
  const names = TOOLS.map((candidate) => candidate.name);
  throw new TripwrightError("unknown_tool", `Expected one of ${names.join(", ")}, got "${name}".`, { names });
}
