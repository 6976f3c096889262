/**
 * Words that are written large in English and name no place that a tool would have to return: the calendar, languages
 * and peoples, countries, and what headings of a plan are made of. Lower case, without accents.
 */
import { nameWords } from "./name-words.ts";

const CALENDAR =
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter christmas easter epiphany pentecost whitsun ascension carnival lent advent ramadan eid diwali hanukkah passover halloween thanksgiving new year years eve day days week weekend weekday bank holiday holidays assumption corpus christi good boxing labour labor valentine valentines republic independence liberation immaculate conception all saints feast saint st";
const PEOPLES =
  "american british english scottish welsh irish european asian african arab arabic latin mediterranean nordic scandinavian baltic balkan celtic roman greek gothic moorish romanesque baroque renaissance manueline mudejar rococo neoclassical medieval byzantine ottoman art nouveau deco modernist victorian georgian edwardian imperial belgian swiss austrian dutch flemish mexican brazilian argentine argentinian chilean peruvian colombian cuban canadian australian moroccan egyptian turkish israeli lebanese persian iranian syrian ethiopian south north east west southern northern eastern western central indian chinese japanese korean thai vietnamese catalan basque galician andalusian sicilian tuscan venetian neapolitan parisian londoner lisboeta viennese bavarian prussian portuguese spanish french italian german polish czech hungarian croatian danish swedish norwegian finnish icelandic russian ukrainian estonian latvian lithuanian slovenian slovak romanian bulgarian serbian maltese cypriot catholic christian jewish muslim islamic buddhist hindu orthodox protestant";
const PLAN =
  "i im ive ill id a an the and or but if so then also plus both your you my our we us it its is are was were be been here there this that these those he she they who what when where why how which yes no not ok okay sure great good nice perfect lovely hello hi hey thanks thank welcome please sorry note notes tip tips warning warnings heads up reminder remember worth knowing important info information summary overview at glance highlights highlight plan plans planned itinerary trip trips journey route schedule version draft proposal change changes changed next step steps option options choice choices morning afternoon evening night nights noon midday midnight tonight today tomorrow yesterday breakfast brunch lunch dinner supper coffee tea wine beer snack snacks food drink drinks dessert picnic meal meals arrival departure arrive depart arriving check in out checkin checkout transfer travel walk walking drive bus metro tram train taxi uber ferry boat flight flights plane car bike foot hotel hotels hostel stay stays accommodation room rooms bed beds booking bookings book booked reservation ticket tickets entry admission free fee price prices cost costs budget total estimate estimated per person people adult adults child children kids family couple party of in on for to with by from until till before after around about approximately approx total time times open opening closed closes hours hour minutes minute min late early sunrise sunset weather rain rainy sun sunny indoor outdoor indoors outdoors day one two three four five six seven eight nine ten first second third last optional must see sees visit visits visiting start end begin finish stop stops rest relax break free sightseeing explore enjoy stroll have take head go see try let lets would could should shall can may might will do does did keep remove move swap lock add replace skip delay undo tripwright offline model ai wifi wi fi atm unesco world heritage site sites google maps map airbnb booking com eur usd gbp old new town city centre center downtown airport station terminal port line zone north south east west am pm";

const TASTES =
  "fado flamenco tapas paella sangria churros gazpacho pastel pasteis pasteis nata bacalhau bras caldo vinho verde port ginjinha francesinha bifana pizza pasta gelato espresso cappuccino aperitivo prosecco spritz sushi ramen udon soba tempura izakaya onsen sake matcha kaiseki croissant baguette crepe crepes fondue schnitzel strudel wurst bratwurst glogg smorrebrod kebab falafel hummus mezze meze tagine couscous riad hammam pho banh mi curry thali dim sum jazz blues opera ballet yoga michelin bolt lyft airbnb";
const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });
const REGIONS = new Intl.DisplayNames("en", { type: "region" });
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every country that the platform knows; a two-letter code that is none comes back as it went in. */
function countries(): string[] {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes.flatMap((code) => {
    const name = REGIONS.of(code);
    return name && name !== code ? nameWords(name) : [];
  });
}

function languages(): string[] {
  return "ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka ko lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv sw th tr uk vi zh"
    .split(" ")
    .flatMap((code) => nameWords(LANGUAGES.of(code) ?? ""));
}

export const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...[CALENDAR, PEOPLES, PLAN, TASTES].flatMap((words) => words.split(" ")),
  ...countries(),
  ...languages(),
]);

/** What kind of place it is: said in English, whatever language the name is in. Names nothing by itself. */
export const KINDS_OF_PLACE: ReadonlySet<string> = new Set(
  "museum museums gallery galleries church churches cathedral basilica chapel abbey monastery convent temple shrine mosque synagogue palace castle fortress fort tower gate arch ruins park parks garden gardens viewpoint viewpoints lookout miradouro belvedere observatory deck beach beaches market markets hall neighborhood neighbourhood district quarter area square plaza piazza street avenue road lane promenade boulevard bridge bridges waterfront harbour harbor marina river riverside canal lake sea bay coast island islands hill hills mountain mount zoo aquarium theme theater theatre opera house stadium arena library cemetery spa baths thermal shop shops store mall arcade restaurant restaurants cafe cafes bakery bar bars pub tavern bistro brasserie canteen trattoria osteria kitchen grill hotel hostel inn guesthouse funicular elevator lift cable tram monument memorial statue fountain column obelisk villa mansion estate vineyard winery cellar cellars lodge university college school hospital village cave caves waterfall forest valley".split(
    " ",
  ),
);

/** Kinds that a name gets in passing: "the Alfama district" is Alfama. */
export const AREAS: ReadonlySet<string> = new Set(
  "neighborhood neighbourhood district quarter area square street avenue lane promenade waterfront riverside river sea bay coast island hill hills mountain beach lake village valley viewpoint bridge park".split(
    " ",
  ),
);
