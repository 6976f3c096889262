/**
 * Which of Wikidata's classes are which of our types. Only classes whose members are all of the type: "tower" is no
 * type of ours, and an entity of an unknown class adds its facts to a place that another source knows.
 */
import type { LeafCategory } from "../../../trip/categories.ts";
import type { PlaceType } from "../../../trip/place.ts";
import type { LodgingRecord } from "../source-record.ts";

export interface PlaceClass {
  readonly type: PlaceType;
  readonly categories?: readonly LeafCategory[];
}

/** In order of preference: an entity that is a museum and a palace is a museum to visit. */
export const PLACE_CLASSES: ReadonlyMap<string, PlaceClass> = new Map<string, PlaceClass>([
  ["Q207694", { type: "museum", categories: ["art_museums", "museums"] }], // art museum
  ["Q588140", { type: "museum", categories: ["science", "museums"] }], // science museum
  ["Q3329412", { type: "museum", categories: ["archaeology", "museums"] }], // archaeological museum
  ["Q1970365", { type: "museum", categories: ["science", "museums"] }], // natural history museum
  ["Q16735822", { type: "museum", categories: ["museums"] }], // history museum
  ["Q2772772", { type: "museum", categories: ["museums"] }], // military museum
  ["Q756102", { type: "museum", categories: ["museums"] }], // open-air museum
  ["Q2087181", { type: "museum", categories: ["museums"] }], // historic house museum
  ["Q1595639", { type: "museum", categories: ["museums"] }], // local museum
  ["Q17431399", { type: "museum", categories: ["museums"] }], // national museum
  ["Q33506", { type: "museum", categories: ["museums"] }], // museum
  ["Q1007870", { type: "gallery", categories: ["galleries"] }], // art gallery
  ["Q2281788", { type: "aquarium" }], // public aquarium
  ["Q43501", { type: "zoo", categories: ["wildlife"] }], // zoo
  ["Q2416723", { type: "theme_park", categories: ["theme_parks"] }], // theme park
  ["Q194195", { type: "theme_park", categories: ["theme_parks"] }], // amusement park
  ["Q7362268", { type: "ruins", categories: ["archaeology"] }], // Roman amphitheatre
  ["Q839954", { type: "ruins", categories: ["archaeology"] }], // archaeological site
  ["Q109607", { type: "ruins", categories: ["historical_sites"] }], // ruins
  ["Q23413", { type: "castle", categories: ["palaces_castles"] }], // castle
  ["Q57831", { type: "castle", categories: ["palaces_castles"] }], // fortress
  ["Q16560", { type: "palace", categories: ["palaces_castles"] }], // palace
  ["Q751876", { type: "palace", categories: ["palaces_castles"] }], // château
  ["Q2977", { type: "cathedral", categories: ["churches"] }], // cathedral
  ["Q163687", { type: "church", categories: ["churches"] }], // basilica
  ["Q120560", { type: "church", categories: ["churches"] }], // minor basilica
  ["Q108325", { type: "church", categories: ["churches"] }], // chapel
  ["Q16970", { type: "church", categories: ["churches"] }], // church building
  ["Q32815", { type: "mosque", categories: ["mosques_synagogues"] }], // mosque
  ["Q34627", { type: "synagogue", categories: ["mosques_synagogues"] }], // synagogue
  ["Q5393308", { type: "temple", categories: ["temples_shrines"] }], // Buddhist temple
  ["Q842402", { type: "temple", categories: ["temples_shrines"] }], // Hindu temple
  ["Q199451", { type: "temple", categories: ["temples_shrines"] }], // pagoda
  ["Q44539", { type: "temple", categories: ["temples_shrines"] }], // temple
  ["Q845945", { type: "shrine", categories: ["temples_shrines"] }], // Shinto shrine
  ["Q162875", { type: "monument", categories: ["memorials"] }], // mausoleum
  ["Q5003624", { type: "monument", categories: ["memorials"] }], // memorial
  ["Q4989906", { type: "monument", categories: ["memorials"] }], // monument
  ["Q143912", { type: "landmark", categories: ["architecture"] }], // triumphal arch
  ["Q82117", { type: "landmark", categories: ["historical_sites"] }], // city gate
  ["Q39715", { type: "landmark" }], // lighthouse
  ["Q1440300", { type: "observation_deck", categories: ["viewpoints"] }], // observation tower
  ["Q6017969", { type: "viewpoint", categories: ["viewpoints"] }], // scenic viewpoint
  ["Q167346", { type: "garden", categories: ["gardens"] }], // botanical garden
  ["Q1107656", { type: "garden", categories: ["gardens"] }], // garden
  ["Q22746", { type: "park", categories: ["parks"] }], // urban park
  ["Q22698", { type: "park", categories: ["parks"] }], // park
  ["Q46169", { type: "park", categories: ["parks"] }], // national park
  ["Q40080", { type: "beach", categories: ["beaches"] }], // beach
  ["Q153562", { type: "theater", categories: ["performing_arts"] }], // opera house
  ["Q1060829", { type: "theater", categories: ["live_music"] }], // concert hall
  ["Q24354", { type: "theater", categories: ["performing_arts"] }], // theatre building
  ["Q483110", { type: "stadium", categories: ["sports"] }], // stadium
  ["Q1154710", { type: "stadium", categories: ["sports"] }], // association football venue
  ["Q22806", { type: "library" }], // national library
  ["Q28564", { type: "library" }], // public library
  ["Q7075", { type: "library" }], // library
  ["Q39614", { type: "cemetery" }], // cemetery
  ["Q330284", { type: "market", categories: ["markets"] }], // marketplace
  ["Q11315", { type: "shop", categories: ["malls"] }], // shopping centre
  ["Q174782", { type: "square", categories: ["squares"] }], // square
  ["Q12280", { type: "bridge" }], // bridge
  ["Q79007", { type: "street" }], // street
  ["Q123705", { type: "neighborhood", categories: ["neighborhoods"] }], // neighbourhood
  ["Q23442", { type: "island" }], // island
  ["Q11707", { type: "restaurant" }], // restaurant
  ["Q30022", { type: "cafe" }], // café
  ["Q212198", { type: "bar" }], // pub
  ["Q187456", { type: "bar" }], // bar
  ["Q274393", { type: "bakery" }], // bakery
  ["Q570116", { type: "landmark" }], // tourist attraction
]);

export const LODGING_CLASSES: ReadonlyMap<string, LodgingRecord["lodgingType"]> = new Map([
  ["Q27686", "hotel"],
  ["Q654772", "hostel"],
]);

/** Nothing to visit: passed over without a word, as most of Wikidata is. */
export const OTHER_CLASSES: ReadonlySet<string> = new Set([
  "Q5", // human
  "Q16521", // taxon
  "Q4167410", // disambiguation page
  "Q4167836", // category
  "Q11266439", // template
  "Q13406463", // list article
  "Q13442814", // scholarly article
  "Q11424", // film
  "Q5398426", // television series
  "Q482994", // album
  "Q7725634", // literary work
  "Q3305213", // painting
  "Q7187", // gene
  "Q8054", // protein
  "Q523", // star
  "Q318", // galaxy
  "Q101352", // family name
  "Q202444", // given name
  "Q6256", // country
  "Q3624078", // sovereign state
  "Q515", // city
  "Q1549591", // big city
  "Q3957", // town
  "Q532", // village
  "Q486972", // human settlement
  "Q484170", // commune of France
]);
