/** A country of two towns with a little of everything, made up. */
import type { Element, NodeElement } from "../../../../bench/osm/element.ts";

const SAID = "2023-04-05T06:07:08Z";
const HUGE = 12_345_678_901;

function at(id: number, lat: number, lon: number, tags?: Record<string, string>): NodeElement {
  return { type: "node", id, lat, lon, timestamp: SAID, ...(tags && { tags }) };
}

const PLACES: readonly Element[] = [
  at(10, 42.5063, 1.5218, {
    place: "town",
    capital: "yes",
    name: "Vallmora",
    "name:ru": "Вальмора",
    population: "22 886",
    wikidata: "Q1001",
  }),
  at(11, 42.5405, 1.7331, { place: "village", name: "Pas de l'Os", population: "2100" }),
  at(12, 42.5101, 1.5301, { place: "suburb", name: "Nucli Antic" }),
  at(13, 42.5071, 1.5231, {
    tourism: "museum",
    name: "Casa de la Vall",
    "name:en": "House of the Valley",
    opening_hours: "Tu-Sa 10:00-14:00,15:00-18:00; PH off",
    fee: "yes",
    charge: "5 EUR/adult",
    wheelchair: "limited",
    wikidata: "Q42",
    wikivoyage: "en:Vallmora",
    "contact:website": "www.casa.example",
    "addr:street": "Carrer Major",
    "addr:housenumber": "7",
    check_date: "2025-08-01",
  }),
  at(14, 42.5075, 1.5245, { amenity: "restaurant", name: "Can Ton", cuisine: "catalan;grill", "diet:vegan": "yes" }),
  at(15, 42.5076, 1.5246, { amenity: "restaurant" }),
  at(16, 42.508, 1.525, { tourism: "information", information: "board", name: "Plan of the town" }),
  at(17, 42.5081, 1.5251, { historic: "memorial", memorial: "plaque", name: "To the poet", wikidata: "Q77" }),
  at(18, 42.5085, 1.5255, { "disused:amenity": "cafe", name: "Cafè Vell" }),
  at(19, 42.509, 1.526, { tourism: "hotel", name: "Hotel Pic", stars: "4S" }),
  at(20, 42.5091, 1.5261, { tourism: "viewpoint", name: "見晴らし台", "name:ja-Latn": "Miharashidai" }),
];

const CHURCH_CORNERS: readonly Element[] = [
  at(HUGE, 42.51, 1.53),
  at(HUGE + 1, 42.51, 1.5303, { entrance: "main" }),
  at(HUGE + 2, 42.5103, 1.5303),
  at(HUGE + 3, 42.5103, 1.53),
];

/** A ring around everything, in two halves, one of them drawn backwards. */
const BORDER: readonly Element[] = [at(30, 42.4, 1.4), at(31, 42.4, 1.8), at(32, 42.7, 1.8), at(33, 42.7, 1.4)];
/** A park with a lake in its middle. */
const PARK: readonly Element[] = [
  ...[at(40, 42.52, 1.55), at(41, 42.52, 1.56), at(42, 42.53, 1.56), at(43, 42.53, 1.55)],
  ...[at(44, 42.522, 1.552), at(45, 42.522, 1.558), at(46, 42.528, 1.558), at(47, 42.528, 1.552)],
];

export const SMALL_COUNTRY: readonly Element[] = [
  ...PLACES,
  ...BORDER,
  ...PARK,
  ...CHURCH_CORNERS,
  {
    type: "way",
    id: 100,
    refs: [HUGE, HUGE + 1, HUGE + 2, HUGE + 3, HUGE],
    tags: { building: "cathedral", name: "Seu de Vallmora", amenity: "place_of_worship", religion: "christian" },
    timestamp: SAID,
  },
  { type: "way", id: 101, refs: [30, 31, 32] },
  { type: "way", id: 102, refs: [30, 33, 32] },
  { type: "way", id: 103, refs: [40, 41, 42, 43, 40] },
  { type: "way", id: 104, refs: [44, 45, 46, 47, 44] },
  { type: "way", id: 105, refs: [999, 998, 997, 999], tags: { leisure: "park", name: "Beyond the edge" } },
  {
    type: "relation",
    id: 200,
    members: [
      { type: "way", ref: 103, role: "outer" },
      { type: "way", ref: 104, role: "inner" },
    ],
    tags: { type: "multipolygon", leisure: "park", name: "Parc del Llac & Riu <gran>" },
    timestamp: SAID,
  },
  {
    type: "relation",
    id: 201,
    members: [
      { type: "way", ref: 101, role: "outer" },
      { type: "way", ref: 102, role: "outer" },
    ],
    tags: { type: "boundary", boundary: "administrative", admin_level: "2", "ISO3166-1": "AD", name: "Somewhere" },
  },
];
