/**
 * From a text of opening hours to the document that is stored: exact where month, day and weekday say it
 * all, else what an ordinary date comes to, with the rule beside it.
 */
import type { OpeningHours } from "../opening-hours.ts";
import { isYearly, ordinaryRules } from "./ordinary.ts";
import { MOST_CHARACTERS, parseHours } from "./parse-hours.ts";
import { printRules } from "./print-rule.ts";
import { type HoursRule, selectsDates } from "./rule.ts";
import { hasUnknownDays, yearlyHours } from "./yearly.ts";

/** Without a `problem` the hours are there; with one, they are unknown. */
export interface HoursRead {
  hours: OpeningHours | null;
  problem: string | null;
}

export function hoursFromRule(
  text: string,
  { lastEntryMinutes }: { lastEntryMinutes?: number | undefined } = {},
): HoursRead {
  const { rule, problem } = parseHours(text);
  if (rule === null) return { hours: null, problem };
  const vague = vaguenessOf(rule);
  if (vague !== null) return { hours: null, problem: vague };
  const lastEntry = lastEntryMinutes ? { lastEntryMinutes } : {};
  const exact = isYearly(rule) ? yearlyHours(rule) : null;
  if (exact) return { hours: { ...exact, ...lastEntry }, problem: null };
  const ordinary = ordinaryRules(rule);
  const yearly = yearlyHours(ordinary.rules) ?? yearlyHours([]);
  if (!yearly) return { hours: null, problem: "These hours are too many to keep." };
  const mayOpen = ordinary.mayOpen || hasUnknownDays(ordinary.rules);
  const printed = printRules(rule);
  // Written out, a rule at the limit may outgrow what can be read again; the text it came as never does.
  const rest = { rule: printed.length > MOST_CHARACTERS ? text : printed, ...(mayOpen && { ruleMayOpen: true }) };
  return { hours: { ...yearly, ...lastEntry, ...rest }, problem: null };
}

/** Understood, and yet nothing to plan by. */
function vaguenessOf(rule: HoursRule): string | null {
  const bare = rule.find(({ state, times }) => state === "open" && times.length === 0);
  if (bare) {
    const days = selectsDates(bare)
      ? ` for "${printRules([{ ...bare, state: "unknown", comment: "" }]).replace(/ ?""$/, "")}"`
      : "";
    return `Expected times${days}, as in 09:00-17:00 or 00:00-24:00; "open" alone may be at the usual hours.`;
  }
  const isAllUnknown = !rule.some(({ state }) => state === "open") && rule.some(({ state }) => state === "unknown");
  return isAllUnknown ? "Nothing in these hours is certain: they are by appointment, or unknown." : null;
}
