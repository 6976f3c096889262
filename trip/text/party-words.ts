/** The words for who comes along: heads counted aloud, partners, relatives, friends, and who stays at home. */
import { NUMBER } from "./numbers.ts";
import { phrase } from "./reading.ts";

const COUNT = `${NUMBER}|a couple of|a dozen`;
const PEOPLE =
  "people|persons?|pax|ppl|travell?ers?|guests?|of us|friends|students|women|men|ladies|guys|girls|boys|girlfriends|mates|seniors|pensioners|retirees|colleagues|tourists|visitors|participants|members|lads|blokes|gals|chicas|dudes|folks|souls|passengers|heads|grown-?ups|couchsurfers|backpackers|coworkers|cousins|siblings|foodies|teachers|nurses|doctors|engineers|architects|hikers|runners|surfers|nomads|nerds|geeks|oldies|sisters|brothers|widows|dads|mums|moms|gentlemen|artists|photographers|musicians|cyclists|grannies|twenty-?somethings|thirty-?somethings|forty-?somethings";

export const FAMILY_OF = phrase(
  `(?:for |with |we(?:'re| are) )?(?:a |our |my )*(family|party|group|crew|team|bunch) (?:of|with) (${COUNT})(?: (?:${PEOPLE}|adults))?`,
);
export const ADULTS = phrase(
  `(?:for )?(?:(${COUNT}) ?(?:adults?|grown[- ]?ups?)(?: only)?|adults?(?: ?[:=] ?| - )(\\d{1,2}))`,
);
export const SENIORS = phrase(`(${COUNT}) (?:seniors|pensioners|retirees)`);
export const COUPLES = phrase(`(?:for )?(${NUMBER}) couples`);
const OTHERS =
  "friends?|mates?|colleagues?|siblings?|sisters?|brothers?|cousins?|buddies|girlfriends|aunts?|uncles?|others|people|co-workers?|classmates?|besties|pals?|teammates?|neighbou?rs?|aunties|nephews|nieces";
export const WITH_OTHERS = phrase(
  `(?:(?:me|i|myself|my wife|my husband|my partner) (?:and|with|\\+|&)|(?:together )?with|and|plus|\\+) (?:my |our )?(${COUNT}|a|an|some|another) (?:\\p{L}+ )?(?:${OTHERS})`,
);
const PARTNER =
  "wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|gf|bf|hubby|other half|better half|significant other";
/** "Me + partner", "husband and I": without "my", only beside the one who writes. */
export const BARE_SPOUSE = phrase(
  `(?:(?:me|i|myself) ?(?:and|&|\\+|with|plus|,) ?(?:the )?(?:${PARTNER})|(?<=(?:me|i|myself) \\([^()]*\\) ?(?:and|&|\\+|with|plus|,) ?)(?:${PARTNER})|(?:${PARTNER}) ?(?:and|&|\\+|plus) ?(?:me|i|myself))`,
);
/** "My three best friends and me". */
export const MY_OTHERS = phrase(`(?:my|our) (${COUNT}) (?:\\p{L}+ )?(?:${OTHERS})(?: and (?:i|me|myself)\\b)?`);
export const SPOUSE = phrase(
  "(?:(?:me|i) (?:and|&) )?(?:(?:with|and|for) )?(?:my|the) (?:(?:lovely|dear|new|other|better) )?(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|half|gf|bf|hubby)(?: and (?:i|me|myself)\\b)?",
);
const RELATIVE =
  "(?:mother|father|brother|sister)[- ]in[- ]law|mummy|mommy|auntie|gran|grannie|nana|nanna|grampa|gramps|bff|bestie|bro|sis|mam|ma|pa|mum|mom|mother|dad|father|sister|brother|(?:best |old )?friend|colleague|boss|manager|neighbou?r|girl friend|boy friend|godmother|godfather|best mate|pal|teacher|date|crush|aunt|uncle|cousin|grandma|grandmother|granny|nan|grandpa|grandfather|grandad|mate|flatmate|roommate|buddy|niece|nephew";
export const RELATIVES = phrase(
  `(?:(?:with|and|plus) )?(?:my|our|a) (?:elderly |old |ageing |aging |dear |lovely |little |big |older |younger |retired |\\d+[- ]?(?:year[- ]old|y/?o|yr old) )*(${RELATIVE})(?: and (?:i|me)\\b)?(?! (?:who lives|lives|told|said|says|recommend|suggest|went|has been|place))(?!'s)`,
);
/** "Gran, mum and me": the roles stand in a list with the one who writes. */
export const LISTED_RELATIVES = phrase(
  `(?:(?:${RELATIVE})(?:,? ?(?:and|&|\\+|plus) ?|, ?))+(?:me|i|myself)|(?:me|i|myself)(?: ?(?:and|&|\\+|plus|,) ?(?:${RELATIVE}))+`,
);
/** "My sister and her husband". */
export const THEIR_PARTNER = phrase(`(?:and|with|\\+|&|plus) (?:her|his|their) (?:new )?(?:${PARTNER})`);
export const ONE_RELATIVE = phrase(RELATIVE);
export const PAIRS_OF_RELATIVES = phrase(
  "(?:(?:(?:with|and|plus) )?(?:my |our |both )+|with (?:the )?)(?:elderly |old )?(?:parents|grandparents|in-laws)(?: and (?:i|me)\\b)?",
);
export const TWO = phrase(
  "(?:for )?(?:(?:a|as a|us as a|young|old|elderly|retired|romantic|married) )*couple(?! of)|both of us|the two of us|us two|just us two|we both|(?:our )?honeymoon(?:ers)?|newlyweds|for us both|tête-à-tête",
);
export const SOLO = phrase(
  "(?:travell?ing |going |i'm |i am )*(?:solo(?: travell?er| trip| female travell?er)?|alone|(?:by|for|just) (?:myself|me)|on my own|just me|for me|single travell?er|one person|1 person|by yourself)(?! and| \\+| &)",
);
export const TOTAL = phrase(
  `(?:for |we(?:'re| are| will be|'ll be) |there (?:are|will be) |all )?(?:the |us )?(${NUMBER}) ?(?:${PEOPLE})(?! (?:use|is|need|has|like|eat|love|can))`,
);
export const FOR_NUMBER = phrase(
  `(?:for|we(?:'re| are)|there (?:are|will be)) (${NUMBER})(?! ?(?:years?|months?|hours?|minutes?|stars?|[.,:/-]?\\d|%|km|euros?|meals?|museums?|places?|cities|sights?|courses?))`,
);
export const TIMES = phrase(`(?:x ?(\\d{1,2})|(\\d{1,2}) ?(?:x|p))`);
export const PART = phrase(
  `(?:one|1|(?<!the )(?:two|2)(?= of us (?:are|is|use|need|have|has|eat))|some|none|most|all|either) of (?:us|them|the (?:group|party))|(?:my|our) group`,
);
export const FAMILY = phrase(
  "(?:(?:for|with|my|our|the|whole|young|as a|a) )*(?:family|families)(?! (?:restaurants?|run|hotels?|museums?|friendly|-friendly))",
);
export const ROMANTIC = phrase("romantic(?:ally)?|romance");
/** "Grandparents, parents and two kids": everybody is in the list, the one who writes as well. */
export const GENERATIONS = phrase("(?:the )?grandparents(?:,| and|,? \\+|,? &) ?(?:the )?parents");
export const US_COUNT = phrase(
  `(?:for |just )*(?:us|we|we're|we are) (?:the )?(${NUMBER})(?! (?:days?|nights?|weeks?|cities))(?= ?(?:[,.;!█]|and\\b|$))`,
);
/** Who stays at home is named, too. */
export const NOT_COMING = phrase(
  "(?:no|without(?: the| our| my| any)?|minus the|leaving (?:the|our|my)|left (?:the|our|my)) (?:kids?|children|little ones|bab(?:y|ies))(?:(?: are)?(?: staying)? (?:at home|behind|with (?:\\p{L}+ )?(?:grandparents|grandma|granny|parents|family)))?|(?:kids?|children) (?:are )?(?:staying|stay) (?:at home|behind)|(?:kid|child)[- ]?free(?: trip| weekend| holiday)?|adults only",
);
export const PETS = phrase(
  "(?:(?:just |only )?(?:my|our|the|a) )(?:dogs?|cats?|pupp(?:y|ies))(?: (?:and|&) (?:i|me)\\b)?|(?:just )?(?:me|i) (?:and|&|\\+|with) (?:my|our|a) (?:dogs?|cats?|pupp(?:y|ies))",
);
/** Beside the grown-ups that were counted. */
export const AND_GRANDPARENT = phrase(
  "(?:and|plus|\\+|&) (?:the |my |our |their )?(?:grand(?:ma|pa|mother|father|ad)|granny|gran|nan|nana)",
);
export const ME_PLUS = phrase(`(?:me|myself|i) ?(?:\\+|plus) ?(${NUMBER})(?! (?:days?|nights?|kids?|children))`);
export const IN_TOTAL = phrase(`(${NUMBER}) (?:in total|altogether|in all|total)(?! (?:days?|nights?))`);
export const PARENT_AND_CHILD = phrase(
  "(?:mother|mum|mom|father|dad|aunt|uncle|grandma|grandmother|grandfather)(?:[- ]| ?(?:&|/) ?|[- ]and[- ])(?:daughter|son|niece|nephew|granddaughter|grandson)(?= (?:trip|weekend|break|getaway|holiday|time|bonding|adventure|vacation|city|█))",
);
export const SINGLE_PARENT = phrase(
  "(?:a )?single (?:mum|mom|mother|dad|father|parent)s?|(?:a|one) (?:mum|mom|mother|dad|father|parent)(?= (?:and|with|plus|\\+) )",
);

export const PLURAL = phrase("we|us|our|we're|we'd|we'll|we've|ourselves");
