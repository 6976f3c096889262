/** What a visit costs, out of what several sources say of it: one word on admission, never a mixture that contradicts itself. */
import { toDecimal, toMinor } from "../../trip/money.ts";
import type { FieldPicker } from "./field-picker.ts";
import type { StoredRecord } from "./stored-record.ts";

export interface PriceColumns {
  readonly pricing_type: string | null;
  readonly price_adult: string | null;
  readonly spend_low: string | null;
  readonly spend_high: string | null;
  readonly currency: string | null;
}

interface Admission {
  readonly amount: string;
  readonly currency: string;
}
type Spend = NonNullable<StoredRecord["spend"]>;

/** As the column has it; a number that is none is nobody's word. */
function decimal(amount: string, currency: string): string | null {
  const number = Number(amount);
  return amount.trim() === "" || !Number.isFinite(number) || number < 0
    ? null
    : toDecimal(toMinor(number, currency), currency);
}

function pricingOf({ pricing, admission }: StoredRecord): StoredRecord["pricing"] {
  if (pricing !== undefined || admission === undefined) return pricing;
  return Number(admission.amount) === 0 ? "free" : "paid";
}

/** The amount goes with the word on whether one pays: a free place costs nothing, one that is paid something. */
function admissionOf(
  fields: FieldPicker,
  currency: string | null,
): { pricing: string | null; admission: Admission | null } {
  const pricing = fields.take("pricing_type", "visit", pricingOf);
  if (pricing === "free") {
    const from = fields.find("visit", pricingOf)?.from;
    const known = from?.record.admission?.currency ?? currency;
    if (known === null || !from) return { pricing, admission: null };
    fields.credit("price_adult", from);
    return { pricing, admission: { amount: "0", currency: known } };
  }
  const admission = fields.take("price_adult", "visit", (record) =>
    record.admission &&
    decimal(record.admission.amount, record.admission.currency) !== null &&
    pricingOf(record) === pricing &&
    (pricing !== "paid" || Number(record.admission.amount) > 0)
      ? record.admission
      : undefined,
  );
  return { pricing, admission };
}

const isRange = ({ low, high, currency }: Spend): boolean =>
  decimal(low, currency) !== null && decimal(high, currency) !== null && Number(low) <= Number(high);

/** One currency a row: of an eatery that of its meals, of anything else that of its admission. */
export function mergePrice(fields: FieldPicker, isEatery: boolean, cityCurrency: string | null): PriceColumns {
  const spend = isEatery
    ? fields.take("spend_low", "visit", ({ spend: said }) => (said && isRange(said) ? said : undefined))
    : null;
  const { pricing, admission } = isEatery ? { pricing: null, admission: null } : admissionOf(fields, cityCurrency);
  return {
    pricing_type: pricing,
    price_adult: admission && decimal(admission.amount, admission.currency),
    spend_low: spend && decimal(spend.low, spend.currency),
    spend_high: spend && decimal(spend.high, spend.currency),
    currency: spend?.currency ?? admission?.currency ?? null,
  };
}
