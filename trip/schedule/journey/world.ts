/**
 * What a planner of whole journeys has to choose from: cities, ways between them, and what each city offers, as whoever
 * sells it says. All prices are in units of one currency; nothing here knows where the offers come from.
 */
import type { HouseRule } from "./request.ts";

export type DriveMode = "self-driving" | "taxi";
export type RoomType = "shared" | "private" | "entire";

/** A seat on one flight of one day; times are minutes of the local day, an arrival before the departure is the next day's. */
export interface JourneyFlight {
  number: string;
  price: number;
  departs: number;
  arrives: number;
  minutes: number;
}

/** A vehicle from one city to another, at any time. */
export interface JourneyDrive {
  mode: DriveMode;
  km: number;
  minutes: number;
  /** For one vehicle. */
  price: number;
  seats: number;
}

export interface JourneyStay {
  name: string;
  /** For one room and one night. */
  price: number;
  type: RoomType;
  forbids: readonly HouseRule[];
  minimumNights: number;
  /** How many people one room takes. */
  sleeps: number;
  rating: number | null;
}

export interface JourneyRestaurant {
  name: string;
  /** What one person pays on average. */
  price: number;
  cuisines: readonly string[];
  rating: number | null;
}

export interface JourneyAttraction {
  name: string;
  lat: number | null;
  lon: number | null;
}

/** Answers have the same order every time they are asked for. */
export interface JourneyWorld {
  hasCity(city: string): boolean;
  citiesOf(state: string): readonly string[];
  flights(from: string, to: string, date: string): readonly JourneyFlight[];
  drives(from: string, to: string): readonly JourneyDrive[];
  stays(city: string): readonly JourneyStay[];
  restaurants(city: string): readonly JourneyRestaurant[];
  attractions(city: string): readonly JourneyAttraction[];
}
