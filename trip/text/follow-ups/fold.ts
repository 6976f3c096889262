/** Words as they are compared: no case, no accents. Length and offsets stay, so that what was typed can be cut out. */
import { normalise } from "../reading.ts";

export function fold(text: string): string {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.length === text.length ? folded : text.toLowerCase();
}

export function tidy(text: string): string {
  return normalise(text).replace(/█+/g, " ").replace(/\s+/g, " ").trim();
}

/** Replaces a part by as many marks that end every word and match none. */
export function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + "█".repeat(end - start) + text.slice(end);
}
