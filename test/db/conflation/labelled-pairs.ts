/**
 * Pairs of records as sources write them, and whether they are one place: what matching is measured by. Names are
 * real, coordinates are not: the second record lies so many metres north of the first.
 */
import type { PlaceRecord } from "../../../db/importers/source-record.ts";
import type { PlaceType } from "../../../trip/place.ts";

export interface LabelledPair {
  readonly isSame: boolean;
  readonly a: Side;
  readonly b: Side;
  readonly meters: number;
}
export interface Side {
  readonly source: string;
  readonly record: Omit<PlaceRecord, "externalId" | "location" | "sourceDate" | "kind">;
}

type More = Partial<PlaceRecord> & { source?: string };

const GUIDE = "wikivoyage";
const MAP = "openstreetmap";

const side = (source: string, name: string, type: PlaceType | undefined, more: More): Side => {
  const { source: own = source, ids = {}, ...rest } = more;
  return { source: own, record: { name, ids, ...(type && { type }), ...rest } };
};
type End = readonly [name: string, type?: PlaceType | undefined, more?: More];
const pair = (
  isSame: boolean,
  meters: number,
  [a, typeA, moreA = {}]: End,
  [b, typeB, moreB = {}]: End,
): LabelledPair => ({
  isSame,
  meters,
  a: side(GUIDE, a, typeA, moreA),
  b: side(MAP, b, typeB, moreB),
});
const same = (meters: number, a: End, b: End): LabelledPair => pair(true, meters, a, b);
const apart = (meters: number, a: End, b: End): LabelledPair => pair(false, meters, a, b);
const id = (wikidata: string): More => ({ ids: { wikidata } });
const inMap: More = { source: MAP };

export const LABELLED_PAIRS: readonly LabelledPair[] = [
  // One name, written alike or nearly so.
  same(20, ["Jerónimos Monastery", "church"], ["Mosteiro dos Jerónimos", "church"]),
  same(40, ["Belém Tower", "landmark"], ["Torre de Belém", "landmark"]),
  same(15, ["A Brasileira", "cafe"], ["Café A Brasileira", "cafe"]),
  same(8, ["Cervejaria Ramiro", "restaurant"], ["Ramiro", "restaurant"]),
  same(12, ["Pastéis de Belém", "bakery"], ["Pasteis de Belem", "cafe"]),
  same(70, ["Sagrada Família", "church"], ["Basílica de la Sagrada Família", "church"]),
  same(60, ["Basilica of Santa Maria del Mar", "church"], ["Santa Maria del Mar", "church"]),
  same(25, ["Casa Batlló", "landmark"], ["Casa Batlló", "museum"]),
  same(30, ["Livraria Lello", "shop"], ["Livraria Lello & Irmão", "shop"]),
  same(110, ["Museu Nacional d'Art de Catalunya", "museum"], ["Museu Nacional d’Art de Catalunya (MNAC)", "museum"]),
  same(400, ["Parc de la Ciutadella", "park"], ["Ciutadella Park", "park"]),
  same(350, ["Tiergarten", "park"], ["Großer Tiergarten", "park"]),
  same(20, ["Brandenburg Gate", "landmark"], ["Brandenburger Tor", "monument"]),
  same(35, ["Checkpoint Charlie", "landmark"], ["Checkpoint Charlie", "monument"]),
  same(10, ["Curry 36", "restaurant"], ["Curry 36", "street_food"]),
  same(30, ["Musée d'Orsay", "museum"], ["Orsay Museum", "museum"]),
  same(90, ["The Louvre", "museum"], ["Musée du Louvre", "museum"]),
  same(60, ["Notre-Dame Cathedral", "cathedral"], ["Cathédrale Notre-Dame de Paris", "cathedral"]),
  same(90, ["Luxembourg Gardens", "garden"], ["Jardin du Luxembourg", "park"]),
  same(
    30,
    ["St. Stephen's Cathedral", "cathedral"],
    ["Stephansdom", "cathedral", { otherNames: ["Domkirche St. Stephan"] }],
  ),
  same(55, ["St. Peter's Basilica", "church"], ["Basilica di San Pietro", "church"]),
  same(40, ["Saint Mark's Basilica", "church"], ["Basilica di San Marco", "cathedral"]),
  same(80, ["St Mark's Square", "square"], ["Piazza San Marco", "square"]),
  same(45, ["Doge's Palace", "palace"], ["Palazzo Ducale", "museum", { otherNames: ["Doge's Palace"] }]),
  same(25, ["Rialto Bridge", "bridge"], ["Ponte di Rialto", "bridge"]),
  same(60, ["Charles Bridge", "bridge"], ["Karlův most", "bridge", { otherNames: ["Charles Bridge"] }]),
  same(20, ["Trevi Fountain", "monument"], ["Fontana di Trevi", "landmark"]),
  same(120, ["Roman Forum", "ruins"], ["Foro Romano", "ruins", { otherNames: ["Roman Forum", "Forum Romanum"] }]),
  same(100, ["Prado Museum", "museum"], ["Museo Nacional del Prado", "museum"]),
  same(120, ["Royal Palace of Madrid", "palace"], ["Palacio Real de Madrid", "palace"]),
  same(30, ["Mercado de San Miguel", "market"], ["San Miguel Market", "food_hall"]),
  same(22, ["Chocolatería San Ginés", "cafe"], ["San Ginés", "cafe"]),
  same(90, ["Plaza Mayor", "square"], ["Plaza Mayor", "square"]),
  same(90, ["Museum of Modern Art", "museum"], ["The Museum of Modern Art (MoMA)", "museum"]),
  same(30, ["Museum of Modern Art", "museum"], ["Museo de Arte Moderno", "museum"]),
  same(40, ["National Museum of Ancient Art", "museum"], ["Museu Nacional de Arte Antiga", "museum"]),
  same(30, ["National Tile Museum", "museum"], ["Museu Nacional do Azulejo", "museum"]),
  same(60, ["National Coach Museum", "museum"], ["Museu Nacional dos Coches", "museum"]),
  same(40, ["Monument to the Discoveries", "monument"], ["Padrão dos Descobrimentos", "monument"]),
  same(150, ["São Jorge Castle", "castle"], ["Castelo de São Jorge", "castle"]),
  same(120, ["St. George's Castle", "castle"], ["Castelo de São Jorge", "castle"]),
  same(20, ["Santa Justa Lift", "landmark"], ["Elevador de Santa Justa", "tram_or_boat"]),
  same(60, ["Time Out Market", "food_hall"], ["Time Out Market Lisboa", "food_hall"]),
  same(15, ["Manteigaria", "bakery"], ["Manteigaria – Fábrica de Pastéis de Nata", "cafe"]),
  same(180, ["Praça do Comércio", "square"], ["Praça do Comércio", "landmark"]),
  same(35, ["Miradouro da Senhora do Monte", "viewpoint"], ["Miradouro da Nossa Senhora do Monte", "viewpoint"]),
  same(25, ["Kaffeehaus Central", "cafe"], ["Café Central", "cafe"]),
  same(70, ["Rijksmuseum", "museum"], ["Rijks Museum", "museum"]),
  same(30, ["Van Gogh Museum", "museum"], ["Van Goghmuseum", "museum", { otherNames: ["Van Gogh Museum"] }]),
  same(20, ["Westerkerk", "church"], ["Wester Kerk", "church"]),
  same(450, ["Vondelpark", "park"], ["Vondel Park", "park"]),
  same(30, ["Wawel Castle", "castle"], ["Zamek Królewski na Wawelu", "castle", { otherNames: ["Wawel Castle"] }]),
  same(60, ["Wawel Cathedral", "cathedral"], ["Katedra Wawelska", "church", { otherNames: ["Wawel Cathedral"] }]),
  same(50, ["Galata Tower", "observation_deck"], ["Galata Kulesi", "viewpoint"]),
  same(90, ["Topkapi Palace", "palace"], ["Topkapı Sarayı", "museum"]),
  same(110, ["Grand Bazaar", "market"], ["Kapalıçarşı", "market", { otherNames: ["Grand Bazaar"] }]),
  same(
    50,
    ["Blue Mosque", "mosque"],
    ["Sultan Ahmet Camii", "mosque", { otherNames: ["Sultan Ahmed Mosque", "Blue Mosque"] }],
  ),
  // Renamed, and in the words of another time.
  same(20, ["Humboldt Box Café", "cafe"], ["Café Humboldt", "cafe", { otherNames: ["Humboldt Box Café"] }]),
  same(200, ["O2 Arena", "stadium", id("Q4")], ["Uber Arena", "stadium", id("Q4")]),
  same(
    130,
    ["Mercedes-Benz Arena", "stadium"],
    ["Uber Arena", "stadium", { otherNames: ["O2 World", "Mercedes-Benz Arena"] }],
  ),
  same(10, ["Karaköy Lokantası", "restaurant"], ["Karakoy Lokantasi", "restaurant"]),
  // Other scripts.
  same(40, ["Tokyo Tower", "observation_deck"], ["東京タワー", "observation_deck", { otherNames: ["Tokyo Tower"] }]),
  same(30, ["Sensō-ji", "temple", { nameLocal: "浅草寺" }], ["浅草寺", "temple"]),
  same(90, ["Meiji Shrine", "shrine", { nameLocal: "明治神宮" }], ["明治神宮", "shrine"]),
  same(50, ["Tretyakov Gallery", "museum"], ["Третьяковская галерея", "museum", { otherNames: ["Tretyakov Gallery"] }]),
  same(50, ["GUM", "shop", { nameLocal: "ГУМ" }], ["ГУМ", "shop"]),
  same(70, ["Kazan Cathedral", "cathedral", id("Q2")], ["Казанский собор", "cathedral", id("Q2")]),
  same(
    80,
    ["Monastiraki Square", "square"],
    ["Πλατεία Μοναστηρακίου", "square", { otherNames: ["Monastiraki Square"] }],
  ),
  same(60, ["Muzej Nikola Tesla", "museum"], ["Музеј Никола Тесла", "museum"]),
  same(40, ["Benaki Museum", "museum"], ["Μουσείο Μπενάκη", "museum", { otherNames: ["Benaki Museum"] }]),
  same(20, ["Gyeongbokgung", "palace", { nameLocal: "경복궁" }], ["경복궁", "palace"]),
  // Known by their ids, whatever they are called.
  same(100, ["Eye of London", "landmark", id("Q160659")], ["lastminute.com London Eye", "tram_or_boat", id("Q160659")]),
  same(300, ["Acropolis", "ruins", id("Q131013")], ["Ακρόπολη Αθηνών", "ruins", id("Q131013")]),
  same(150, ["The Gherkin", "landmark", id("Q207689")], ["30 St Mary Axe", "other", id("Q207689")]),
  same(900, ["English Garden", "park", id("Q151309")], ["Englischer Garten", "park", id("Q151309")]),
  same(
    30,
    ["Centre Pompidou", "museum", { ids: { wikipedia: "en:Centre Pompidou" } }],
    ["Beaubourg", "museum", { ids: { wikipedia: "en:Centre Pompidou" } }],
  ),
  same(50, ["Zwinger", "palace"], ["Dresdner Zwinger", "museum"]),
  same(40, ["Frauenkirche", "church"], ["Dresden Frauenkirche", "church"]),
  // A record of nothing but name and place, as a list of things has them.
  same(
    90,
    ["Tempelhofer Feld", undefined, { source: "wikidata", ids: { wikidata: "Q3" } }],
    ["Tempelhofer Feld", "park"],
  ),
  same(40, ["Berliner Dom", undefined, { source: "wikidata" }], ["Berliner Dom", "cathedral"]),
  same(30, ["Hackesche Höfe", undefined, { source: "wikidata" }], ["Hackesche Höfe", "landmark"]),
  same(20, ["Bar Marsella", undefined, { source: "overture" }], ["Marsella", "bar"]),
  // Telephone numbers.
  same(
    15,
    ["Sukiyabashi Jiro", "restaurant", { phone: "+81 3-3535-3600" }],
    ["すきやばし次郎", "restaurant", { phone: "03-3535-3600" }],
  ),
  same(
    18,
    ["Trattoria da Enzo", "restaurant", { phone: "+39 06 581 2260" }],
    ["Da Enzo al 29", "restaurant", { phone: "06 5812260" }],
  ),
  // Slips of the pen.
  same(20, ["Hofbräuhaus", "bar"], ["Hofbrauhaus am Platzl", "restaurant"]),
  same(15, ["Confeitaria Nacional", "bakery"], ["Confeitaria Naçional", "cafe"]),
  same(40, ["Szechenyi Baths", "spa"], ["Széchenyi Thermal Bath", "spa"]),
  same(60, ["Gellért Hill", "viewpoint"], ["Gellert Hill", "hike"]),
  same(25, ["Schwartz's Deli", "restaurant"], ["Schwartz's", "restaurant"]),
  same(30, ["Katz's Delicatessen", "restaurant"], ["Katz Delicatessen", "restaurant"]),
  same(25, ["Ippudo", "restaurant"], ["Ippudo Ramen", "restaurant"]),
  same(10, ["Café de Flore", "cafe"], ["Le Café de Flore", "restaurant"]),
  // A thing that a map has twice, as a point and as an outline.
  same(25, ["Neue Wache", "monument", inMap], ["Neue Wache", "monument"]),
  same(90, ["Park Güell", "park", inMap], ["Park Güell", "park"]),

  // Chains and branches.
  apart(80, ["Starbucks", "cafe"], ["Starbucks", "cafe"]),
  apart(120, ["The Barn", "cafe"], ["The Barn", "cafe"]),
  apart(30, ["Starbucks", "cafe", inMap], ["Starbucks Reserve", "cafe"]),
  apart(80, ["Café Milano", "cafe", inMap], ["Café Milano", "cafe"]),
  apart(45, ["Pizzeria Napoli", "restaurant", inMap], ["Pizzeria Napoli", "restaurant"]),
  apart(300, ["Manteigaria", "bakery"], ["Manteigaria", "bakery"]),
  apart(20, ["McDonald's", "restaurant"], ["Burger King", "restaurant"]),
  apart(5, ["Bar Central", "bar"], ["Café Zentrum", "cafe"]),
  // Saints have many churches.
  apart(110, ["St. Mary's Church", "church"], ["St. Mary Magdalene's Church", "church"]),
  apart(90, ["Church of St. Mary", "church"], ["Church of St. Peter", "church"]),
  apart(400, ["St. Mary's Church", "church"], ["Marienkirche", "church"]),
  apart(60, ["San Pietro in Vincoli", "church"], ["San Pietro in Montorio", "church"]),
  apart(80, ["Santa Maria Maggiore", "church"], ["Santa Maria della Vittoria", "church"]),
  apart(70, ["St. Nicholas Church", "church"], ["St. Michael's Church", "church"]),
  apart(100, ["Igreja de Santo António", "church"], ["Sé de Lisboa", "cathedral"]),
  apart(60, ["Iglesia de San Juan", "church"], ["Iglesia de San José", "church"]),
  // What stands beside it and is called after it.
  apart(60, ["St. Stephen's Cathedral", "cathedral"], ["Stephansplatz", "square"]),
  apart(30, ["Sagrada Família", "church"], ["Plaça de la Sagrada Família", "square"]),
  apart(50, ["Mirabell Palace", "palace"], ["Mirabell Garden", "garden"]),
  apart(120, ["Schönbrunn Palace", "palace"], ["Schönbrunn Palace Garden", "park"]),
  apart(90, ["Schönbrunn Palace", "palace"], ["Tiergarten Schönbrunn", "zoo"]),
  apart(70, ["Wawel Castle", "castle"], ["Wawel Cathedral", "cathedral"]),
  apart(40, ["Praça da Figueira", "square"], ["Mercado da Figueira", "market"]),
  apart(30, ["Baixa-Chiado", "tram_or_boat"], ["Chiado", "neighborhood"]),
  apart(50, ["Alexanderplatz", "square"], ["Alexanderplatz Station", "tram_or_boat"]),
  apart(40, ["Rossio Square", "square"], ["Rossio Station", "landmark"]),
  apart(20, ["Belém Tower", "landmark"], ["Pastelaria Torre de Belém", "bakery"]),
  apart(100, ["Castelo de São Jorge", "castle"], ["Restaurante São Jorge", "restaurant"]),
  apart(10, ["Café Louvre", "cafe"], ["Louvre", "museum"]),
  apart(15, ["Church of Our Lady", "church"], ["Frauen Café", "cafe"]),
  apart(60, ["Botanical Garden", "garden"], ["Botanical Museum", "museum"]),
  apart(80, ["Museum of Natural History", "museum"], ["Museum of Art History", "museum"]),
  apart(90, ["Museum of Modern Art", "museum"], ["Museum of Contemporary Art", "museum"]),
  apart(100, ["Old National Gallery", "gallery"], ["New National Gallery", "gallery"]),
  apart(110, ["Altes Museum", "museum"], ["Neues Museum", "museum"]),
  apart(120, ["Pergamon Museum", "museum"], ["Bode Museum", "museum"]),
  apart(60, ["Jewish Museum", "museum"], ["German Museum", "museum"]),
  apart(30, ["Spanish Synagogue", "synagogue"], ["Old-New Synagogue", "synagogue"]),
  apart(120, ["Upper Barrakka Gardens", "garden"], ["Lower Barrakka Gardens", "garden"]),
  apart(40, ["Torre dos Clérigos", "observation_deck"], ["Torre Vasco da Gama", "observation_deck"]),
  apart(150, ["Ponte de Dom Luís I", "bridge"], ["Ponte do Infante", "bridge"]),
  apart(100, ["Museum of the Resistance", "museum"], ["German Historical Museum", "museum"]),
  // Numbers tell apart.
  apart(60, ["Pier 39", "landmark"], ["Pier 33", "landmark"]),
  apart(30, ["Bunker 1", "museum"], ["Bunker 2", "museum"]),
  apart(20, ["Studio 54", "theater"], ["Studio 45", "theater"]),
  // Ids that contradict.
  apart(10, ["Old Town Hall", "landmark", id("Q10")], ["Old Town Hall", "landmark", id("Q11")]),
  apart(30, ["National Museum", "museum", id("Q12")], ["National Museum", "museum", id("Q13")]),
  // Neighbours of like type, and things that are far.
  apart(15, ["Trattoria Mario", "restaurant"], ["Trattoria Za Za", "restaurant"]),
  apart(12, ["Osteria Santo Spirito", "restaurant"], ["Gusta Pizza", "restaurant"]),
  apart(25, ["Café Mozart", "cafe"], ["Café Sacher", "cafe"]),
  apart(40, ["Casa Batlló", "landmark"], ["Casa Amatller", "landmark"]),
  apart(900, ["Central Park", "park"], ["Central Park Zoo", "zoo"]),
  apart(2_000, ["Prado Museum", "museum"], ["Museo Nacional del Prado", "museum"]),
  apart(1_200, ["Plaza Mayor", "square"], ["Plaza Mayor", "square"]),
  apart(500, ["Holy Trinity Church", "church"], ["Holy Trinity Church", "church"]),
  apart(130, ["Playground", "park", inMap], ["Spielplatz", "park"]),
  apart(40, ["Viewpoint", "viewpoint", inMap], ["Lookout", "viewpoint"]),
  apart(60, ["Rossio", "square"], ["Praça dos Restauradores", "square"]),
  apart(25, ["Pho Saigon", "restaurant"], ["Saigon Kitchen", "restaurant"]),
  apart(40, ["Da Michele", "restaurant"], ["Da Baffetto", "restaurant"]),
  apart(35, ["El Xampanyet", "bar"], ["Cal Pep", "restaurant"]),
  apart(200, ["Parc de la Ciutadella", "park"], ["Cascada Monumental", "monument"]),
  apart(50, ["浅草寺", "temple"], ["浅草神社", "shrine"]),
  apart(30, ["東京タワー", "observation_deck"], ["増上寺", "temple"]),
  apart(50, ["Isar Beach", "beach"], ["Isar Bridge", "bridge"]),
];
