/**
 * What was understood before. A run asks the model several times about the same words, and the first
 * reading compiles hundreds of expressions; reading is pure, so an answer may be kept.
 */
import type { TripRequest } from "../../../trip/text/request.ts";
import { understandRequest } from "../../../trip/text/understand-request.ts";

/** A few conversations' worth; the oldest goes first. */
const KEPT = 64;
const readings = new Map<string, TripRequest>();

export function understood(text: string, today: string): TripRequest {
  const key = `${today} ${text}`;
  const known = readings.get(key);
  if (known) return known;
  const request = understandRequest(text, { today });
  const [oldest] = readings.keys();
  if (readings.size >= KEPT && oldest !== undefined) readings.delete(oldest);
  readings.set(key, request);
  return request;
}
