/** How a score is spread over samples: a row of columns for each method, all on one scale. */
import { routeClass } from "../../../trip/map/draw-map.ts";
import { figureText, tickText } from "../figure-text.ts";
import type { ScorerHead } from "../figures.ts";
import { shown } from "../html/text.ts";
import { quantile } from "../intervals.ts";
import { at, fittingScale, linearScale, type Scale } from "./scale.ts";

const WIDTH = 340;
const NAME = 70;
const EDGE = 20;
const ROW = 42;
const BINS = 24;

export interface Spread {
  readonly method: string;
  /** A value for every answer. */
  readonly values: readonly number[];
}

function columns(values: readonly number[], scale: Scale, floor: number): string {
  const from = NAME;
  const width = (WIDTH - EDGE - NAME) / BINS;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor((scale.place(value) - from) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  // What is there once among hundreds is still seen.
  const heightOf = (count: number): number => Math.max(1.5, (count / most) * (ROW - 14));
  return counts
    .map((count, bin) =>
      count === 0
        ? ""
        : `M${at(from + bin * width + 0.5)} ${at(floor)}v${at(-heightOf(count))}h${at(width - 1)}v${at(heightOf(count))}z`,
    )
    .join("");
}

function row({ values }: Spread, index: number, scale: Scale, name: string): string {
  const floor = index * ROW + ROW - 8;
  const middle = quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
  const x = at(scale.place(middle));
  return (
    `<g class="${routeClass(index)}"><text class="name" x="0" y="${floor - 6}">${name}</text>` +
    `<path class="axis" d="M${NAME} ${floor}H${WIDTH - EDGE}"/><path class="columns" d="${columns(values, scale, floor)}"/>` +
    `<path class="mid" d="M${x} ${floor + 1}l-4 6h8z"/></g>`
  );
}

/** "" where nobody has a value. The triangle under each row stands at its median. */
export function distribution(scorer: ScorerHead, spreads: readonly Spread[]): string {
  const all = spreads.flatMap(({ values }) => values);
  if (all.length === 0) return "";
  const axis = { from: NAME, to: WIDTH - EDGE };
  const isAnyBelow = all.some((value) => value < 0);
  const scale =
    scorer.unit === "share"
      ? linearScale(0, 1, axis)
      : isAnyBelow
        ? linearScale(Math.min(...all), Math.max(...all), axis)
        : fittingScale(all, axis);
  const height = spreads.length * ROW + 16;
  const rows = spreads.map((spread, index) =>
    spread.values.length === 0 ? "" : row(spread, index, scale, shown(spread.method.slice(0, 11))),
  );
  const medians = spreads.flatMap(({ method, values }) =>
    values.length === 0
      ? []
      : [
          `${method} ${figureText(
            quantile(
              values.toSorted((a, b) => a - b),
              0.5,
            ),
            scorer.unit,
          )}`,
        ],
  );
  const ticks = scale.ticks.map(
    (tick) =>
      `<text x="${at(scale.place(tick))}" y="${height - 2}" text-anchor="middle">${tickText(tick, scorer.unit)}</text>`,
  );
  const title = shown(`${scorer.title} over samples; medians: ${medians.join(", ")}`);
  return `<svg class="plot" viewBox="0 0 ${WIDTH} ${height}" role="img"><title>${title}</title>${rows.join("")}${ticks.join("")}</svg>`;
}
