/** How the traveller wants it: pace, style, diets, access, crowds, and whether beds and flights are asked for. */
import type { AccessibilityNeed, Diet } from "../place.ts";
import type { Pace, TravelStyle } from "../trip.ts";
import { phrase, type Reading } from "./reading.ts";

export interface WishesFound {
  pace: Pace | null;
  style: TravelStyle | null;
  diets: Diet[];
  accessibility: AccessibilityNeed[];
  avoidCrowds: boolean;
  preferOffbeat: boolean;
  wantsFlights: boolean;
  wantsHotels: boolean;
  assumptions: string[];
}

type Rule<Value> = readonly [pattern: RegExp, value: Value];
const rule = <Value>(value: Value, ...patterns: string[]): Rule<Value> => [phrase(patterns.join("|")), value];

const STYLES: readonly Rule<TravelStyle>[] = [
  rule(
    "mid_range",
    "mid[- ]?range|mid-?priced|mid[- ]?budget|(?:medium|moderate|average|normal|reasonable) (?:budget|prices?|price range|style)|(?:3|4|three|four)[- ]?stars?(?: hotels?)?|reasonably priced|comfortable(?: but not fancy)?|not too expensive",
  ),
  rule(
    "budget",
    "(?:on (?:a|my|our) )?(?:(?:very )?(?:tight|small|low|limited|student|shoestring|backpacker'?s?) )?(?<!(?:our|my|the|total|overall|your|a|no) )budget(?:[- ]friendly|[- ]conscious|[- ]minded)?(?! (?:is|of|for|would|should|will|can|could|might|about|around|max|limit|tbd|not|we|i)\\b|'s| ?[:=])|(?:on (?:a|my|our)|a) (?:(?:very |really )?(?:tight|small|low|limited|student|shoestring|backpacker'?s?) )?budget|budget(?:'s| is) (?:very |quite |pretty |rather |really )?(?:tight|small|limited|low)|cheap and cheerful|low budget|skint|not much money|little money|on a shoestring|shoestring|as cheap(?:ly)? as possible|(?:dirt |very |really |super )?cheap(?:ly|er|est|o)?|low[- ]cost|backpack(?:ing|ers?)?|inexpensive(?:ly)?|affordabl[ey]|frugal(?:ly)?|economical(?:ly)?|thrifty|penny-pinching|broke|hostels?|save money|without spending (?:too )?much",
  ),
  rule(
    "luxury",
    "luxur(?:y|ious|iously)|deluxe|(?:5|five)[- ]?stars?(?: hotels?| everything)?|high[- ]end|upscale|splurg(?:e|ing)|posh|first[- ]class|vip|lavish|premium|fine everything|in style|no expense spared|treat ourselves|money(?: is|'s) no object|(?<!(?:i|we|you|don't|not|nothing|too|nowhere) )fancy(?! (?:a|an|some|going|doing|seeing|the|it)\\b)(?: (?:hotels?|restaurants?|places?))?|expensive taste|spoil ourselves|best of the best|top[- ]notch|swanky|glam(?:orous)?",
  ),
];

const PACES: readonly Rule<Pace>[] = [
  rule(
    "moderate",
    "not too (?:slow|relaxed|easy|lazy),?(?: and| but| or)? not too (?:fast|busy|packed|rushed|full)|not too (?:fast|busy|packed|rushed|full),?(?: and| but| or)? not too (?:slow|relaxed|easy|lazy)|neither (?:too )?(?:slow|rushed|fast) (?:n?or) (?:too )?(?:slow|rushed|fast)|(?:a )?(?:good |nice )?mix of (?:busy|active|sightseeing) and (?:relax(?:ed|ing)|chill(?:ing|ed)?|downtime|rest)",
  ),
  rule(
    "relaxed",
    "(?:not|nothing|don't want (?:it|anything|the days)(?: to be)?|isn't|without (?:it )?being)(?: too| so| over)?[- ](?:fast|busy|packed|rushed|hectic|intense|full|much|stressful|tight|crammed)(?: a (?:pace|schedule|programme))?|no (?:need to )?(?:rush(?:ing)?|stress|hurry|running around)|no (?:long|full|packed|busy|early|crazy|exhausting) (?:days?|mornings?|starts?|schedules?)|(?:plenty|lots) of (?:rest|breaks?|downtime|free time)|(?:lots of |some |plenty of )?down ?time|not (?:too |so )?(?:tiring|exhausting|strenuous)|gently|(?:nothing|not|no|isn't|without anything) (?:too |so |very )?(?:strenuous|tiring|exhausting|demanding|taxing|heavy|hard)|lots of (?:breaks|rests?|sitting)|(?:gets?|get) tired (?:easily|quickly|fast)|at (?:my|her|his|their) own pace|at our own pace|without (?:any )?(?:rush(?:ing)?|stress|hurry(?:ing)?)|don't (?:want to |like to )?(?:rush|hurry)|(?:only )?(?:one or two|two or three|a few|2 or 3|1 or 2|2-3|1-2) (?:things|sights|stops|activities) (?:a|per|each) day",
  ),
  rule(
    "fast",
    "(?:not too|nothing too) (?:slow|relaxed)|pack(?:ing)? (?:in )?(?:as much|loads|lots|a lot|everything|it)(?: in)?|(?:squeeze|fit|get|cram|do|see) (?:in )?(?:loads|tons|as much|heaps)(?: in)?|see(?:ing)? (?:as much|as many (?:things|sights|places)|everything|it all|the most|all the (?:main )?(?:sights|highlights))(?: as (?:possible|we can|i can|you can))?|do (?:as much|everything|it all)(?: as (?:possible|we can|i can))?|as much as (?:possible|we can|i can)|jam[- ]packed|action[- ]packed|fully? packed|packed(?! lunch)(?: (?:days?|schedule|itinerary|programme|program|full))*|busy(?: (?:days?|schedule|itinerary|pace|programme))?|full[- ]on|non-?stop|cram(?:med)?(?: in)?|intens(?:e|ive)(?: (?:pace|days?|schedule))?|fast(?!ing| food)(?:[- ]paced)?(?: pace| tempo)?|quick(?: pace|-paced)|go,? go,? go|early starts|up early|on the go|high[- ]energy|ambitious|hectic|(?:full|long) days|whirlwind|back[- ]to[- ]back (?:days?|sights?|sightseeing|activities)|make the most of every (?:minute|day|hour)|hit (?:all )?the highlights|from dawn (?:to|till) dusk|energetic|max(?:imi[sz]e|ed)(?: out)?",
  ),
  rule(
    "moderate",
    "(?:moderate|medium|normal|average|balanced|regular|steady|standard|usual)(?:[- ]paced)?(?: (?:pace|speed|tempo|rhythm|schedule))?|moderately paced|not too (?:fast|slow) (?:and|or|,)? ?not too (?:slow|fast)|a good balance",
  ),
  rule(
    "relaxed",
    "slow(?! food)(?:ly|er)?(?:[- ]paced| travel)?(?: (?:pace|tempo|days?|mornings?))?|(?:very |super |really |a )?relax(?:ed|ing|ation)?(?:[- ]paced)?(?: (?:pace|days?|tempo|trip|holiday|vacation|schedule))?|easy(?:[- ]?going)?(?: (?:pace|days?))?|leisurely(?: pace)?|laid[- ]back|chill(?:ed|ing|ax|out)?(?:[- ]out)?(?: pace)?|gentle(?: pace)?|calm(?: pace)?|snail's pace|late starts?|sleep(?:ing)? in|siestas?|afternoon naps?|(?:max(?:imum)?|only|at most) (?:one|two|1|2) (?:things|sights|activities|stops) (?:a|per) day|(?:one|two|1|2|a couple of) (?:things|sights|activities|stops) (?:a|per|each) day|unstructured|unhurried|tak(?:e|ing) (?:it|things) (?:easy|slow(?:ly)?)|tak(?:e|ing) (?:our|my) time|lazy(?: days?| mornings?)?|unrushed|restful|peaceful|lie-ins?|low[- ]key|light (?:schedule|days)",
  ),
];

const DIETS: readonly Rule<Diet>[] = [
  rule(
    "vegan",
    "(?<!(?:not|non)[- ])vegans?(?: (?:food|meals?|options?|places) only| only)?|plant[- ]based|no animal products",
  ),
  rule(
    "pescatarian",
    "pesc[ae]tarians?|(?:eat|only|just) fish but (?:no|not) meat|fish but no meat|(?:vegetarians?|veggies?|veggie)(?:,)? (?:but|who|that|and)(?: (?:do|does|can|will|also))? eats? (?:fish|seafood)|(?:eats?|eating) fish but (?:no|not) meat|no meat but fish",
  ),
  rule(
    "vegetarian",
    "(?<!(?:not|non)[- ])vegetarians?(?: (?:food|meals?|options?) only| only)?|no meat (?:and |or |nor )?(?:no )?fish|veggie|veggies?|veg(?= (?:food|meals?|restaurants?))|meat[- ]?free|no meat|(?:don't|doesn't|do not|does not|never) eat meat|without meat|meatless",
  ),
  rule("halal", "halal(?: (?:food|meals?|options?|places) only| only)?|muslim[- ]friendly"),
  rule("kosher", "kosher(?: (?:food|meals?|options?|places) only| only)?"),
  rule(
    "gluten_free",
    "gluten[- ]?free|no gluten|without gluten|gluten[- ]intoleran(?:t|ce)|gluten allergy|co?eliacs?|(?:a )?co?eliac disease|wheat[- ]free|(?:allergic to|can't (?:eat|have)|avoid) (?:gluten|wheat)",
  ),
  rule(
    "dairy_free",
    "(?:dairy|lactose|milk)[- ]?free|no (?:dairy|lactose|milk)|(?:lactose|dairy)[- ]intoleran(?:t|ce)|(?:milk|dairy) allergy|(?:allergic to|can't (?:eat|have)|avoid) (?:dairy|milk|lactose)",
  ),
  rule(
    "nut_free",
    "(?:pea)?nut[- ]?free|no (?:pea)?nuts|without nuts|(?:pea)?nut allerg(?:y|ies)|(?:severe |severely )?allergic to (?:pea)?nuts|can't (?:eat|have) (?:pea)?nuts|nut[- ]allergic",
  ),
  rule("keto", "keto(?:genic)?(?: diet)?|low[- ]carb"),
];

const ACCESS: readonly Rule<AccessibilityNeed>[] = [
  rule(
    "wheelchair",
    "(?:(?:is |are |uses? |using |in |with |needs? |has |have |on )*(?:a |an |his |her |my |their )?(?:electric |power |manual )?wheel[- ]?chairs?(?:[- ](?:accessible|accessibility|friendly|user|users|bound|access))?)|mobility scooter",
  ),
  rule(
    "mobility_limited",
    "(?:limited|reduced|poor|restricted|low) mobility|(?:can't|cannot|can not|unable to|not able to|shouldn't|not supposed to|struggles? (?:to|with)|no good at|not (?:good|great) (?:at|with)) (?:do |manage |handle |take )?(?:lots? of|much|a lot of|too much|a great deal of|long(?:er)?) (?:walk(?:s|ing)|stairs|standing|hills)|(?:can|could) (?:only|hardly|barely) walk (?:\\p{L}+ ){0,3}|mobility[- ](?:limited|impaired|restricted|issues?|problems?|challenges|needs)|(?:can't|cannot|can not|unable to|struggles? to|struggling to) (?:\\p{L}+ )?(?:do|manage|climb|use|walk|handle|take) (?:\\p{L}+ )?(?:stairs|steps|hills|slopes)|(?:no|avoid|avoiding|without|few|minimal|as few|hates?) (?:many )?(?:steep )?(?:stairs|steps|hills|climbing|climbs|slopes|uphill)|(?:bad|dodgy|weak|sore|arthritic|injured|broken) (?:knees?|hips?|back|legs?|ankle|foot|feet)|(?:walking (?:stick|frame)|cane|crutches|walker|rollator)|(?:trouble|difficult(?:y|ies)|problems|issues) (?:with )?walking|(?:can't|cannot|doesn't|don't|does not|do not|not able to) walk (?:very |too |that |so )?(?:far|long|much|well)(?: distances)?|(?:little|minimal|not (?:too )?much|less) walking|step[- ]free|hip replacement|knee (?:surgery|problems?)|(?:slow|unsteady) (?:walkers?|on (?:his|her|my|their) feet)|walks? (?:very |quite |really |a bit |rather )?slow(?:ly)?|parkinson'?s|arthritis|sciatica|multiple sclerosis|zimmer frame|can(?:'t|not) stand (?:for )?(?:long|ages)|need(?:s)? (?:a )?(?:lifts?|elevators?|handrails?)|no cobble(?:stones|s)|disab(?:led|ility|ilities)",
  ),
  rule(
    "visual_impairment",
    "(?:is |are )?(?<!colou?r[- ])blind|visual(?:ly)? impair(?:ed|ment)|vision[- ]impaired|low vision|partially sighted|guide dog|sight loss",
  ),
  rule("hearing_impairment", "(?:is |are )?deaf|hard of hearing|hearing[- ](?:impaired|impairment|loss|aids?)"),
  rule(
    "stroller_friendly",
    "(?:(?:with|in|using|pushing|we have|have|bring(?:ing)?) )*(?:a |the |our )?(?:strollers?|prams?|bugg(?:y|ies)|push-?chairs?|double stroller)(?:[- ]friendly|[- ]accessible)?",
  ),
  rule("wheelchair", "(?:fully |must be |needs to be |everything )*(?:accessible|accessibility)(?: needs?| places?)?"),
];

const AVOID_CROWDS = phrase(
  "(?:avoid(?:ing)?|no|hate|without|away from|escape|fewer|less|dislike|don't (?:like|want)|not a fan of|skip) (?:the |any |big |large |all the |mass )*(?:crowds?|crowded (?:places|spots)|queues|queueing|lines|tourist[- ]traps?|tourists|tourist crowds|mass tourism|tourism)|(?:not|isn't|aren't|without being|nothing)(?: too| so| very| overly| super)?[- ](?:touristy|crowded|busy places|busy spots|mainstream)(?: (?:places|spots|things|sights))?|un-?crowded|(?:quiet(?:er)?|tranquil|secluded)(?: (?:places|spots|areas|corners|neighbou?rhoods|parts))?|less(?:er)?[- ](?:touristy|crowded|busy|visited)(?: (?:places|spots))?|few(?:er)? tourists|tourist-free|crowd-free|non-?touristy(?: (?:places|spots|things|sights))?|untouristy",
);
/** Said of crowds, and of what is meant by the beaten path as well. */
const NOT_TOURISTY = phrase(
  "(?:not|isn't|aren't|without being|nothing)[- ]touristy|non-?touristy|untouristy|away from (?:the )?tourists?|(?:no|avoid|without|skip|hate) (?:the |any )?tourist[- ]traps?|(?:where|places?|spots?|things)(?: that)? (?:the )?(?:other )?tourists? (?:don't|do not|never|rarely|won't) (?:know|see|find|go|visit)(?: about)?|off the tourist (?:trail|track|path)",
);
const OFFBEAT = phrase(
  "under the radar|off the tourist (?:trail|track|path)|(?:places?|spots?|things)(?: that)? (?:the )?(?:other )?tourists? (?:don't|do not|never|rarely|won't) (?:know|see|find|go|visit)(?: about)?|off[- ](?:of )?(?:the )?beaten[- ](?:path|track|trail)|hidden (?:gems?|places|spots|corners|treasures|secrets?)|off-?beat|(?:like|with) (?:a |the )?locals?|where (?:the )?locals (?:go|eat|hang out)|local (?:favou?rites?|spots|places|life|experiences?|tips|secrets?|gems?|hangouts|haunts|vibes?|culture|things|neighbou?rhoods|areas|stuff|side)|less(?:er)?[- ]known(?: (?:places|spots|sights|corners|things))?|unusual(?: (?:places|spots|things|sights))?|undiscovered|secret (?:spots|places|gardens?|corners)|authentic(?: (?:places|spots|experiences?|side))?|alternative(?: (?:places|sights|side))?|quirky(?: (?:places|things))?|underrated|insider tips|unique (?:places|spots|experiences)|locals|(?:mostly |mainly |very |more |something )?local(?! (?:currency|time|transport|train|bus|food|cuisine|dish|wine|beer|market|restaurant|crafts?|artist|music|flight|history))",
);

const BOOKED_STAY = phrase(
  "(?:(?:just |already )(?:booked|bought|got|have) (?:a |our |my |the |some |cheap )*(?:hotels?|accommodation|airbnb|apartment)|(?:we|i) (?:already )?(?:have|'ve)(?: already)?(?: got| booked)* (?:a |our |my |the )?(?:hotels?|accommodation|apartment|airbnb|place to stay)(?: already)?(?: booked| sorted)?|(?:hotels?|accommodation|airbnb|apartment)(?: is| are)? (?:already )?(?:booked|sorted|taken care of|arranged)|(?:no|without|don't need|not need|excluding|except) (?:a |any )?(?:hotels?|accommodation)(?: needed)?|staying (?:with|at) (?:friends|family|my|our|a friend))",
);
const BOOKED_FLIGHT = phrase(
  "(?:(?:just |already )(?:booked|bought|got|have) (?:our |my |the |some |cheap |return )*(?:flights?|plane tickets|tickets)|(?:we|i) (?:already )?(?:have|'ve)(?: already)?(?: got| booked)* (?:our |my |the )?flights?(?: already)?(?: booked| sorted)?|flights?(?: is| are)? (?:already )?(?:booked|sorted|taken care of|arranged)|(?:no|without|don't need|not need|excluding|except|don't want) (?:any |a )?(?:flights?|flying))",
);
const HOTELS = phrase(
  "(?:book|need|find|get)(?: me| us)? (?:a |an |two |some )?(?:double |single |twin |family )?rooms?|where (?:should|shall|can|could|do|to) (?:we |i |one )?(?:stay|sleep)|(?:need |a |book |find |some |cheap |good )*hostels?|bed and board|(?:a |any )?(?:bed|roof) for the nights?|(?:(?:a|the|some|including|incl\\.?|with|plus|and|need|find|book|suggest|also|please|good|nice|central|cheap|best) )*(?:hotels?|accommodations?|(?:place|places|somewhere|where)(?: \\p{L}+){0,2} to (?:stay|sleep)|lodgings?|airbnbs?|apartments?|b ?& ?b|bed and breakfast|guest ?houses?|hotel rooms?|ryokans?|riads?)(?: (?:too|please|as well|included|recommendations?|suggestions?|options?))*",
);
const FLIGHTS = phrase(
  "(?:(?:a|the|some|including|incl\\.?|with|plus|and|need|find|book|suggest|also|please|cheap|return|direct) )*(?:flights?|plane tickets?|air ?fares?|airline tickets?)(?: (?:too|please|as well|included))*",
);
const HOSTEL = /\bhostels?\b/i;
const FLYING = phrase("fly(?:ing)?(?: out)?(?= (?:from|out of|in from|to)\\b)");

function first<Value>(reading: Reading, rules: readonly Rule<Value>[]): Value | null {
  const found = rules.map(([pattern, value]) => (reading.takeAll(pattern).length > 0 ? value : null));
  return found.find((value) => value !== null) ?? null;
}

function all<Value>(reading: Reading, rules: readonly Rule<Value>[]): Value[] {
  return [...new Set(rules.flatMap(([pattern, value]) => (reading.takeAll(pattern).length > 0 ? [value] : [])))];
}

const ONLY_ACCESSIBLE = /\b(?:accessible|accessibility)\b/i;
const WHEELED = /wheel-? ?chair|scooter/i;

function takeWanted(reading: Reading, booked: RegExp, wanted: RegExp): boolean {
  const isBooked = reading.takeAll(booked).length > 0;
  return reading.takeAll(wanted).length > 0 && !isBooked;
}

export function takeWishes(reading: Reading): WishesFound {
  const isHostel = HOSTEL.test(reading.rest);
  const wantsHotels = takeWanted(reading, BOOKED_STAY, HOTELS);
  const isFlightBooked = reading.has(BOOKED_FLIGHT);
  const wantsFlights = takeWanted(reading, BOOKED_FLIGHT, FLIGHTS) || (!isFlightBooked && reading.has(FLYING));
  const isUntouristy = reading.has(NOT_TOURISTY);
  const avoidCrowds = reading.takeAll(AVOID_CROWDS).length > 0;
  const said = first(reading, STYLES);
  const style = said ?? (isHostel ? "budget" : null);
  const accessibility = all(reading, ACCESS);
  const pace = first(reading, PACES);
  const diets = all(reading, DIETS);
  const isGuessed =
    accessibility.includes("wheelchair") && !WHEELED.test(reading.text) && ONLY_ACCESSIBLE.test(reading.text);
  return {
    pace,
    style,
    diets,
    accessibility,
    avoidCrowds,
    preferOffbeat: reading.takeAll(OFFBEAT).length > 0 || isUntouristy,
    wantsFlights,
    wantsHotels,
    assumptions: isGuessed ? ["You asked for accessible places: I planned for a wheelchair."] : [],
  };
}
