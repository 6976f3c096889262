/** What the traveller likes, as categories of the catalogue: a table of synonyms, specific before general. */
import type { Category } from "../categories.ts";
import { phrase, type Reading } from "./reading.ts";

export interface InterestsFound {
  /** In the order they were said. */
  interests: Category[];
  /** Named in order to be left out. */
  unwanted: string[];
}

const SYNONYMS: readonly (readonly [pattern: string, ...categories: Category[]])[] = [
  ["(?:theme|amusement) parks?(?: and roller ?coasters?)?|roller ?coasters?", "theme_parks"],
  [
    "(?:(?:frida )?kahlo|diego rivera|picasso|dal[ií]|mir[oó]|matisse|warhol|kandinsky|magritte|basquiat|rothko|pop art|surrealis(?:m|ts?)|cubis(?:m|ts?)|expressionis(?:m|ts?))(?! (?:museums?|house|foundation|gallery))",
    "modern_art",
  ],
  [
    "(?:caravaggio|rembrandt|vermeer|michelangelo|botticelli|(?:leonardo )?da vinci|titian|tintoretto|vel[aá]zquez|goya|el greco|bruegel|van gogh|monet|klimt|dutch masters)(?! (?:museums?|house|foundation|gallery|airport|bridge))",
    "art_museums",
  ],
  [
    "(?:egyptian )?mumm(?:y|ies)|ancient egypt|egyptian (?:art|temples?|things)|vikings?(?: history| ships?| stuff)?|aztecs?|mayans?|incas?|gladiators?|roman mosaics|mosaics",
    "archaeology",
  ],
  [
    "(?:spooky|haunted|creepy|scary|eerie)(?: (?:things|stuff|places|spots|houses|stories))?|ghost (?:stories|tours?|walks?)|ghosts|catacombs|crypts|dungeons",
    "historical_sites",
  ],
  [
    "communis(?:m|t)(?: history| era| relics| past)?|soviet (?:history|era|relics|past)|civil rights(?: history)?|apartheid history|black history|dark (?:tourism|history)",
    "memorials",
  ],
  [
    "(?:old|steam|vintage|historic) (?:trains?|trams?|locomotives)|(?:submarines?|warships?|(?:tall|old) ships)(?: and ships)?|(?:vintage|classic|old|sports|racing) cars|(?:natural history|aviation|transport|train|railway|car|toy|spy|ship|naval|folk|chocolate|wax|quirky|small) museums?|(?:rainy|wet)[- ]day (?:activities|things|ideas|places|plans?)|(?:(?:things|places|something|stuff|activities) )?(?:to do )?(?:for )?when it rains|indoor (?:activities|things|places|stuff|attractions)",
    "museums",
  ],
  ["manga|anime|comics|cosplay|vinyl(?: records)?|record (?:shops?|stores?)", "shopping"],
  [
    "video ?games?(?: arcades?)?|(?:game|gaming|pinball) arcades?|pinball|escape rooms?|bowling|improv(?: comedy)?|stand-?up(?: comedy)?|comedy (?:clubs?|shows?)|cabarets?",
    "entertainment",
  ],
  ["skate ?parks?|skateboarding|bike rides?|cycle paths?|horse rac(?:es|ing)|olympic (?:venues|sites)", "sports"],
  ["volcano(?:es)?|caves?|canyons?|gorges?|national parks?|nature reserves?|wild places", "nature_outdoors"],
  [
    "lighthouses?|fishing villages?|docks|kayak(?:ing)?|canoe(?:ing)?|sailing|boating|paddle ?board(?:ing)?",
    "waterfront",
  ],
  ["casinos?|gambling|karaoke|magic shows?|puppet shows?", "entertainment"],
  ["star ?gazing|northern lights|aurora|glaciers?|geysers?", "nature_outdoors"],
  ["(?:gay|lgbtq?\\+?|queer) (?:bars?|clubs?|nightlife|scene)", "bars", "nightlife"],
  ["(?:diving|scuba(?: diving)?|water ?sports|kite ?surf(?:ing)?|windsurf(?:ing)?|coves?)", "beaches"],
  ["churros|doughnuts|donuts|waffles|bagels|baklava|beignets|cannoli|macarons?|sweet treats", "bakeries"],
  [
    "pierogi|kimchi|falafel|hummus|burgers|noodles|gyros|souvlaki|goulash|haggis|schnitzel|currywurst|burritos?|lobster|fish and chips|korean barbecue|dumplings and noodles|hot ?pot",
    "restaurants",
  ],
  ["(?:whisk(?:y|ey) )?distiller(?:y|ies)|beer halls?|beer gardens?|taprooms?|aperitivo", "bars"],
  ["ruin (?:bars?|pubs?)", "bars"],
  ["city walls|ramparts|knights", "palaces_castles"],
  [
    "(?:brutalis|functionalis)(?:m|t)(?: architecture| buildings?)?|jugendstil|(?:old |famous |beautiful )*bridges",
    "architecture",
  ],
  [
    "photogenic (?:spots|places|corners)|(?:photo|instagram|insta)-?worthy(?: (?:spots|places))?|(?:sunset|sunrise) (?:spots?|views?|points?|viewpoints?|places)",
    "viewpoints",
  ],
  ["street[- ]art|graffiti|murals?|urban art", "street_art"],
  ["(?:modern|contemporary|abstract) art(?: museums?| galler(?:y|ies))?", "modern_art"],
  [
    "(?:art|fine arts?|painting) (?:museums?|collections?)|old masters|renaissance(?: art| paintings?)?|paintings?|impressionis(?:m|ts?)|baroque art",
    "art_museums",
  ],
  ["(?:art )?galler(?:y|ies)", "galleries"],
  [
    "art nouveau|art deco|bauhaus|modernis(?:me?|t)|architectur(?:e|al)(?: gems?)?|(?:beautiful |old |modern |historic )?buildings?|gaud[ií]|skyscrapers?|azulejos?|tiles",
    "architecture",
  ],
  [
    "performing arts|opera|theat(?:re|er)s?|ballet|musicals?|broadway|west end shows?|shows|(?<=an? )show|fado shows?|flamenco|circus|concert halls?|classical (?:music|concerts?)|concerts? of classical music|dance performances?|kabuki|tango(?: shows?)?",
    "performing_arts",
  ],
  [
    "live music|(?:rock |jazz |music )?(?:concerts?|gigs)|jazz(?: clubs?| bars?)?|fado|blues|music(?: venues?| scene)?|k-?pop|j-?pop|buskers",
    "live_music",
  ],
  ["street food(?: stalls)?|hawker(?: cent(?:re|er)s?| food| stalls)?|food (?:stalls?|trucks?|carts?)", "street_food"],
  [
    "(?:(?:night|food|flea|farmers'?|local|street|christmas|antique|covered|fish|flower|weekend|craft) )?markets?|souks?|bazaars?|market halls?",
    "markets",
  ],
  [
    "wine(?:s|ry|ries)?(?:[- ](?:bars?|tastings?|tours?|cellars?))?|vineyards?|port (?:wine|tastings?|cellars?|lodges)|wine country",
    "wine",
  ],
  [
    "coffee(?: shops?| houses?| culture| bars?)?|caf[eé]s?|tea(?: ?houses?| rooms?| ceremon(?:y|ies))?|(?:special(?:i)?ty |specialist |third wave )coffee(?: shops?| places)?|brunch",
    "cafes",
  ],
  [
    "baker(?:y|ies)|pastr(?:y|ies)|cakes?|desserts?|pastel(?:s|éis)? de nata|croissants?|patisseries?|sweets|chocolate|ice cream|gelato",
    "bakeries",
  ],
  [
    "(?:rooftop |cocktail |craft beer |sake |beer |tapas )?bars|pubs?(?: crawls?)?|cocktails?|(?:craft )?beers?|brewer(?:y|ies)|rooftops? bars?|speakeas(?:y|ies)|whisk(?:y|ey)|mezcal|tequila|gin|sake",
    "bars",
  ],
  [
    "night[- ]?life|clubbing|(?:night)?clubs?|party(?:ing)?|parties|going out|dancing|raves?|techno|night out",
    "nightlife",
  ],
  [
    "(?:good |nice |great |fine |michelin(?:[- ]star(?:red)?)? |gourmet |local |typical |traditional |romantic |italian |japanese |french |thai |indian )*(?:restaurants?|dining|trattorias?|bistros?|eateries)|eating out|dinners?|michelin|sushi|ramen|seafood|tapas|pizzas?|pasta|steaks?|paella|tacos?|kebabs?|ceviche|empanadas?|oysters?|cheese|curry|dim sum|dumplings|barbecue|asado|tagines?",
    "restaurants",
  ],
  [
    "(?:good |great |local |traditional |typical |regional |authentic |italian |japanese |french |thai |indian |chinese |mexican |spanish |portuguese |moroccan |asian |vegan |vegetarian |street |amazing |delicious |tasty )*(?:food(?:ie|ies|s)?|cuisine|eats?|eating|gastronom(?:y|ic)|culinary(?: (?:scene|experiences?|delights?))?|dishes|cooking|tastings?)(?: (?:and|&) drinks?| scene| culture| tours?| lovers?)?|drinks?",
    "food_drink",
  ],
  [
    "(?:archaeolog(?:y|ical)|archeolog(?:y|ical))(?: sites?)?|(?:ancient |roman |greek |maya |aztec )*ruins?|ancient (?:rome|greece|sites?|history)|antiquity|roman (?:sites?|remains|forum|history)|pyramids?|excavations?",
    "archaeology",
  ],
  ["(?:royal )?palaces?|castles?|fortress(?:es)?|forts?|ch[aâ]teaux?|citadels?|palazz[oi]|manors?", "palaces_castles"],
  [
    "(?:(?:gothic|baroque|romanesque|byzantine|beautiful) )*(?:churches|church|cathedrals?|basilicas?|abbeys?|monaster(?:y|ies)|convents?|chapels?|cloisters?)",
    "churches",
  ],
  [
    "mosques?|synagogues?|jewish (?:heritage|history|quarter|sites?)|islamic (?:art|architecture|heritage)",
    "mosques_synagogues",
  ],
  [
    "memorials?|war (?:history|graves?|sites?|memorials?)|ww ?(?:2|ii|1|i)|world war(?: two| one| ii| i| 2| 1)?(?: history| sites?)?|cold war|cemeter(?:y|ies)|holocaust",
    "memorials",
  ],
  ["(?:science|technology|space) (?:museums?|cent(?:re|er)s?)", "science"],
  [
    "(?:natural |nature )?(?:(?:history|historical|war|design|fashion|maritime|interesting|great|good|small|big|famous|main) )?museums?|exhibitions?|exhibits",
    "museums",
  ],
  ["science(?: cent(?:re|er)s?)?|planetariums?|technology|space|robots?|dinosaurs?", "science"],
  [
    "(?:historical|historic|ancient|medieval|old|famous|main|top|big|classic|major|must-see|iconic) (?:sites?|sights?|landmarks?|monuments?|places|attractions?|town|towns|cent(?:re|er)|quarter|streets?|highlights?)|landmarks?|monuments?|heritage(?: sites?)?|unesco(?: sites?)?|medieval",
    "historical_sites",
  ],
  [
    "history(?: buffs?| lovers?| nerds?)?|historical?|cultur(?:e|al)(?: (?:sites?|sights?|stuff|things|experiences?|heritage|activities|places|attractions?))?|traditions?",
    "culture_history",
  ],
  ["art(?: scene| lovers?| history| nerds?)?|arts|arty|artsy|sculptures?|design", "art"],
  [
    "(?:botanical |japanese |botanic |zen |rose |beautiful |secret )*gardens?|cherry blossoms?|sakura|flowers?|autumn (?:leaves|colou?rs)|fall (?:foliage|colou?rs)|foliage|leaf[- ]peeping|bamboo",
    "gardens",
  ],
  ["temples?(?: and shrines?)?|shrines?|pagodas?|wats|buddhis[mt]|buddhas?|zen", "temples_shrines"],
  ["parks?|green(?:ery| spaces?)|picnics?|playgrounds?", "parks"],
  [
    "view ?points?|(?:great |nice |best |scenic |panoramic |city |rooftop |amazing |beautiful |good |sea |stunning )*views?(?: over the city)?|lookouts?|panoramas?|sunsets?|sunrises?|skylines?|observation decks?|miradou?ros?|rooftops?|photo (?:spots|ops)|photography(?! (?:museum|exhibition|galler))|taking (?:photos|pictures)|instagram(?:mable)?(?: spots| places)?|scenery|scenic(?: spots| places)?|vistas?",
    "viewpoints",
  ],
  [
    "(?:sunny |nice |sandy |the )*beach(?:es)?|swimming|sunbathing|surf(?:ing)?|snorkel(?:l)?ing|seaside|sand|sun and sea|sea and sun",
    "beaches",
  ],
  ["hik(?:e|es|ing)|trek(?:s|king)?|trails?|mountains?|walks in (?:the )?nature|climbing|nature walks?", "hiking"],
  [
    "waterfronts?|harbou?rs?(?: cruises?)?|(?:river|canal|boat)(?:s|side)?(?:[- ](?:cruises?|trips?|rides?|tours?|walks?))?|promenades?|(?:walk(?:ing|s)?|stroll(?:ing|s)?) (?:along|by|near) (?:the )?(?:river|sea|water|canals?|coast|harbou?r|seafront|beach)|by the (?:sea|water|river)|seafront|ports",
    "waterfront",
  ],
  [
    "wildlife|animals?|zoos?|aquariums?|birds?(?:[- ]?watching)?|safaris?|penguins?|(?:whale|dolphin|bird|wildlife)[- ](?:watching|spotting)|whales?|dolphins?",
    "wildlife",
  ],
  [
    "nature|outdoors?|outdoor (?:activities|stuff|things)|fresh air|landscapes?|forests?|lakes?|waterfalls?",
    "nature_outdoors",
  ],
  ["rides|disney(?:land|sea| world)?|water ?parks?", "theme_parks"],
  [
    "sports?|football(?: match(?:es)?| games?)?|soccer|stadiums?|baseball|basketball|tennis|cycling|golf|running|sumo",
    "sports",
  ],
  ["antiques?(?: shops?| stores?| dealers?)?", "shopping"],
  ["(?:local |traditional |handmade )?(?:handi)?crafts?|ceramics|pottery|souvenirs?|workshops?|artisans?", "crafts"],
  ["book ?shops?|book ?stores?|books|literature|literary(?: (?:sites?|places))?", "bookshops"],
  ["(?:shopping )?malls?|department stores?|outlets?", "malls"],
  [
    "shopping(?: streets?| districts?)?|shops?|boutiques?|fashion|vintage(?: (?:shops|shopping|stores|clothes))?|designer stores|thrift",
    "shopping",
  ],
  [
    "(?:kid|child|family)s?[- ]?friendly(?: (?:things|activities|places|stuff|sights))?|(?:things|activities|stuff|fun|places|something) for (?:the )?(?:kids|children|little ones)|fun for (?:kids|children|the kids|the children)|children's (?:museums?|activities)",
    "kids",
  ],
  [
    "(?:old |hip |cool |trendy |historic |charming |pretty |different |cute |colou?rful )*neighbou?rhoods?|districts?|local life|(?:wandering|strolling|stroll|walking|wander)(?: around| about)?(?: the)?(?: (?:old )?(?:streets?|alleys?|lanes?|town|city|cent(?:re|er)))*|old town|alleys?|walking tours?|lanes",
    "neighborhoods",
  ],
  ["squares?|piazzas?|plazas?", "squares"],
  ["spas?|hammams?|onsens?|wellness|thermal baths?|hot springs?|baths|massages?|saunas?|yoga", "spas"],
  ["entertainment|amusements?|comedy", "entertainment"],
];

const RULES = SYNONYMS.map(([pattern, ...categories]) => ({ pattern: phrase(pattern), categories }));
/** Whether the words are nothing but interests: "Temples And Gardens" is no city. */
export function isInterest(text: string): boolean {
  const rest = RULES.reduce((left, { pattern }) => left.replace(pattern, ""), text);
  return rest !== text && /^(?:\s|,|&|\band\b|\bor\b)*$/i.test(rest);
}

/** Ends the words before an interest that is to be left out. */
const NEGATION =
  /(?:^|[^\p{L}])(?:no|not|without|avoid(?:ing)?|skip(?:ping)?|hates?|(?:don't|do not|doesn't|never)(?: really)? (?:like|want(?: to (?:see|visit))?|care (?:for|about)|enjoy|need)|(?:we|i|he|she|they) (?:don't|do not|doesn't|never)|not (?:so |too |that |really |very |particularly )?(?:interested in|into|keen on|a fan of|big on|fond of)|(?:aren't|isn't) (?:interested in|into)|except(?: for)?|less|fewer|instead of|bored (?:of|by|with)|seen enough|tired of|fed up with|sick of|(?:had|have|seen) (?:more than )?enough(?: of)?|(?:don't|not) (?:need|want) any more|can do without|nothing with|zero interest in|no interest in|uninterested in|couldn't care less about|overdosed on|not much of an?)(?: (?:any|too many|many|more|the|big|boring|so many|another|much|to))* $/iu;
/** "No museums or churches": what was said of the first goes for the second. */
const AND_ALSO = /^(?: ?, ?(?:no )?| or | and no | nor |\/)$/i;

/**
 * What is said of children who come along: by then the words for them are claimed as heads, so the whole text is
 * asked. A teenager's interests are not a toddler's.
 */
const FOR_THE_YOUNG: readonly (readonly [said: RegExp, ...categories: Category[]])[] = [
  [
    phrase(
      "teen(?:ager)?s? (?:(?:won't|will not|wouldn't|don't|might not) (?:hate|mind|find boring|be bored)|will (?:love|like|enjoy)|would (?:love|like|enjoy))|(?:something|somewhere|things|stuff|activities|places|fun) (?:(?:fun |cool )?for|with) (?:(?:my|our|the|bored|grumpy|two|three) )*teen(?:ager)?s?|teen(?:ager)?-friendly|bored teen(?:ager)?s?",
    ),
    "theme_parks",
    "science",
    "street_art",
  ],
  [
    phrase(
      "(?:something|somewhere|things|stuff|activities|places|fun)(?: to do)? (?:(?:fun )?for|with) (?:(?:my|our|the|little|small|young|two|three) )*(?:kids|children|toddlers?|little ones|grandchildren)",
    ),
    "kids",
  ],
];

/** Said of people, who are heads by then as well: "two foodies". */
const FOR_PEOPLE: typeof FOR_THE_YOUNG = [
  [phrase("(?:two|three|four|five|\\d|of|couple of|group of|big) foodies"), "food_drink"],
];

const likedOf = (pattern: RegExp, text: string, categories: readonly Category[]): Liked[] =>
  [...text.matchAll(pattern)].map((match) => ({ index: match.index, end: match.index + match[0].length, categories }));

interface Liked {
  index: number;
  end: number;
  categories: readonly Category[];
}

/** Sorts out what was named in order to be left out; the rest is liked. */
function withoutUnwanted(found: readonly Liked[], text: string): { liked: Liked[]; unwanted: string[] } {
  const liked: Liked[] = [];
  const unwanted: { start: number; end: number }[] = [];
  for (const interest of found) {
    const last = unwanted.at(-1);
    if (last && AND_ALSO.test(text.slice(last.end, interest.index))) last.end = interest.end;
    else {
      const negation = NEGATION.exec(text.slice(0, interest.index));
      if (negation) unwanted.push({ start: negation.index, end: interest.end });
      else liked.push(interest);
    }
  }
  return { liked, unwanted: unwanted.map(({ start, end }) => text.slice(start, end).replace(/^[^\p{L}]+/u, "")) };
}

export function takeInterests(reading: Reading): InterestsFound {
  const young = [...FOR_THE_YOUNG, ...FOR_PEOPLE].flatMap(([said, ...categories]) =>
    likedOf(said, reading.text, categories),
  );
  const named = RULES.flatMap(({ pattern, categories }) =>
    reading.takeAll(pattern).map((match) => ({ index: match.index, end: match.index + match[0].length, categories })),
  );
  const found = [...young, ...named].sort((a, b) => a.index - b.index);
  const { liked, unwanted } = withoutUnwanted(found, reading.text);
  return { interests: [...new Set(liked.flatMap(({ categories }) => categories))], unwanted };
}
