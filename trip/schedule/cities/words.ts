/** What was decided for the traveller about cities and nights, in words they can disagree with. */
import { capitalised, counted, durationText, listed } from "../../export/words.ts";
import { formatMoney, minorDigits } from "../../money.ts";
import type { Obstacle } from "./diagnose.ts";
import type { Route, RouteWorth } from "./route.ts";
import type { SkipReason } from "./solve.ts";

const nightsText = (count: number): string => counted(count, "night", "nights");

/** Estimates are not worth their cents. */
function roughly(amountMinor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return formatMoney({ amountMinor: Math.round(amountMinor / unit) * unit, currency });
}

/** Nor are estimated legs worth their minutes. */
const roughTime = (minutes: number): string => durationText(Math.round(minutes / 5) * 5);

/** Differences smaller than these are none. */
const SAME_MINUTES = 15;
const SAME_MONEY_SHARE = 0.02;

interface Compared {
  best: Route & RouteWorth;
  other: Route & RouteWorth;
}

/** "saves about €40 and 1 h of travel", "costs about €120 more and saves 2 h of travel"; `null` when it is all the same. */
function consequences({ best, other }: Compared, currency: string): string | null {
  const money = other.cost - best.cost;
  const minutes = other.travelMinutes - best.travelMinutes;
  const hasMoney = Math.abs(money) > SAME_MONEY_SHARE * best.cost;
  const hasTime = Math.abs(minutes) > SAME_MINUTES;
  const saved = [
    ...(hasMoney && money < 0 ? [`about ${roughly(-money, currency)}`] : []),
    ...(hasTime && minutes < 0 ? [`${roughTime(-minutes)} of travel`] : []),
  ];
  const lost = [
    ...(hasMoney && money > 0 ? [`about ${roughly(money, currency)}`] : []),
    ...(hasTime && minutes > 0 ? [`${roughTime(minutes)} of travel`] : []),
  ];
  const parts = [
    ...(saved.length > 0 ? [`saves ${listed(saved)}`] : []),
    ...(lost.length > 0 ? [`costs ${listed(lost)} more`] : []),
  ];
  return parts.length === 0 ? null : parts.join(" and ");
}

function changes(names: readonly string[], { best, other }: Compared): string[] {
  const nightsIn = ({ stays }: Route, city: number): number | null =>
    stays.find((stay) => stay.city === city)?.nights ?? null;
  const order = ({ stays }: Route): number[] => stays.map(({ city }) => city);
  const both = order(best).filter((city) => order(other).includes(city));
  const reordered = order(other).filter((city) => both.includes(city));
  const perCity = names.flatMap((name, city) => {
    const [now, then] = [nightsIn(best, city), nightsIn(other, city)];
    if (now === then) return [];
    if (then === null) return [`no stop in ${name}`];
    if (now === null) return [`${nightsText(then)} in ${name} as well`];
    const change = then > now ? "more" : "less";
    return [
      `${nightsText(Math.abs(then - now)).replace(" ", ` ${change === "less" && Math.abs(then - now) > 1 ? "fewer" : change} `)} in ${name}`,
    ];
  });
  const isReordered = both.join() !== reordered.join();
  return [...(isReordered ? [`the order ${reordered.map((city) => names[city] ?? "").join(", ")}`] : []), ...perCity];
}

/** "One more night in Porto and one less night in Lisbon saves about €40"; `null` when only a leg differs that costs the same. */
export function differenceInWords(names: readonly string[], compared: Compared, currency: string): string | null {
  const changed = changes(names, compared);
  const effect = consequences(compared, currency) ?? "is almost as good";
  if (changed.length > 0) return `${capitalised(listed(changed))} ${effect}`;
  const isOtherLeg = compared.best.legCost !== compared.other.legCost;
  return isOtherLeg ? `Another way of getting about ${effect}` : null;
}

/** "3 nights in Lisbon and 2 in Porto". */
export function nightsInWords(names: readonly string[], { stays }: Route): string {
  const words = stays.map(({ city, nights }, index) => {
    const unit = index === 0 ? ` ${nights === 1 ? "night" : "nights"}` : "";
    return nights === 0 ? `the last day in ${names[city]}` : `${nights}${unit} in ${names[city]}`;
  });
  return listed(words);
}

/** Why an open order came out as it did, against the order in which the cities were named. */
export function orderInWords(
  names: readonly string[],
  best: Route & RouteWorth,
  named: (Route & RouteWorth) | null,
  currency: string,
): string {
  const order = best.stays.map(({ city }) => names[city] ?? "").join(", ");
  const said = named?.stays.map(({ city }) => names[city] ?? "").join(", ");
  const travel = `about ${roughTime(best.travelMinutes)} of travel`;
  if (said === order) return `You left the order open: the one you named, ${order}, is the best, with ${travel}.`;
  const gain = named && consequences({ best: named, other: best }, currency);
  const first = names[best.stays[0]?.city ?? 0] ?? "";
  const reason = gain ? `${first} first ${gain} against the order you named` : `with ${travel}`;
  return `You left the order open: I took ${order}; ${reason}.`;
}

export function obstacleInWords(obstacle: Obstacle, nights: number): string {
  switch (obstacle.kind) {
    case "too_few_nights":
      return `The nights asked for add up to ${obstacle.least}, and the trip has ${nights}. Make it longer, or ask for fewer.`;
    case "too_many_nights":
      return `The cities take ${nightsText(obstacle.most)} at most, and the trip has ${nights}. Make it shorter, or allow more nights in one of them.`;
    case "arrival_dates":
      return "No order of the cities reaches each one on the dates asked for. Lift one of them.";
    case "order":
      return "The order asked for contradicts itself. Leave a part of it open.";
    case "no_connection":
      return "There is no way between some of the cities in the time there is. Drop one of them.";
    case "several":
      return "Nights, dates and order cannot all be kept. Lift some of them.";
  }
}

export function skipInWords(name: string, reason: SkipReason): string {
  return {
    does_not_fit: `${name} does not fit into the nights and the order there are.`,
    beyond_the_budget: `${name} is beyond the budget.`,
    worth_less: `${name} is left out: its nights and the way there are worth more elsewhere.`,
  }[reason];
}
