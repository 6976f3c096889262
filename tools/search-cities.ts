/** From what somebody typed, or from a point on the map, to a city with an id. */
import { z } from "zod";
import { citySchema } from "../trip/catalogue.ts";
import { defineTool } from "./define-tool.ts";
import { HALF_A_POINT, isWholePoint } from "./shared-arguments.ts";
import type { Tool } from "./tool.ts";

const hitSchema = citySchema.extend({
  match: z.enum(["exact", "alias", "prefix", "fuzzy", "country", "near"]),
  score: z.number(),
  distanceMeters: z.number().nullable(),
});

/** "???" names no city, and must not read as no name at all. */
const NAMELIKE = /[\p{L}\p{N}]/u;

export const searchCities: Tool = defineTool({
  name: "search_cities",
  title: "Search cities",
  description:
    "Finds cities by name in any spelling, language or script, or near a point, best match first. Call it first: every other tool takes the cityId it returns. attractionCount says whether plans can be made there.",
  input: z
    .strictObject({
      query: z.string().trim().min(1).max(120).optional().describe("name as the traveller wrote it, e.g. 'Paree'"),
      countryCode: z.string().length(2).toUpperCase().optional().describe("ISO 3166-1 alpha-2, to tell homonyms apart"),
      lat: z.number().min(-90).max(90).optional(),
      lon: z.number().min(-180).max(180).optional(),
      radiusKm: z.number().positive().max(20_000).optional().describe("around lat/lon; 100 unless given"),
      coveredOnly: z.boolean().default(false).describe("only cities with places in the catalogue"),
      limit: z.int().min(1).max(20).default(5),
    })
    .refine(isWholePoint, HALF_A_POINT),
  fields: { cities: z.array(hitSchema) },
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run({ query, countryCode, lat, lon, radiusKm, coveredOnly, limit }, { catalogue }) {
    const near = lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
    const isUnbounded = !query && !near && !coveredOnly;
    if (isUnbounded) return { status: "needs_input", notices: ["Give a query, a lat/lon, or coveredOnly."] };
    if (query && !NAMELIKE.test(query)) return { status: "empty", notices: [], cities: [] };
    const radiusMeters = near ? (radiusKm ?? 100) * 1000 : undefined;
    const cities = await catalogue.searchCities({ text: query, countryCode, near, radiusMeters, coveredOnly, limit });
    const notices = cities[0]?.match === "country" ? [`"${query}" is no city; these are its best known ones.`] : [];
    return { status: cities.length > 0 ? "ok" : "empty", notices, cities };
  },
});
