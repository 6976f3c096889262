/** Reading what others sent, field by field: a result may have more than is known here, or less, and must not break the page. */
export type Told = Readonly<Record<string, unknown>>;

export const NOTHING: Told = {};

export function isTold(value: unknown): value is Told {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function partOf(told: Told, name: string): Told {
  const value = told[name];
  return isTold(value) ? value : NOTHING;
}

export function textOf(told: Told, name: string): string | null {
  const value = told[name];
  return typeof value === "string" && value !== "" ? value : null;
}

export function numberOf(told: Told, name: string): number | null {
  const value = told[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

export function listOf(told: Told, name: string): readonly unknown[] {
  const value = told[name];
  return Array.isArray(value) ? value : [];
}

export function textsOf(told: Told, name: string): string[] {
  return listOf(told, name).filter((value) => typeof value === "string");
}

export function partsOf(told: Told, name: string): Told[] {
  return listOf(told, name).filter(isTold);
}

/** A calendar date that there is. */
export function dateOf(told: Told, name: string): string | null {
  const text = textOf(told, name);
  const instant = text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(instant) ? null : text;
}
