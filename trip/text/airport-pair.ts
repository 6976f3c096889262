/** "LHR-LIS", "JFK to CDG": two airports by their codes are where a trip sets out and where it goes. */
import { phrase, type Reading } from "./reading.ts";
import type { NamedPlace } from "./request.ts";

const PAIR = phrase("([a-z]{3}) ?(?:-+>?|>|/|to) ?([a-z]{3})");
const NO_AIRPORT =
  /^(?:MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|USA|EUR|USD|GBP|THE|AND|FOR)$/;

export interface AirportPair {
  origin: NamedPlace;
  destination: NamedPlace & { start: number; end: number };
}

export function takeAirportPair(reading: Reading): AirportPair | null {
  const isCode = (text = ""): boolean => /^[A-Z]{3}$/.test(text) && !NO_AIRPORT.test(text);
  const hasLower = /\p{Ll}/u.test(reading.text);
  const [pair] = reading.takeEach(PAIR, (match) => (hasLower && isCode(match[1]) && isCode(match[2]) ? match : null));
  if (!pair) return null;
  const place = (text = ""): NamedPlace => ({ text, hint: null, certainty: "named" });
  const [start, end] = [pair.index, pair.index + pair[0].length];
  return { origin: place(pair[1]), destination: { ...place(pair[2]), start, end } };
}
