/**
 * Does the money last? Known prices over the budget are an error; what is only estimated is a risk, and
 * what nobody could price is listed. The three are never one figure. Sights and tables are reckoned as the
 * catalogue knows them, whatever the plan claims they cost.
 */
import { admissionAt } from "../admission.ts";
import { type Budget, budgetOf } from "../budget.ts";
import type { DayDraft, ItemDraft } from "../itinerary.ts";
import { formatEstimate, formatMoney, minorDigits } from "../money.ts";
import { minuteOf } from "../opening-hours.ts";
import { type Violation, violation } from "../verdict.ts";
import type { CheckContext } from "./context.ts";
import { listOf } from "./phrases.ts";

export function budgetRule(context: CheckContext): Violation[] {
  const { trip, facts, itinerary } = context;
  const days = itinerary.days.map(
    (day): DayDraft => ({ ...day, items: day.items.map((item) => priced(context, item, day.date)) }),
  );
  const spending = budgetOf(trip, { days }, facts);
  return [...overBudget(context, spending), ...missingPrices(spending)];
}

function priced({ facts, trip }: CheckContext, item: ItemDraft, date: string): ItemDraft {
  const place = item.placeId === null ? undefined : facts.places.get(item.placeId);
  if (item.type === "meal") {
    const estimate = place?.mealEstimate;
    if (!estimate) return item;
    const party = {
      lowMinor: estimate.lowMinor * trip.travelers,
      highMinor: estimate.highMinor * trip.travelers,
    };
    return { ...item, cost: { ...estimate, ...party } };
  }
  const arrival = { date, startMinute: minuteOf(item.startTime) };
  const cost = (place && admissionAt(place, arrival, facts)) ?? item.cost;
  // Entry is paid whatever the plan calls the hour behind the gate.
  const isFree = item.type === "free" || item.type === "rest";
  if (isFree && cost !== null) return { ...item, type: "attraction", cost };
  // Chosen flights are reckoned by themselves; where none is chosen, the plan's own count.
  const isOwnFlight = item.type === "flight" && cost !== null && facts.flights.length === 0;
  return { ...item, type: isOwnFlight ? "transport" : item.type, cost };
}

function overBudget({ trip }: CheckContext, spending: Budget): Violation[] {
  if (trip.budget === null) return [];
  const { amountMinor, currency } = trip.budget;
  const { known, estimatedLow, estimatedHigh } = spending;
  if (Math.max(known, estimatedHigh) <= amountMinor) return [];
  const money = (minor: number): string => formatMoney({ amountMinor: minor, currency });
  const limit = `your budget is ${money(amountMinor)}`;
  const range = formatEstimate({ lowMinor: estimatedLow, highMinor: estimatedHigh, currency }, known);
  const saying = {
    expected: `at most ${money(amountMinor)}`,
    actual: [
      `known ${money(known)}`,
      `with estimates ${range}`,
      `not priced: ${spending.missing.length === 0 ? "nothing" : listOf(spending.missing)}`,
    ].join("; "),
    fix: savingOf(spending, amountMinor, money),
  };
  if (known > amountMinor) {
    const message = `Known prices alone come to ${money(known)}; ${limit}.`;
    return [violation("budget_exceeded", "", message, saying)];
  }
  const message =
    estimatedLow > amountMinor
      ? `With estimates for what has no price yet, expect ${range}, more than you have: ${limit}.`
      : `With estimates for what has no price yet, it may come to ${range}; ${limit}.`;
  return [violation("budget_at_risk", "", message, saying)];
}

/** By how much, and on what most is spent. */
function savingOf(
  { known, estimatedHigh, lines, currency }: Budget,
  limit: number,
  money: (minor: number) => string,
): string {
  const isKnown = known > limit;
  const unit = 10 ** minorDigits(currency);
  const needed = Math.ceil((isKnown ? known : estimatedHigh) / unit) * unit;
  const of = (line: Budget["lines"][number]): number => (isKnown ? line.known : line.high);
  const [dearest] = lines.toSorted((a, b) => of(b) - of(a));
  const most = dearest && of(dearest) > 0 ? `, first on ${dearest.label.toLowerCase()} (${money(of(dearest))})` : "";
  return `raise the budget to ${money(needed)}, or save ${money(needed - limit)}${most}`;
}

function missingPrices({ missing, known, currency }: Budget): Violation[] {
  if (missing.length === 0) return [];
  const named = listOf(missing, 8);
  return [
    violation("missing_price", "", `The sum leaves out what nobody could price: ${named}.`, {
      expected: "a price or an estimate for everything",
      actual: `nothing known for ${named}; what is known comes to ${formatMoney({ amountMinor: known, currency })}`,
      fix: `look up what ${missing.length === 1 ? "it costs" : "they cost"}, and keep money back for it`,
    }),
  ];
}
