/**
 * What there is to see in an imaginary city: clusters of places around a few squares, few famous and
 * many not, each kind with the opening hours such places have. Seeded, so that every run sees the same city.
 */
import type { OpenWindow } from "../../trip/opening-hours.ts";
import type { Coordinates } from "../../trip/place.ts";
import type { Random } from "../../trip/schedule/random.ts";

/** By weekday, 0 being Monday. */
type Week = readonly (readonly OpenWindow[])[];

export interface Sight {
  readonly at: Coordinates;
  readonly kind: number;
  readonly score: number;
  readonly minutes: number;
  readonly leastMinutes: number;
  readonly cost: number;
  readonly week: Week;
  /** Score lost by the hour of the day; `null` where it never gets crowded. */
  readonly crowd: readonly number[] | null;
}
export interface Table {
  readonly at: Coordinates;
  readonly score: number;
  readonly cost: number;
  readonly week: Week;
}

interface Kind {
  readonly hours: (random: Random) => Week;
  readonly minutes: readonly [number, number];
  /** The most a party of two pays; nothing where 0. */
  readonly dear: number;
}

const EQUATOR_METERS_PER_DEGREE = 111_195;
const CENTRE: Coordinates = { lat: 45, lon: 9 };
/** Few are famous: half of the places are worth less than half of the best. */
const [FAINTEST, BEST, FAME] = [25, 100, 2];
const MUSEUMS_CLOSE_ON = [0, 1, 2];

const open = (from: number, to: number, doorShutsBefore = 0): OpenWindow => ({
  openMinute: from,
  closeMinute: to,
  lastEntryMinute: to - doorShutsBefore,
});
const everyDay = (windows: readonly OpenWindow[]): Week => Array.from({ length: 7 }, () => windows);
const except = (week: Week, weekday: number, windows: readonly OpenWindow[]): Week => week.with(weekday, windows);
const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error("Expected something to pick from, got an empty list.");
  return item;
};

const SUNDAY = 6;
const FRIDAY = 4;
/** Museum, gallery with a late evening, church, palace, market, park, viewpoint, quarter to stroll in, show. */
const KINDS: readonly Kind[] = [
  {
    hours: (random) => except(everyDay([open(600, 1080, 45)]), pick(random, MUSEUMS_CLOSE_ON), []),
    minutes: [75, 180],
    dear: 4_000,
  },
  {
    hours: (random) =>
      except(
        except(everyDay([open(630, 1140, 30)]), FRIDAY, [open(630, 1290, 30)]),
        pick(random, MUSEUMS_CLOSE_ON),
        [],
      ),
    minutes: [60, 120],
    dear: 3_000,
  },
  {
    hours: () => except(everyDay([open(510, 750, 15), open(930, 1140, 15)]), SUNDAY, [open(780, 1080, 15)]),
    minutes: [30, 45],
    dear: 0,
  },
  {
    hours: (random) => except(everyDay([open(540, 1050, 60)]), pick(random, MUSEUMS_CLOSE_ON), []),
    minutes: [60, 150],
    dear: 5_000,
  },
  { hours: () => except(everyDay([open(480, 840)]), SUNDAY, []), minutes: [30, 75], dear: 0 },
  { hours: () => everyDay([open(420, 1200)]), minutes: [45, 120], dear: 0 },
  { hours: () => everyDay([open(0, 1440)]), minutes: [30, 45], dear: 0 },
  { hours: () => everyDay([open(0, 1440)]), minutes: [60, 120], dear: 0 },
  {
    hours: (random) => except(everyDay([open(1140, 1380, 120)]), random.below(7), []),
    minutes: [90, 120],
    dear: 9_000,
  },
];
export const MUSEUM = 0;
export const CHURCH = 2;
export const PARK = 5;

const round = (value: number, to: number): number => Math.round(value / to) * to;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A bell curve's worth of metres around a point: the sum of uniforms will do. */
function near({ lat, lon }: Coordinates, meters: number, random: Random): Coordinates {
  const bell = (): number => random.next() + random.next() + random.next() - 1.5;
  const perLon = EQUATOR_METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return { lat: lat + (bell() * meters) / EQUATOR_METERS_PER_DEGREE, lon: lon + (bell() * meters) / perLon };
}

export interface City {
  readonly hotel: Coordinates;
  readonly station: Coordinates;
  readonly sights: readonly Sight[];
  readonly tables: readonly Table[];
}

export function buildCity(counts: { sights: number; tables: number; hasCrowds: boolean }, random: Random): City {
  const squares = Array.from({ length: 4 + Math.ceil(counts.sights / 100) }, () => near(CENTRE, 2_000, random));
  const somewhere = (): Coordinates =>
    random.next() < 0.8 ? near(pick(random, squares), 500, random) : near(CENTRE, 4_000, random);
  return {
    hotel: near(CENTRE, 1_500, random),
    station: near(CENTRE, 2_500, random),
    sights: Array.from({ length: counts.sights }, () => sightAt(somewhere(), counts.hasCrowds, random)),
    tables: Array.from({ length: counts.tables }, () => tableAt(somewhere(), random)),
  };
}

function sightAt(at: Coordinates, hasCrowds: boolean, random: Random): Sight {
  const kind = random.below(KINDS.length);
  const { hours, minutes, dear } = KINDS[kind] ?? { hours: () => everyDay([]), minutes: [30, 30], dear: 0 };
  const score = tenth(FAINTEST + (BEST - FAINTEST) * random.next() ** FAME);
  const longest = round(minutes[0] + random.next() * (minutes[1] - minutes[0]), 5);
  const isFlexible = longest > 60 && random.next() < 0.5;
  const isCrowded = hasCrowds && random.next() < 0.3;
  return {
    at,
    kind,
    score,
    minutes: longest,
    leastMinutes: isFlexible ? round(longest * 0.6, 5) : longest,
    cost: dear > 0 && random.next() < 0.8 ? round(dear * (0.3 + 0.7 * random.next()), 100) : 0,
    week: hours(random),
    crowd: isCrowded ? crowdOf(score) : null,
  };
}

/** Fullest from eleven to three, and again a little before evening. */
function crowdOf(score: number): number[] {
  const share = (hour: number): number => {
    if (hour >= 11 && hour < 15) return 0.15;
    return hour >= 10 && hour < 18 ? 0.06 : 0;
  };
  return Array.from({ length: 24 }, (_, hour) => tenth(score * share(hour)));
}

function tableAt(at: Coordinates, random: Random): Table {
  const week = everyDay([open(720, 900, 30), open(1110, 1350, 60)]);
  return {
    at,
    score: tenth(10 + 30 * random.next() ** 2),
    cost: round(2_400 + 5_000 * random.next() ** 2, 100),
    week: except(week, random.below(7), []),
  };
}
