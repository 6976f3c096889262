/** The words and documents that the synthetic world is made of; SQL picks among them by number. */
import { leafCategoryIds } from "../../../db/stores/catalogue-ids.ts";
import { WEEKDAYS } from "../../../trip/calendar.ts";
import type { LeafCategory } from "../../../trip/categories.ts";
import type { OpeningHours, OpeningInterval, WeeklyHours } from "../../../trip/opening-hours.ts";
import type { PlaceType } from "../../../trip/place.ts";

export interface PlaceKind {
  readonly type: PlaceType;
  readonly noun: string;
  readonly category: LeafCategory;
  readonly minutes: number;
}

const kind = (type: PlaceType, noun: string, category: LeafCategory, minutes: number): PlaceKind => ({
  type,
  noun,
  category,
  minutes,
});

/** One place in four is somewhere to eat. */
export const KINDS: readonly PlaceKind[] = [
  kind("museum", "Museum", "museums", 90),
  kind("museum", "Museum of Art", "art_museums", 90),
  kind("gallery", "Gallery", "galleries", 60),
  kind("landmark", "Tower", "historical_sites", 45),
  kind("monument", "Monument", "memorials", 20),
  kind("church", "Church", "churches", 30),
  kind("cathedral", "Cathedral", "churches", 45),
  kind("temple", "Temple", "temples_shrines", 45),
  kind("palace", "Palace", "palaces_castles", 90),
  kind("castle", "Castle", "palaces_castles", 90),
  kind("park", "Park", "parks", 60),
  kind("garden", "Garden", "gardens", 60),
  kind("viewpoint", "Lookout", "viewpoints", 30),
  kind("beach", "Beach", "beaches", 120),
  kind("market", "Market", "markets", 45),
  kind("square", "Square", "squares", 30),
  kind("neighborhood", "Quarter", "neighborhoods", 60),
  kind("shop", "Workshop", "crafts", 30),
  kind("restaurant", "Restaurant", "restaurants", 75),
  kind("restaurant", "Kitchen", "restaurants", 75),
  kind("cafe", "Coffee House", "cafes", 40),
  kind("bar", "Wine Bar", "wine", 60),
  kind("bakery", "Bakery", "bakeries", 20),
  kind("theater", "Theatre", "performing_arts", 120),
];

export const KIND_CATEGORY_IDS: readonly string[] = KINDS.map(({ category }) => leafCategoryIds.idOf(category));

export const ADJECTIVES =
  "Old,New,Royal,Grand,Little,Upper,Lower,Golden,Silver,White,Red,Blue,Hidden,Central,Northern,Southern,National,City,Imperial,Saint,Modern,Ancient,Great,Holy".split(
    ",",
  );
export const SYLLABLES =
  "ba,ra,mon,tel,vi,sto,lu,ca,ren,do,mi,sha,ku,pol,ga,ber,ti,no,fer,zan,le,hor,du,ma,sil,vo,ne,qui,tra,wen,ola,zi".split(
    ",",
  );
export const TOPICS =
  "paintings,sculpture,frescoes,river views,sunsets,street food,seafood,tapestries,roses,old maps,jazz,puppets,mosaics,armour,ceramics,tiles,coffee,cheese,cactus houses,tea,organ music,clocks,boats,trams,lace,glass".split(
    ",",
  );
export const TAGS =
  "art,history,views,quiet,family,romantic,rain,sunset,local,famous,free,architecture,music,photo,shade,river".split(
    ",",
  );

const week = (hours: readonly OpeningInterval[], closed: readonly string[] = []): WeeklyHours => {
  const days = WEEKDAYS.map((day) => [day, closed.includes(day) ? [] : hours]);
  return Object.fromEntries(days) as WeeklyHours;
};
const from = (open: string, close: string): OpeningInterval => ({ open, close });

/** Closed on a weekday, lunch breaks, seasons, yearly closures: what makes "open on" more than a look. */
export const OPENING_HOURS: readonly OpeningHours[] = [
  week([from("09:00", "17:00")], ["monday"]),
  week([from("10:00", "18:00")], ["tuesday"]),
  { ...week([from("10:00", "18:00")], ["monday"]), closedDates: ["01-01", "05-01", "12-25"], lastEntryMinutes: 30 },
  week([from("09:00", "12:30"), from("14:00", "18:00")], ["sunday"]),
  week([from("08:00", "20:00")]),
  {
    ...week([from("10:00", "16:00")], ["monday", "tuesday"]),
    seasons: [{ from: "05-01", to: "09-30", week: week([from("09:00", "19:00")]) }],
  },
  week([from("12:00", "15:00"), from("19:00", "23:00")], ["sunday"]),
  week([from("18:00", "02:00")], ["monday"]),
];
