/** Everyday words that are never the name of a place, and what surrounds such names in a request. */

const COMMON = `
a about above after afternoon again against ago airport all almost alone along already also always am amazing an and another any anyone
anything anywhere appreciate are area around arrange arrive arriving as ask at attraction attractions avoid away awesome
back base based basic basically be beautiful because been before beginning being believe below best better between big birthday bit book booking booked both break
breakfast bring bus busy but by call came can can't cannot car care celebrate celebrating celebration central centre center change check child choose city cities class close come
comes comfortable coming completely consider considering cool could country couple create curious currently cute
daily date dates day days daytime dear decided definitely depart departing departure describe desired destination destinations details detailed did different do does doesn't doing done don't down
downtown dream drive driving during duration
each early easily eat either else end ending enjoy enjoying enough escape especially euro euros even evening evenings ever every everybody everyone everything exactly except excited exciting expensive
experience experienced experiences explore exploring
fairly family famous fan fancy fantastic far fast favourite favorite feel few find fine first fit flexible fly flying focus following for free friend friends from full fun further
general generally get getaway getting give go goes going good got great group guide guys
had half hand happy has hate have haven't having he hear hello help her here hey hi hidden high him his hit holiday holidays home hope hoping hour hours how however husband
i i'd i'll i'm i've idea ideal ideally ideas if imagine important in include included includes including information inside instead interest interested interesting interests into is isn't it it's its itinerary
job join journey june just keen keep kind kinds know
land last late later leave leaving left length less let let's level life like liked likes list listen little live lived living located location long look looking lot lots love loved lovely loves low
made main make making many matter may maybe me mean meet mention might mind minimum miss mixture mix moment money month months mood more morning mornings most mostly move much multi must my myself
name named near nearby need needed needs never new news next nice night nights no nobody none nope normally not note nothing now number
of off offer often ok okay old on once one ones only open option options or order organise organize organised organized other others our out outside over overall own
part particular particularly party pass past people per perfect perfectly perhaps person personal pick place places plan planned planner planning plans play please plus point possible possibly prefer preferably preference preferences preferred
prepare present pretty price probably programme program propose provide purpose put
question quick quickly quite rather reach read ready real really reasonable recommend recommendation recommendations regards relatively rent request require rest retired return returning review ride right road romantic room rough roughly round route run
fireworks street moderate relaxed relaxing slow fast vegan vegans vegetarian halal kosher wheelchair luxurious packed quiet leisurely accessible nightlife museums mid midweek girls girl boys boy ladies lads mother father mum mom dad parents students sister brother son daughter teens friendly dias mainly flat mostly ideally primarily chiefly tage wochenende safe said same say schedule season seasons see seeing seek seen send set several shall she short should show side sight sights sightseeing similar simple since single sleep small so solo some somebody someone something sometime somewhere sort south special
seniors senior elderly spend spending spent spot spots stag staff start starting starts stay staying still stop stopover stopping stops stuff such suggest suggested suggestion suggestions suit suitable super sure surprise sweet
take taking talk taste tell than thank thanks that that's the their them then there there's these they thing things think thinking this those though thought through time times tip tips title to today together too top total totally touring tourist tourists tours toward towards town towns train travel traveler traveller travelers travellers travelling traveling treat trip trips try trying two type
under unfortunately until up upcoming upon us use user uses using usual usually
vacation vacay various very via vibe vibes visit visiting visits
wait walk walking walks wanna want wanted wanting wants warm was way ways we we'd we'll we're we've weather week weekend weekends weeks welcome well went were what what's whatever when where whether which while who whole why wife will willing wise wish wishes with within without wonder wonderful wondering won't work working world worth would wouldn't
year years yes yet you you'd you'll you're your yours
anniversary hen stag do bachelor bachelorette honeymoon citybreak city-break roadtrip adventure excursion outing sabbatical staycation tour overview
hotel hotels flight flights budget cheap luxury pace interests diet dates travellers food drink art culture history nature
cheers greetings afternoon gonna gotta pls plz thx btw asap etc eg ie vs re fyi hiya yo sup bye goodbye
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
spring summer autumn winter christmas easter
one two three four five six seven eight nine ten adults adult kids children infant baby old aged age
rain rainy sunny sun sea coast countryside island islands region north northern southern east eastern west western
`;

const WORDS = new Set(COMMON.split(/\s+/).filter(Boolean));

/** People and things of a country: "Italian food" names no city. */
const NATIONALITY =
  /^(?:\p{L}+(?:ese|ish|ian|ean)|french|dutch|greek|thai|swiss|german|moroccan|mexican|american|african|korean|czech|arab|arabic|english|british|irish|scottish|welsh|roman|ottoman|moorish|gothic|baroque|byzantine|celtic|viking|mayan|aztec|victorian|european|asian|mediterranean|oriental|western|instagram|michelin|unesco|airbnb|google|covid|wifi|eur|usd|gbp|pm|am)s?$/iu;

export function isCommon(word: string): boolean {
  const folded = word.toLowerCase().replace(/'s$/, "");
  return WORDS.has(folded) || WORDS.has(word.toLowerCase());
}

export function isNationality(word: string): boolean {
  return NATIONALITY.test(word);
}

/** Between a preposition and a name: "in beautiful, sunny Lisbon", "to the city of Porto". */
export const BEFORE_NAME = new Set(
  "the beautiful lovely sunny central downtown old historic gorgeous wonderful amazing city cities of either both maybe perhaps probably say like magical romantic ancient".split(
    " ",
  ),
);
/** Small words inside names: "Rio de Janeiro", "Stratford upon Avon". */
export const INSIDE_NAME = new Set(
  "de del della delle di da do dos das du des la le les los las el al am an der den dem auf im of on upon sur sous en ob nad by bei the".split(
    " ",
  ),
);
