/** From what somebody typed, or from a point on the map, to a city with an id. */
import { z } from "zod";
import { type City, citySchema, isCovered } from "../trip/catalogue.ts";
import { listed, plainText } from "../trip/export/words.ts";
import type { CatalogueStore, CitySearch } from "../trip/ports.ts";
import { cursorArgument, nextCursorField, pageOf, positionOf, questionOf } from "./cursor.ts";
import { defineTool } from "./define-tool.ts";
import { needsInput } from "./missing-facts.ts";
import { HALF_A_POINT, isWholePoint } from "./shared-arguments.ts";
import type { Tool } from "./tool.ts";
import { cityWords } from "./understood.ts";

const hitSchema = citySchema.extend({
  match: z.enum(["exact", "alias", "prefix", "fuzzy", "country", "near"]),
  score: z.number(),
  distanceMeters: z.number().nullable(),
});

const MOST_ELSEWHERE = 3;

/** What a country, an area or the wish for places has kept out. */
async function withoutFilters(
  text: string,
  { countryCode, near, coveredOnly }: Omit<CitySearch, "limit">,
  catalogue: CatalogueStore,
): Promise<City[]> {
  const isFiltered = countryCode !== undefined || near !== undefined || coveredOnly === true;
  return isFiltered ? catalogue.searchCities({ text, limit: MOST_ELSEWHERE }) : [];
}

function notFound(query: string | undefined, elsewhere: readonly City[] = []): string {
  if (query === undefined) return "No city there. Widen radiusKm, or search by name.";
  const name = plainText(query);
  if (elsewhere.length === 0) return `No city is called "${name}" or anything like it. Try its English or local name.`;
  const known = elsewhere.map((city) => `${cityWords(city)}${isCovered(city) ? "" : " (no places to plan with)"}`);
  return `No city called "${name}" fits the other arguments. Without them: ${listed(known)}.`;
}

/** "???" names no city, and must not read as no name at all. */
const NAMELIKE = /[\p{L}\p{N}]/u;

export const searchCities: Tool = defineTool({
  name: "search_cities",
  title: "Search cities",
  description:
    "Finds cities by name in any spelling, language or script, or near a point, best match first; other tools take the cityId it returns. attractionCount says whether plans can be made there.",
  input: z
    .strictObject({
      query: z.string().trim().min(1).max(120).optional().describe("name as the traveller wrote it, e.g. 'Paree'"),
      countryCode: z
        .string()
        .length(2, "expected an ISO 3166-1 alpha-2 code such as PT")
        .toUpperCase()
        .optional()
        .describe("ISO 3166-1 alpha-2, to tell homonyms apart"),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
      radiusKm: z.number().positive().max(20_000).optional().describe("around lat/lon; 100 unless given"),
      coveredOnly: z.boolean().default(false).describe("only cities with places in the catalogue"),
      limit: z.int().min(1).max(20).default(5),
      cursor: cursorArgument,
    })
    .refine(isWholePoint, HALF_A_POINT),
  fields: { cities: z.array(hitSchema), nextCursor: nextCursorField },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ limit, cursor, ...asked }, { catalogue }) {
    const { query, countryCode, lat, lon, radiusKm, coveredOnly } = asked;
    const question = questionOf("search_cities", asked);
    const position = positionOf(cursor, question);
    const near = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
    const isUnbounded = !query && !near && !coveredOnly;
    if (isUnbounded) {
      throw needsInput("Expected a query, a lat/lon, or coveredOnly, got none of them.", [
        { field: "query", question: "Which city?", kind: "text" },
      ]);
    }
    if (query && !NAMELIKE.test(query)) return { status: "empty", notices: [notFound(query)], cities: [] };
    const radiusMeters = near ? (radiusKm ?? 100) * 1000 : undefined;
    const where = { text: query, countryCode, near, radiusMeters, coveredOnly };
    const found = await catalogue.searchCities({ ...where, limit: position + limit + 1 });
    const { page: cities, nextCursor } = pageOf(found.slice(position), { position, limit, question });
    if (cities.length === 0) {
      const elsewhere = query && position === 0 ? await withoutFilters(query, where, catalogue) : [];
      return { status: "empty", notices: [notFound(query, elsewhere)], cities, nextCursor };
    }
    const notices = cities[0]?.match === "country" ? [`"${query}" is no city; these are its best known ones.`] : [];
    return { status: "ok", notices, cities, nextCursor };
  },
});
