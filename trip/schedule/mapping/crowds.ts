/**
 * When it is crowded. The catalogue knows how crowded a place gets, not when; the hours are a plain
 * profile by kind of place: museums and monuments fill from late morning to mid-afternoon, markets at
 * midday, viewpoints towards sunset, parks and beaches in the afternoon. At the worst hour a crowded
 * place loses a quarter of its score, and half for those who want to avoid crowds.
 */
import type { Place } from "../../place.ts";
import type { Trip } from "../../trip.ts";

/** From that hour on, this share of the worst, until the next entry. */
type Profile = readonly (readonly [hour: number, share: number])[];

const SIGHTS: Profile = [
  [0, 0],
  [9, 0.2],
  [10, 0.7],
  [11, 1],
  [15, 0.7],
  [16, 0.4],
  [17, 0.2],
  [18, 0],
];
const MARKETS: Profile = [
  [0, 0],
  [10, 0.4],
  [11, 0.8],
  [12, 1],
  [14, 0.6],
  [15, 0.3],
  [18, 0],
];
const VIEWS: Profile = [
  [0, 0],
  [10, 0.3],
  [15, 0.5],
  [17, 1],
  [20, 0.5],
  [21, 0.2],
];
const OUTDOORS: Profile = [
  [0, 0],
  [11, 0.4],
  [13, 0.8],
  [15, 1],
  [17, 0.6],
  [19, 0],
];

const PROFILES: Partial<Record<Place["type"], Profile>> = {
  market: MARKETS,
  street: MARKETS,
  shop: MARKETS,
  viewpoint: VIEWS,
  observation_deck: VIEWS,
  waterfront: VIEWS,
  bridge: VIEWS,
  park: OUTDOORS,
  garden: OUTDOORS,
  beach: OUTDOORS,
  zoo: OUTDOORS,
  theme_park: OUTDOORS,
};

const WORST_LOSS = { low: 0, moderate: 0.1, high: 0.25 } as const;
const AVOIDED = 2;

const shareAt = (profile: Profile, hour: number): number => profile.findLast(([from]) => from <= hour)?.[1] ?? 0;

/** Score lost by the hour in which a visit begins; `null` where it never gets crowded, or nobody knows. */
export function crowdLosses(place: Place, score: number, { wishes }: Pick<Trip, "wishes">): readonly number[] | null {
  const worst = WORST_LOSS[place.crowdedness ?? "low"] * (wishes.avoidCrowds ? AVOIDED : 1);
  if (worst === 0) return null;
  const profile = PROFILES[place.type] ?? SIGHTS;
  return Array.from({ length: 24 }, (_, hour) => score * worst * shareAt(profile, hour));
}
