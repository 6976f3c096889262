/** Figures as people read them, by their unit. */
import type { ScorerHead } from "./figures.ts";
import type { Interval } from "./intervals.ts";

type Unit = ScorerHead["unit"];

const NARROW_SPACE = "\u202f";
const grouped = (value: number, digits: number): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Three digits that matter, without an exponent. */
function rounded(value: number): string {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return grouped(value, 0);
  return grouped(value, size >= 10 ? 1 : 2);
}

const NUMBERS: Record<Unit, (value: number) => string> = {
  share: (value) => grouped(value * 100, value === 0 || value === 1 ? 0 : 1),
  ratio: (value) => grouped(value, 3),
  score: (value) => grouped(value, 3),
  count: rounded,
  tokens: rounded,
  minutes: rounded,
  ms: (value) => (value >= 1000 ? grouped(value / 1000, value >= 100_000 ? 0 : 1) : grouped(value, 0)),
  usd: (value) => grouped(value, Math.abs(value) >= 1 || value === 0 ? 2 : 4),
};

const withUnit = (text: string, unit: Unit, value: number): string => {
  if (unit === "usd") return `$${text}`;
  if (unit === "share") return `${text}${NARROW_SPACE}%`;
  if (unit === "minutes") return `${text}${NARROW_SPACE}min`;
  if (unit === "ms") return `${text}${NARROW_SPACE}${value >= 1000 ? "s" : "ms"}`;
  return text;
};

export function figureText(value: number, unit: Unit): string {
  return withUnit(NUMBERS[unit](value), unit, value);
}

/** "91.2–97.0": the unit stands with the figure, and again only where the two ends have another one. */
export function intervalText({ low, high }: Interval, unit: Unit): string {
  if (unit === "ms" && low < 1000 !== high < 1000) return `${figureText(low, unit)}–${figureText(high, unit)}`;
  return `${NUMBERS[unit](low)}–${NUMBERS[unit](high)}`;
}

/** On an axis, where ticks are round: "75 %", "$0.01". */
export function tickText(value: number, unit: Unit): string {
  return figureText(value, unit).replace(/(\.\d*?)0+(?!\d)/, (_, kept: string) => (kept === "." ? "" : kept));
}

export const shareText = (passed: number, of: number): string => figureText(passed / of, "share");

const BETTER = { higher: "higher is better", lower: "lower is better", neither: "decides nothing by itself" } as const;
const TOTAL = { mean: "mean over samples", micro: "counts summed over samples" } as const;

/** "0 % to 100 %, higher is better, mean over samples". */
export function scorerFacts({ range: [low, high], unit, better, total }: ScorerHead): string {
  const top = high >= Number.MAX_SAFE_INTEGER || !Number.isFinite(high) ? "any" : figureText(high, unit);
  return `${figureText(low, unit)} to ${top}, ${BETTER[better]}, ${TOTAL[total]}`;
}

/** "2 min 5 s". */
export function durationText(ms: number): string {
  if (ms < 60_000) return figureText(ms, "ms");
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}${NARROW_SPACE}min ${seconds % 60}${NARROW_SPACE}s`;
}
