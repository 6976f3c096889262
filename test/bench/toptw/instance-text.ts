/** Instances in the benchmark's file format, made up from a seed: the tests need no data of others. */
import { type Random, seededRandom } from "../../../trip/schedule/random.ts";

export interface Shape {
  readonly vertices: number;
  readonly seed: number;
  /** In groups of ten around a few points, else all over the square. */
  readonly isClustered: boolean;
  /** Narrow windows are a tenth of the day long, wide ones half of it. */
  readonly isNarrow: boolean;
}

const SIDE = 100;
const DAY = 400;

export function instanceText({ vertices, seed, isClustered, isNarrow }: Shape): string {
  const random = seededRandom(seed);
  const centres = Array.from({ length: Math.ceil(vertices / 10) }, () => [random.next() * SIDE, random.next() * SIDE]);
  const rows = Array.from({ length: vertices }, (_, index) => {
    const [x = 0, y = 0] = centres[Math.floor(index / 10)] ?? [];
    const at = isClustered ? [around(x, random), around(y, random)] : [random.next() * SIDE, random.next() * SIDE];
    const open = random.below(DAY - 60);
    const length = Math.round(DAY * (isNarrow ? 0.1 : 0.5));
    const cells = [index + 1, ...at.map((value) => value.toFixed(3)), 10, 1 + random.below(30)];
    // The list in the middle is of no use, and as long as it says.
    const list = Array.from({ length: 1 + random.below(3) }, () => random.below(9));
    return [...cells, 1, list.length, ...list, open, Math.min(DAY - 10, open + length)].join(" ");
  });
  return ["4 2 0 1", "0 200", `  0 50.000 50.000 0.00 0.00 0 0 0 ${DAY}`, ...rows.map((row) => `  ${row}`), ""].join(
    "\n",
  );
}

const around = (centre: number, random: Random): number => centre + (random.next() + random.next() - 1) * 8;
