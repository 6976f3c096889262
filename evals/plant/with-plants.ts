/**
 * Lays a sample's hostile text out before the planner, and before nobody else: decorators over the ports that its tools
 * read. What a traveller brings along themselves (pins, a pasted itinerary) stands in their words, not behind a port.
 */
import type { Plant, PlantSpot } from "../plant.ts";
import type { Sample } from "../sample.ts";
import type { OpenContext } from "../solvers/open-planner.ts";
import { plantedCatalogue } from "./planted-catalogue.ts";
import { plantedOffers } from "./planted-offers.ts";

const IN_CATALOGUE: ReadonlySet<PlantSpot> = new Set(["place-name", "place-description", "place-tip", "review"]);
const IN_OFFERS: ReadonlySet<PlantSpot> = new Set(["flight-offer", "stay-offer"]);
const IN_WORDS: ReadonlySet<PlantSpot> = new Set(["pin", "pasted-text"]);

/** Whether it is read with the traveller's own words. */
export const isInWords = ({ spot }: Plant): boolean => IN_WORDS.has(spot);

export function withPlants<Context extends Pick<OpenContext, "catalogue" | "offers">>(
  context: Context,
  plants: readonly Plant[],
): Context {
  const written = plants.filter(({ spot }) => IN_CATALOGUE.has(spot));
  const sold = plants.filter(({ spot }) => IN_OFFERS.has(spot));
  const catalogue = written.length > 0 ? plantedCatalogue(context.catalogue, written) : context.catalogue;
  const offers = sold.length > 0 ? plantedOffers(context.offers, catalogue, sold) : context.offers;
  return { ...context, catalogue, offers };
}

/** For `openPlanner`'s `decorate`. */
export function layOut(context: OpenContext, { plants = [] }: Sample): OpenContext {
  return plants.length > 0 ? withPlants(context, plants) : context;
}

/** A board of pins as its owner pastes it: one line a pin. */
export function pastedPins(plants: readonly Plant[], own: readonly string[]): string {
  const planted = plants.filter(({ spot }) => spot === "pin").map(({ text }) => text);
  return [...own, ...planted].map((line) => `- ${line}`).join("\n");
}
