/** A comparison as a terminal shows it: a table a method, then what changed, what differs and what is doubtful. */
import { columns } from "./columns.ts";
import type { Comparison, MethodComparison } from "./compare-runs.ts";
import type { ScoreDifference } from "./score-differences.ts";

const MOST_NAMED = 30;

export function comparisonText(comparison: Comparison, names: { a: string; b: string }): string {
  const { differences, warnings, methods } = comparison;
  const rows = differences.map(({ what, a, b }) => [what, a, b]);
  return [
    `A ${names.a}`,
    `B ${names.b}`,
    "",
    ...(rows.length > 0 ? [columns([["differs in", "A", "B"], ...rows], { left: 3 }), ""] : ["Both ran the same.", ""]),
    ...warnings.map((warning) => `! ${warning}`),
    ...(warnings.length > 0 ? [""] : []),
    ...methods.flatMap((method) => [methodText(method), ""]),
    "95 % intervals of B less A: paired bootstrap over samples; * where they leave 0 out. Wins are B's.",
  ].join("\n");
}

function methodText(method: MethodComparison): string {
  const { methodA, methodB, pairs, samples, scores, changed, onlyA, onlyB } = method;
  const title = methodA === methodB ? methodA : `${methodA} in A, ${methodB} in B`;
  const head = ["", "A", "B", "B − A", "95 % interval", "wins", "losses", "ties"];
  const lines = changed.slice(0, MOST_NAMED).flatMap(({ sample, passedA, passedB, trials, why }) => {
    const isNow = passedB > passedA ? "better" : "worse";
    const times = trials === 1 ? "" : `, passed ${passedA} → ${passedB} of ${trials}`;
    return [`  ${isNow}  ${sample}${times}`, ...why.slice(0, 3).map((fault) => `           ${fault}`)];
  });
  const more = changed.length > MOST_NAMED ? [`  and ${changed.length - MOST_NAMED} more`] : [];
  return [
    `${title}: ${pairs} answers to ${samples} samples`,
    columns([head, ...scores.map(scoreRow)], { left: 1 }),
    ...(changed.length > 0 ? ["Passed in one, failed in the other:", ...lines, ...more] : ["No sample changed."]),
    ...missing("A", onlyA),
    ...missing("B", onlyB),
  ].join("\n");
}

function scoreRow({ scorer, a, b, difference, interval, verdict, wins, losses, ties, ...of }: ScoreDifference) {
  const { unit, better, title } = scorer;
  const shown = (value: number): string => figure(value, unit);
  return [
    `${title}${better === "lower" ? " (less is better)" : ""}${of.scoredOnce > 0 ? ` (${of.scored} in both)` : ""}`,
    shown(a),
    shown(b),
    signed(difference, shown),
    interval
      ? `${signed(interval.low, shown)} … ${signed(interval.high, shown)}${verdict === "open" ? "" : " *"}`
      : "–",
    wins === null ? "–" : String(wins),
    losses === null ? "–" : String(losses),
    String(ties),
  ];
}

const signed = (value: number, shown: (value: number) => string): string =>
  `${value < 0 ? "−" : "+"}${shown(Math.abs(value))}`;

function figure(value: number, unit: ScoreDifference["scorer"]["unit"]): string {
  if (unit === "share") return `${(value * 100).toFixed(1)} %`;
  if (unit === "ms") return `${Math.round(value)} ms`;
  if (unit === "usd") return `$${value.toFixed(4)}`;
  return unit === "tokens" ? String(Math.round(value)) : value.toFixed(2);
}

function missing(side: "A" | "B", names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 8).join(", ");
  const more = names.length > 8 ? ` and ${names.length - 8} more` : "";
  return [`Only in ${side}, compared with nothing: ${shown}${more}`];
}
