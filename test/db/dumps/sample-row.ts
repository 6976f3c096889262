/** A row of sample data and the ids by which rows name each other; ids say nothing, so that they never change. */
export interface SampleRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** Left out where this table is not there: a value points to it, though no foreign key says so yet. */
  readonly needs?: string;
  /** The row is there already and changes, for what comes after it could not be said before. */
  readonly isChange?: true;
}

export const sampleId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const USER: string = sampleId(1);
export const COUNTRY: string = sampleId(10);
export const CITY: string = sampleId(11);
export const PLACE: string = sampleId(12);
export const CAFE: string = sampleId(13);
export const CATEGORY: string = sampleId(16);
export const DIET: string = sampleId(18);
export const TRIP: string = sampleId(20);
export const RUN: string = sampleId(22);
export const PLAN: string = sampleId(30);
export const EDITED_PLAN: string = sampleId(31);

/** A moment in a month that the first dumps have a partition for. */
export const THEN = "2026-11-05T08:30:00Z";
export const LISBON = "POINT(-9.1393 38.7223)";
export const PRICE = { amountMinor: 12345, currency: "EUR", per: "person", basis: "live", provider: "sample" } as const;
export const VERDICT = { ok: true, violations: [] } as const;
