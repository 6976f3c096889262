/** What stands above the days: dates, how many travel, the budget, diets and access. */
import type { Money } from "../../money.ts";
import type { AccessibilityNeed, Diet } from "../../place.ts";
import type { Pace } from "../../trip.ts";
import { understandRequest } from "../understand-request.ts";
import { findPrices } from "./said-prices.ts";

export interface TripWords {
  range: { start: string; end: string | null } | null;
  /** The text says of which year. */
  hasYear: boolean;
  travelers: number | null;
  childAges: number[];
  /** For everybody and the whole trip, unless said by head or day. */
  budget: { money: Money; isPerPerson: boolean; isPerDay: boolean } | null;
  diets: Diet[];
  accessibility: AccessibilityNeed[];
  pace: Pace | null;
}

const BUDGET = /\bbudget\b(?!\s*(?:breakdown|estimate|tips?|hotel|hostel|friendly|-))[^.\n]{0,40}/giu;

function budgetIn(text: string): TripWords["budget"] {
  for (const match of text.matchAll(BUDGET)) {
    if (/\bestimated?\s*$/iu.test(text.slice(0, match.index))) continue;
    const around = text.slice(Math.max(0, match.index - 25), match.index + match[0].length);
    const money = (findPrices(match[0])[0] ?? findPrices(around)[0])?.money;
    if (!money || money.amountMinor === 0) continue;
    return {
      money,
      isPerPerson: /(?:per|a|each) ?(?:person|head|traveller|traveler)|\bpp\b|\/ ?person/iu.test(around),
      isPerDay: /(?:per|a|each) ?day|daily|\/ ?day/iu.test(around),
    };
  }
  return null;
}

/** "We" and "you" count nobody; only numbers and "couple", "solo" and the like do. */
const COUNTED =
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|solo|couple|couples|family|honeymoon\p{L}*|alone|friends|wife|husband|partner|kids?|children)\b/iu;

export function readTripWords(text: string, today: string): TripWords {
  const year = /\b20\d{2}\b/.exec(text)?.[0];
  /** A request is about the future; a plan that was pasted may be last year's. */
  const from = year !== undefined && year <= today.slice(0, 4) ? `${year}-01-01` : today;
  const asked = understandRequest(text, { today: from });
  const { when } = asked.timing;
  const range =
    when?.kind === "range"
      ? { start: when.start, end: when.end }
      : when?.kind === "start" && when.isExact
        ? { start: when.start, end: null }
        : null;
  const stepFree = asked.accessibility.filter((need) => need === "wheelchair" || need === "mobility_limited");
  return {
    range,
    hasYear: year !== undefined,
    travelers: COUNTED.test(text) ? asked.travelers : null,
    childAges: asked.childAges,
    budget: budgetIn(text),
    diets: asked.diets,
    accessibility: stepFree,
    pace: asked.pace,
  };
}
