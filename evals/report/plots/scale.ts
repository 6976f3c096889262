/** From values to places along an axis, straight or by powers of ten, with few and round ticks. */

export interface Scale {
  place(value: number): number;
  readonly ticks: readonly number[];
}

interface Axis {
  readonly from: number;
  readonly to: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** 0, 20, 40 …: at most `most` steps of a round size. */
function roundTicks(low: number, high: number, most: number): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((size) => size * power >= rough - rough * 1e-9) ?? 10) * power;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step - 1e-9); tick * step <= high + step * 1e-9; tick += 1)
    ticks.push(tick === 0 ? 0 : tick * step);
  return ticks;
}

export function linearScale(low: number, high: number, { from, to }: Axis, most = 4): Scale {
  const span = high > low ? high - low : Math.max(1, Math.abs(low));
  const place = (value: number): number => from + ((value - low) / span) * (to - from);
  return { place, ticks: roundTicks(low, low + span, most) };
}

/** For what spreads over several powers of ten; `low` is above 0. */
export function powerScale(low: number, high: number, { from, to }: Axis): Scale {
  const first = Math.floor(Math.log10(low));
  const last = Math.max(first + 1, Math.ceil(Math.log10(high)));
  const place = (value: number): number =>
    from + ((Math.log10(Math.max(value, 10 ** first)) - first) / (last - first)) * (to - from);
  const every = Math.ceil((last - first) / 5);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((power) => (power - first) % every === 0)
    .map((power) => 10 ** power);
  return { place, ticks };
}

/** Coordinates to a tenth of a unit: a page of thousands of points stays small. */
export const at = (value: number): string => Number(value.toFixed(1)).toString();

const WIDER = 20;

/** Straight from 0, or by powers where the largest is so much larger than the middle one. */
export function fittingScale(values: readonly number[], axis: Axis): Scale {
  const sorted = values.filter((value) => value > 0).toSorted((a, b) => a - b);
  const high = sorted.at(-1) ?? 1;
  const low = sorted[0] ?? high;
  return high / low > WIDER && sorted.length === values.length
    ? powerScale(low, high, axis)
    : linearScale(0, high, axis);
}
