/** What is asked of the figures, and whether they meet it. A missed target is a finding, not a failure of the run. */
import type { EmbeddedReport } from "./embedded-server.ts";
import type { MeasuredRead } from "./measure.ts";
import type { Saving } from "./saving.ts";
import { growthExponent, logGrowthLimit } from "./statistics.ts";

export interface Target {
  readonly name: string;
  readonly asked: string;
  readonly measured: string;
  readonly isMet: boolean;
}

export interface ReadGrowth {
  readonly name: string;
  readonly title: string;
  /** Of `ms = a · rows^b`: 0 stays level, 1 grows like n. */
  readonly exponentP50: number;
  readonly exponentP95: number;
  /** The largest size's p95 over the smallest size's. */
  readonly ratioP95: number;
  /** What that may be for a cost that grows like log n. */
  readonly logLimit: number;
}

const MILLION = 1_000_000;
const NATIVE_P95_MS = 10;
const EMBEDDED_P95_MS = 50;
const MAX_STATEMENTS = 5;
const STEADY_MB = 1_000;
const PEAK_MB = 1_500;

export function growthOf(reads: readonly MeasuredRead[]): ReadGrowth[] {
  const names = [...new Set(reads.map(({ name }) => name))];
  return names.flatMap((name) => {
    const sizes = reads.filter((read) => read.name === name).toSorted((a, b) => a.rows - b.rows);
    const [first, last] = [sizes.at(0), sizes.at(-1)];
    if (first === undefined || last === undefined || first.rows === last.rows) return [];
    return {
      name,
      title: first.title,
      exponentP50: growthExponent(sizes.map(({ rows, p50Ms }) => ({ rows, ms: p50Ms }))),
      exponentP95: growthExponent(sizes.map(({ rows, p95Ms }) => ({ rows, ms: p95Ms }))),
      ratioP95: last.p95Ms / first.p95Ms,
      logLimit: logGrowthLimit(first.rows, last.rows),
    };
  });
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

function slowest(reads: readonly MeasuredRead[], limitMs: number, name: string, asked: string): Target[] {
  const worst = reads.toSorted((a, b) => b.p95Ms - a.p95Ms).at(0);
  if (worst === undefined) return [];
  const late = reads.filter(({ p95Ms }) => p95Ms > limitMs).map(({ title }) => title);
  const measured = `slowest: ${worst.title}, ${ms(worst.p95Ms)}${late.length > 0 ? `; missed by ${late.join(", ")}` : ""}`;
  return [{ name, asked, measured, isMet: late.length === 0 }];
}

export function nativeTargets(reads: readonly MeasuredRead[], savings: readonly Saving[]): Target[] {
  const largest = Math.max(...reads.map(({ rows }) => rows));
  const atLargest = reads.filter(({ rows }) => rows === largest);
  const size = largest.toLocaleString("en");
  const note = largest === MILLION ? "" : " (asked at 1,000,000)";
  const fast = slowest(atLargest, NATIVE_P95_MS, `p95 of every read at ${size} rows${note}`, `<= ${NATIVE_P95_MS} ms`);
  const growth = growthOf(reads).map(
    ({ title, ratioP95, logLimit }): Target => ({
      name: `growth of ${title}`,
      asked: `p95 at most x ${logLimit.toFixed(2)} (log n)`,
      measured: `x ${ratioP95.toFixed(2)}`,
      isMet: ratioP95 <= logLimit,
    }),
  );
  const statements = Math.max(...savings.map((saving) => saving.statements));
  const saving: Target = {
    name: "saving a 7-day itinerary",
    asked: `<= ${MAX_STATEMENTS} statements`,
    measured: `${statements} statements`,
    isMet: statements <= MAX_STATEMENTS,
  };
  return [...fast, ...growth, saving];
}

export function embeddedTargets({ size, memory }: EmbeddedReport): Target[] {
  const rows = size.rows.toLocaleString("en");
  const { served, loaded } = memory;
  const peak = Math.max(served.peakMb, loaded.peakMb);
  return [
    ...slowest(size.reads, EMBEDDED_P95_MS, `embedded: p95 of every read at ${rows} rows`, `<= ${EMBEDDED_P95_MS} ms`),
    {
      name: "embedded: memory, steady",
      asked: `< ${STEADY_MB} MB`,
      measured: `${served.rssMb.toFixed(0)} MB resident`,
      isMet: served.rssMb < STEADY_MB,
    },
    {
      name: "embedded: memory, peak",
      asked: `< ${PEAK_MB} MB`,
      measured: `${served.peakMb.toFixed(0)} MB serving, ${loaded.peakMb.toFixed(0)} MB loading and building indexes`,
      isMet: peak < PEAK_MB,
    },
  ];
}
