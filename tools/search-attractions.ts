/** Places to visit and to eat, by what a traveller may ask of them. */
import { z } from "zod";
import { dateSchema } from "../trip/calendar.ts";
import type { City } from "../trip/catalogue.ts";
import { categorySchema } from "../trip/categories.ts";
import { TripwrightError } from "../trip/errors.ts";
import { minorDigits } from "../trip/money.ts";
import { knowsHours, windowsOn } from "../trip/opening-hours.ts";
import { accessibilityNeedSchema, type Coordinates, dietSchema, placeSchema, placeTypeSchema } from "../trip/place.ts";
import type { CatalogueStore, PlaceHit } from "../trip/ports.ts";
import { defineTool } from "./define-tool.ts";
import { holidaysIn, withHoursOn } from "./local-hours.ts";
import { HALF_A_POINT, isWholePoint } from "./shared-arguments.ts";
import type { Tool, ToolContext } from "./tool.ts";

const hitSchema = placeSchema.omit({ hours: true }).extend({
  distanceMeters: z.number().nullable(),
  /** How it answers `text`; what was found by meaning alone is not the place that was named. */
  match: z.enum(["name", "words", "meaning"]).optional(),
  hoursKnown: z.boolean(),
  /** On the date asked about; absent without a date or when unknown. */
  openOn: z.array(z.object({ openMinute: z.int(), closeMinute: z.int(), lastEntryMinute: z.int() })).optional(),
});

const WORDS_ONLY = "Searched by words alone: searching by meaning is not available just now.";

/** Around a point, the nearest city says what the local currency is. */
async function cityAsked(
  catalogue: CatalogueStore,
  cityId: string | undefined,
  near: Coordinates | undefined,
): Promise<City | null> {
  if (cityId) return catalogue.getCity(cityId);
  return near ? ((await catalogue.searchCities({ near, limit: 1 })).at(0) ?? null) : null;
}

/** Of the places that may be open on a date, as many are looked at, best first, before pages are cut. */
const JUDGED_AT_MOST = 500;

const BEST_KNOWN_ONLY = `Only the first ${JUDGED_AT_MOST} places that may be open were looked at: narrow the search to see others.`;

type Hit = z.input<typeof hitSchema>;

const hitOf = ({ hours, ...place }: PlaceHit): Hit => ({ ...place, hoursKnown: knowsHours(hours) });

/** The database lets pass what a rule may open; here it is known whether it does. */
async function openHits(
  places: readonly PlaceHit[],
  date: string,
  { catalogue, holidays: calendar }: Pick<ToolContext, "catalogue" | "holidays">,
): Promise<Hit[]> {
  const cityIds = [...new Set(places.flatMap(({ cityId, hours }) => (hours?.rule === undefined ? [] : [cityId])))];
  const cities = await Promise.all(cityIds.map((id) => catalogue.getCity(id)));
  const holidays = await holidaysIn(cities, [date], calendar);
  return withHoursOn(places, { cities, dates: [date], holidays }).flatMap((place) => {
    const windows = windowsOn(place.hours, date);
    if (windows?.length === 0) return [];
    return [{ ...hitOf(place), hoursKnown: windows !== null, ...(windows && { openOn: windows }) }];
  });
}

export const searchAttractions: Tool = defineTool({
  name: "search_attractions",
  title: "Search attractions",
  description:
    "Finds attractions and places to eat in a city or near a point, by interest, name, what is meant, opening on a date, price, access and diet. Facts only: hours that nobody knows are marked unknown, never guessed. With text, match says how a place answers it: one found by meaning fits the wish, and is not the place that was named. Use plan_itinerary to have places put on days.",
  input: z
    .strictObject({
      cityId: z.uuid().optional().describe("from search_cities"),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
      radiusMeters: z.int().min(50).max(50_000).default(2_000).describe("around lat/lon"),
      text: z
        .string()
        .trim()
        .max(120)
        .optional()
        .describe("a name, misspelt or not, or a wish in words: 'somewhere to watch the sunset'"),
      categories: z.array(categorySchema).max(10).optional(),
      types: z.array(placeTypeSchema).max(10).optional(),
      kind: z.enum(["attraction", "eatery"]).optional(),
      openOn: dateSchema.optional(),
      maxPrice: z
        .number()
        .min(0)
        .optional()
        .describe("highest adult admission in the local currency; 0 finds free places"),
      accessibility: z.array(accessibilityNeedSchema).max(5).optional(),
      diets: z.array(dietSchema).max(5).optional(),
      offbeatOnly: z.boolean().default(false).describe("only places off the beaten path"),
      limit: z.int().min(1).max(50).default(10),
      offset: z.int().min(0).max(5_000).default(0),
    })
    .refine(isWholePoint, HALF_A_POINT),
  fields: { places: z.array(hitSchema), total: z.int() },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ lat, lon, radiusMeters, maxPrice, ...rest }, { catalogue, holidays }) {
    const near = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
    if (!rest.cityId && !near) {
      throw new TripwrightError(
        "needs_input",
        "Expected a cityId or lat and lon, got neither. Call search_cities first.",
      );
    }
    const city = await cityAsked(catalogue, rest.cityId, near);
    const country = city && (await catalogue.findCountry(city.countryCode));
    const unit = 10 ** minorDigits(country?.currencyCode ?? "EUR");
    const { openOn, offset, limit } = rest;
    const found = await catalogue.searchPlaces({
      ...rest,
      near,
      radiusMeters: near ? radiusMeters : undefined,
      maxAdmissionMinor: maxPrice === undefined ? undefined : Math.round(maxPrice * unit),
      ...(openOn && { offset: 0, limit: JUDGED_AT_MOST }),
    });
    const open = openOn ? await openHits(found.places, openOn, { catalogue, holidays }) : null;
    const places = open ? open.slice(offset, offset + limit) : found.places.map(hitOf);
    const notices = [
      ...(found.isMeaningMissing ? [WORDS_ONLY] : []),
      ...(open && found.total > JUDGED_AT_MOST ? [BEST_KNOWN_ONLY] : []),
    ];
    return { status: places.length > 0 ? "ok" : "empty", notices, places, total: open?.length ?? found.total };
  },
});
