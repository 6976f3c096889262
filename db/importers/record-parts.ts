/** What most readers need for a record: coordinates that can be, dates, links, and texts of a length the catalogue takes. */
import type { Coordinates } from "../../trip/place.ts";
import type { Skipped } from "./source-record.ts";

export function skipped(reason: string): Skipped {
  return { kind: "skipped", reason };
}

export const NO_NAME = skipped("no name");
export const NAME_TOO_LONG = skipped("name of more than 200 characters");
export const NO_COORDINATES = skipped("no coordinates");
export const IMPOSSIBLE_COORDINATES = skipped("impossible coordinates");

/** Of numbers or of text; "0, 0" is where software puts what it cannot find. */
export function coordinatesOf(lat: unknown, lon: unknown): Coordinates | Skipped {
  const given = [lat, lon].map((value) => (typeof value === "string" ? value.trim() : value));
  if (given.some((value) => value === null || value === undefined || value === "")) return NO_COORDINATES;
  const at = { lat: Number(given[0]), lon: Number(given[1]) };
  const isPossible = Math.abs(at.lat) <= 90 && Math.abs(at.lon) <= 180 && !(at.lat === 0 && at.lon === 0);
  return isPossible ? at : IMPOSSIBLE_COORDINATES;
}

/** What came when there is no usable name. */
export function nameProblem(name: string): Skipped | null {
  if (name === "") return NO_NAME;
  return name.length > 200 ? NAME_TOO_LONG : null;
}

/** Fields that were not said are left out of a record, not set to nothing. */
export function said<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined | null> } {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  ) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined | null> };
}

/** `undefined` for what is no address on the web. */
export function websiteOf(text: string | undefined): string | undefined {
  const link = text?.trim() ?? "";
  return /^https?:\/\/[^\s"<>]+\.[^\s"<>]+$/i.test(link) ? link : undefined;
}

/** The first number where several are given; the catalogue keeps 50 characters. */
export function phoneOf(text: string | undefined): string | undefined {
  const number = text?.split(/[,;/]| or /)[0]?.trim() ?? "";
  return number.length > 0 && number.length <= 50 && /\d{3}/.test(number.replaceAll(/\D/g, "")) ? number : undefined;
}

/** The date a text begins with, where it is one. */
export function dateOf(text: string | undefined): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text?.trim() ?? "")?.[1];
  const parsed = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== day ? undefined : day;
}
