/** Places to visit and to eat, by what a traveller may ask of them. */
import { z } from "zod";
import { dateSchema } from "../trip/calendar.ts";
import type { City } from "../trip/catalogue.ts";
import { categorySchema } from "../trip/categories.ts";
import { minorDigits } from "../trip/money.ts";
import { knowsHours, windowsOn } from "../trip/opening-hours.ts";
import { accessibilityNeedSchema, type Coordinates, dietSchema, placeSchema, placeTypeSchema } from "../trip/place.ts";
import type { CatalogueStore, PlaceHit } from "../trip/ports.ts";
import { cursorArgument, nextCursorField, pageOf, positionOf, questionOf } from "./cursor.ts";
import { defineTool } from "./define-tool.ts";
import { holidaysIn, withHoursOn } from "./local-hours.ts";
import { needsInput } from "./missing-facts.ts";
import { HALF_A_POINT, isWholePoint } from "./shared-arguments.ts";
import type { Tool, ToolContext } from "./tool.ts";
import { cityWords } from "./understood.ts";

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
    "Finds attractions and places to eat in a city or near a point, by interest, name, meaning, opening on a date, price, access and diet. With text, match says how a place answers it: one found by meaning fits the wish, and is not the place that was named.",
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
      categories: z.array(categorySchema).max(10).optional().describe("as in create_trip's interests"),
      types: z.array(placeTypeSchema).max(10).optional().describe("museum, park, cafe …, as in results"),
      kind: z.enum(["attraction", "eatery"]).optional(),
      openOn: dateSchema.optional(),
      maxPrice: z
        .number()
        .min(0)
        .optional()
        .describe("highest adult admission in the local currency; 0 finds free places"),
      accessibility: z.array(accessibilityNeedSchema).max(5).optional().describe("as in create_trip"),
      diets: z.array(dietSchema).max(5).optional().describe("as in create_trip"),
      offbeatOnly: z.boolean().default(false).describe("only places off the beaten path"),
      limit: z.int().min(1).max(50).default(10),
      cursor: cursorArgument.describe("nextCursor of the page before"),
    })
    .refine(isWholePoint, HALF_A_POINT),
  fields: { places: z.array(hitSchema), total: z.int(), nextCursor: nextCursorField },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ limit, cursor, ...asked }, { catalogue, holidays }) {
    const { lat, lon, radiusMeters, maxPrice, ...rest } = asked;
    const question = questionOf("search_attractions", asked);
    const position = positionOf(cursor, question);
    const near = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
    if (!rest.cityId && !near) {
      throw needsInput("Expected a cityId or lat and lon, got neither. Call search_cities first.", [
        { field: "cityId", question: "In which city?", kind: "text", from: "search_cities" },
      ]);
    }
    const city = await cityAsked(catalogue, rest.cityId, near);
    const country = city && (await catalogue.findCountry(city.countryCode));
    const currency = country?.currencyCode ?? "EUR";
    const { openOn } = rest;
    const found = await catalogue.searchPlaces({
      ...rest,
      near,
      radiusMeters: near ? radiusMeters : undefined,
      maxAdmissionMinor: maxPrice === undefined ? undefined : Math.round(maxPrice * 10 ** minorDigits(currency)),
      // One more than is told says whether there is more.
      ...(openOn ? { limit: JUDGED_AT_MOST } : { offset: position, limit: limit + 1 }),
    });
    const open = openOn ? await openHits(found.places, openOn, { catalogue, holidays }) : null;
    const hits = open ? open.slice(position) : found.places.map(hitOf);
    const { page: places, nextCursor } = pageOf(hits, { position, limit, question });
    const understood = { ...(city && { city: cityWords(city) }), ...(maxPrice !== undefined && { currency }) };
    const notices = [
      ...(found.isMeaningMissing ? [WORDS_ONLY] : []),
      ...(open && found.total > JUDGED_AT_MOST ? [BEST_KNOWN_ONLY] : []),
    ];
    const status = places.length > 0 ? "ok" : "empty";
    return { status, notices, understood, places, total: open?.length ?? found.total, nextCursor };
  },
});
