/** What models were used for, as `tripwright usage --json` prints it and `GET /api/usage` answers. */
import { z } from "zod";
import { addDays, dateSchema } from "../trip/calendar.ts";
import { TripwrightError } from "../trip/errors.ts";
import type { UsageRow, UsageStore } from "../trip/ports.ts";

const DAYS_SHOWN = 30;
const LONGEST_DAYS = 3_660;

const tokensSchema = z.object({ input: z.int(), output: z.int(), cached: z.int(), reasoning: z.int() });
const rowSchema = z.object({
  day: dateSchema,
  model: z.string(),
  promptHash: z.string(),
  runs: z.int(),
  modelCalls: z.int(),
  tokens: tokensSchema,
  costUsd: z.number().nullable(),
  plansOk: z.int(),
  plansNotOk: z.int(),
  ratings: z.int(),
  averageRating: z.number().nullable(),
  firstTokenMs: z.number().nullable(),
}) satisfies z.ZodType<UsageRow>;

export const usageReportSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  rows: z.array(rowSchema),
  total: z.object({
    modelCalls: z.int(),
    tokens: tokensSchema,
    /** `null` when a call has no known price. */
    costUsd: z.number().nullable(),
    plansOk: z.int(),
    plansNotOk: z.int(),
    ratings: z.int(),
  }),
});
export type UsageReport = z.output<typeof usageReportSchema>;

const date = (name: string): z.ZodType<string | undefined> => dateSchema.optional().describe(`${name} day, YYYY-MM-DD`);
/** As typed or asked for; the last 30 days unless given. Days are UTC's. */
export const usageRangeSchema = z.object({ from: date("First"), to: date("Last") });

function rangeOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
): { from: string; to: string } {
  const parsed = usageRangeSchema.safeParse(asked);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = `Expected ${issue?.path.join(".")} as a date such as 2027-05-10. ${issue?.message ?? ""}`.trim();
    throw new TripwrightError("invalid_input", message, { ...asked });
  }
  const { to = now.toISOString().slice(0, 10), from = addDays(to, 1 - DAYS_SHOWN) } = parsed.data;
  if (from > to) throw new TripwrightError("dates_reversed", `Expected ${to} after ${from}. Swap them.`, { from, to });
  if (addDays(from, LONGEST_DAYS) < to) {
    throw new TripwrightError("invalid_input", `Expected at most ten years, got ${from} to ${to}. Ask for less.`, {
      from,
      to,
    });
  }
  return { from, to };
}

function sumOf(rows: readonly UsageRow[], figure: (row: UsageRow) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}

/** Throws `invalid_input` or `dates_reversed`. */
export async function usageReport(
  usage: Pick<UsageStore, "listUsage">,
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Promise<UsageReport> {
  const range = rangeOf(asked, now);
  const rows = await usage.listUsage(range);
  const isPriced = rows.every(({ costUsd, modelCalls }) => costUsd !== null || modelCalls === 0);
  return {
    ...range,
    rows,
    total: {
      modelCalls: sumOf(rows, (row) => row.modelCalls),
      tokens: {
        input: sumOf(rows, ({ tokens }) => tokens.input),
        output: sumOf(rows, ({ tokens }) => tokens.output),
        cached: sumOf(rows, ({ tokens }) => tokens.cached),
        reasoning: sumOf(rows, ({ tokens }) => tokens.reasoning),
      },
      costUsd: isPriced ? sumOf(rows, (row) => row.costUsd ?? 0) : null,
      plansOk: sumOf(rows, (row) => row.plansOk),
      plansNotOk: sumOf(rows, (row) => row.plansNotOk),
      ratings: sumOf(rows, (row) => row.ratings),
    },
  };
}
