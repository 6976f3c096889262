/**
 * What a stop may be called without its name: "the museum", "the tower", "lunch". A plan has titles in the languages of
 * their countries, so each kind knows the words of several, and names that everybody knows the kind of.
 */
import { fold } from "./fold.ts";
import type { StopInView } from "./plan-in-view.ts";

interface Kind {
  /** As travellers say it in English, singular; a plural adds s, es or ies. */
  said: string;
  /** In titles, folded. */
  written: string;
  /** Taken for it where nothing else in the plan is one. */
  near?: string;
}

const KINDS: readonly Kind[] = [
  {
    said: "museum|gallery|art museum|exhibition|art gallery|collection",
    written:
      "\\w*muse[uoa]\\w*|musee|muzeum|muzej|muze|galler\\w*|galeri\\w*|galerie|pinacote\\w*|\\w*galerie|kunsthaus|louvre|prado|uffizi|orsay|orangerie|rijks\\w*|moma|hermitage|guggenheim|tate|pompidou|thyssen\\w*|accademia|belvedere|albertina|maat|smithsonian|reina sofia|hakubutsukan|bijutsukan|national gallery",
  },
  {
    said: "castle|fortress|fort|citadel|chateau|alcazar|kremlin",
    written:
      "\\w*castle|castel\\w*|castillo|chateau|\\w*schloss|\\w*burg|kasteel|zamek|hrad|fort|fortress|fortaleza|fortezza|alcaza\\w*|alcacova|kasbah|citadel\\w*|ciudadela|kremlin|forte|kalemegdan|alhambra|\\w+-jo",
    near: "palac\\w*|palazzo|palais|palau|palast|palacio|versailles|topkapi|residenz|hofburg|\\w*gung",
  },
  {
    said: "palace",
    near: "\\w*schloss|chateau|alcaza\\w*|castel\\w*|\\w*castle",
    written: "palac\\w*|palazzo|palais|palau|palast|palacio|\\w*palais|versailles|topkapi|residenz|hofburg|\\w*gung",
  },
  {
    said: "tower|lookout tower|tv tower|belfry|skyscraper|observation deck|campanile",
    written:
      "\\w*tower|torre|tour|\\w*turm|toren|belfry|campanile|kule\\w*|kulesi|vez|skytree|shard|empire state\\w*|skydeck|observatory|observation",
  },
  {
    said: "church|cathedral|basilica|chapel|abbey|minster|duomo",
    written:
      "\\w*church|cathedral|basilica\\w*|basilique|chapel|capel\\w*|cappella|chapelle|igreja|iglesia|chiesa|eglise|\\w*kirche|kerk|\\w*kerk|duomo|dom|se|catedral|cattedrale|cathedrale|notre dame|notre-dame|sagrada familia|abbey|abbaye|minster|pantheon|st\\.? \\w+'s|saint\\w*|santa maria\\w*|san \\w+|sacre\\w*",
  },
  {
    said: "monastery|convent|cloister",
    written: "monaster\\w*|mosteiro|monasterio|convent\\w*|kloster|cloister|couvent|abbey|jeronimos",
  },
  {
    said: "temple|shrine|pagoda",
    written: "temple|templo|tempio|shrine|pagoda|wat|\\w*-ji|\\w+ji|\\w*dera|jinja|jingu|taisha|\\w*-gu|tera|senso-?ji",
  },
  { said: "mosque", written: "mosque|mezquita|cami\\w*|camii|masjid|moschee|hagia sophia" },
  { said: "synagogue", written: "synagog\\w*|sinagoga|shul" },
  {
    said: "market|bazaar|souk|flea market|food market|food hall",
    written:
      "\\w*market|\\w*markt|mercad\\w*|mercat\\w*|marche|markthalle|bazaa?r|carsi\\w*|souk|souq|boqueria|feira|fiera|rastro|pazari|ichiba|halles|hala",
  },
  {
    said: "park|garden|botanical garden|gardens",
    written:
      "\\w*park|parque|parc|parco|garden\\w*|jardi\\w*|giardin\\w*|\\w*garten|tuin|gyoen|koen|\\w*-en|villa borghese|retiro|botanic\\w*|prater|tuileries|gulbenkian garden",
  },
  {
    said: "square|piazza|plaza",
    written: "square|praca|plaza|piazza|place|\\w*platz|plein|largo|rossio|namesti|rynek|campo|meydani?",
  },
  { said: "bridge", written: "\\w*bridge|ponte|pont|puente|\\w*brucke|\\w*most|brug|bashi" },
  {
    said: "viewpoint|lookout|view point|sunset spot|panorama",
    written:
      "miradour\\w*|mirador|belvedere|viewpoint|lookout|panoram\\w*|aussicht\\w*|gianicolo|piazzale michelangelo|view",
  },
  { said: "beach", written: "beach|praia|playa|plage|spiaggia|strand" },
  { said: "zoo", written: "zoo\\w*|tiergarten|bioparco" },
  { said: "aquarium|oceanarium", written: "aquari\\w*|acquario|oceanari\\w*|oceanograf\\w*" },
  {
    said: "theatre|theater|opera|opera house|concert hall|concert|show",
    written:
      "theat\\w*|teatr\\w*|\\w*opera\\w*|opern\\w*|concert\\w*|philharmon\\w*|liceu|palau de la musica|kabuki\\w*|scala",
  },
  { said: "library", written: "\\w*librar\\w*|bibliote\\w*|bibliothe\\w*|livraria" },
  { said: "bookshop|book shop|bookstore", written: "livraria|book\\w*|librairie|libreria|shakespeare" },
  { said: "cemetery|graveyard", written: "cemet\\w*|cementer\\w*|cimet\\w*|friedhof|pere lachaise" },
  { said: "fountain", written: "fountain|font\\w*|fuente|brunnen|trevi" },
  {
    said: "statue|monument|memorial",
    written: "statue|monument\\w*|memorial\\w*|denkmal|padrao|estatua|obelis\\w*|column\\w*|arch|arc|arco",
  },
  {
    said: "arena|amphitheatre|amphitheater|stadium",
    written: "arena|amphi\\w*|anfiteatro|coloss\\w*|colis\\w*|stadium|stadio|estadio|camp nou|bernabeu",
  },
  {
    said: "ruins|forum|excavations",
    written: "ruin\\w*|rovine|forum|foro|fori|terme|baths|scavi|acropol\\w*|agora|carmo|archaeolog\\w*",
  },
  {
    said: "lift|elevator|funicular|cable car|tram",
    written: "elevador|ascensor|lift|funicular|teleferico|cable ?car|tram|eletrico|santa justa",
  },
  { said: "island", written: "island|isola|ilha|isla|insel|ile" },
  { said: "hill|mountain", written: "hill|mont\\w*|colle|berg|\\w*berg|monte|gellert|petrin|tibidabo" },
  { said: "lake", written: "lake|lago|lac|\\w*see" },
  {
    said: "harbour|harbor|port|waterfront|riverside|pier|marina",
    written: "harbou?r|porto|port|puerto|waterfront|ribeira|pier|marina|hafen|quay|cais|docks?",
  },
  { said: "cafe|coffee", written: "cafe|caffe|coffee|pastel\\w*|pasteis|kaffeehaus|konditorei" },
  { said: "bakery", written: "baker\\w*|pastel\\w*|padaria|boulangerie|panaderia|backerei" },
  {
    said: "spa|baths|bath|thermal baths|hammam|onsen",
    written: "spa|bath\\w*|terme|therme\\w*|hammam|hamam\\w*|onsen|furdo|szechenyi|termal\\w*",
  },
  {
    said: "neighbourhood|neighborhood|quarter|district|old town|ghetto",
    written:
      "old town|quarter|district|bairro|barri\\w*|alfama|trastevere|gothic|altstadt|vieux\\w*|stare mesto|ghetto|marais|montmartre|chinatown|kreuzberg",
  },
  {
    said: "shop|shops|store|mall|shopping|shopping street|shopping centre",
    written: "shop\\w*|store|mall|centro commerciale|shopping|galeries|department|rua augusta|harrods|kadewe",
  },
  { said: "boat trip|boat ride|cruise|boat", written: "boat|cruise|bateau\\w*|canal\\w*|ferry|gondola" },
  {
    said: "wine bar|winery|wine tasting|cellar|cellars",
    written: "wine|vin\\w*|winery|cellar\\w*|caves|bodega\\w*|cantina|port wine",
  },
  { said: "crypt|catacombs|catacomb", written: "catacomb\\w*|crypt\\w*|katakomb\\w*" },
  {
    said: "town hall|city hall|parliament",
    written: "town hall|city hall|rathaus|parliament\\w*|parlament\\w*|reichstag|ayuntamiento|hotel de ville",
  },
  { said: "theme park|amusement park|funfair", written: "disney\\w*|tivoli|prater|theme park|amusement|efteling|fair" },
  {
    said: "planetarium|science centre|science museum",
    written: "planetari\\w*|science\\w*|cienc\\w*|technik\\w*|technology",
  },
];

const byStart =
  (from: string, to: string) =>
  ({ kind, start }: StopInView): boolean =>
    kind === "meal" && start >= from && start < to;

interface Said {
  pattern: RegExp;
  isNear?(stop: StopInView): boolean;
  isMeant(stop: StopInView): boolean;
}

const isMeal = ({ kind }: StopInView): boolean => kind === "meal";

const SERVICES: readonly Said[] = [
  {
    pattern: /^(?:breakfasts?|brunch(?:es)?)$/,
    isMeant: (stop) => byStart("05:00", "11:00")(stop) || /^(?:breakfast|brunch)/i.test(stop.title),
  },
  { pattern: /^lunch(?:es)?$/, isMeant: (stop) => byStart("11:00", "16:00")(stop) },
  { pattern: /^(?:dinners?|suppers?)$/, isMeant: (stop) => byStart("17:00", "24:00")(stop) },
  { pattern: /^(?:meals?|restaurants?|food|eating|diners?|bistros?|tavernas?)$/, isMeant: isMeal },
  { pattern: /^(?:flights?|planes?)$/, isMeant: ({ kind }) => kind === "flight" },
  { pattern: /^(?:trains?|transfers?|coach|bus(?:es)?)$/, isMeant: ({ kind }) => kind === "transport" },
  { pattern: /^check-?in$/, isMeant: ({ kind }) => kind === "check_in" },
  { pattern: /^check-?out$/, isMeant: ({ kind }) => kind === "check_out" },
  { pattern: /^(?:rests?|breaks?|siestas?)$/, isMeant: ({ kind }) => kind === "rest" },
];

const plural = (said: string): string =>
  said
    .split("|")
    .map((word) =>
      word.endsWith("y") ? `${word.slice(0, -1)}(?:y|ies)` : /(?:s|ch|sh)$/.test(word) ? `${word}(?:es)?` : `${word}s?`,
    )
    .join("|");

const titled = (written: string): ((stop: StopInView) => boolean) => {
  const inTitle = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})(?![\\p{L}\\p{N}])`, "u");
  return ({ kind, title }) => kind === "attraction" && inTitle.test(fold(title));
};

const VISITS: readonly Said[] = KINDS.map(({ said, written, near }) => ({
  pattern: new RegExp(`^(?:${plural(said)})$`),
  isMeant: titled(written),
  ...(near !== undefined && { isNear: titled(near) }),
}));

const ALL: readonly Said[] = [...SERVICES, ...VISITS];

export interface KindSaid {
  isMeant(stop: StopInView): boolean;
  isNear?(stop: StopInView): boolean;
}

/** What a word calls a stop; nothing for a word that names no kind. A meal is told by its hour. */
export function kindsCalled(word: string): KindSaid[] {
  return ALL.filter(({ pattern }) => pattern.test(word));
}

/** Two or three words that are one kind: "boat trip", "town hall". */
export const KIND_OF_WORDS = new RegExp(
  `(?<![\\w])(?:${KINDS.flatMap(({ said }) => said.split("|").filter((word) => word.includes(" "))).join("|")})(?![\\w])`,
  "g",
);
