/** One score's intervals under each other, method by method, on one scale: what overlaps is seen to overlap. */
import { routeClass } from "../../../trip/map/draw-map.ts";
import { figureText, intervalText } from "../figure-text.ts";
import type { Figure, FigureRow } from "../figures.ts";
import { shown } from "../html/text.ts";
import { at, linearScale, type Scale } from "./scale.ts";

const WIDTH = 168;
const ROW = 11;
const EDGE = 6;

function scaleOf({ scorer, figures }: FigureRow): Scale {
  const axis = { from: EDGE, to: WIDTH - EDGE };
  if (scorer.unit === "share") return linearScale(0, 1, axis);
  const ends = figures
    .values()
    .flatMap((figure) => (figure ? [figure.value, figure.interval?.low ?? 0, figure.interval?.high ?? 0] : []));
  const values = [...ends];
  return linearScale(Math.min(0, ...values), Math.max(...values, 0), axis);
}

function line(figure: Figure, index: number, scale: Scale): string {
  const y = index * ROW + ROW / 2 + 1;
  const { value, interval } = figure;
  const range = interval
    ? `<path class="range" d="M${at(scale.place(interval.low))} ${y}H${at(scale.place(interval.high))}"/>`
    : "";
  return `<g class="${routeClass(index)}">${range}<circle class="mid" cx="${at(scale.place(value))}" cy="${y}" r="3.4"/></g>`;
}

/** `methods` in the order of their colours. */
export function intervalStrip(row: FigureRow, methods: readonly string[]): string {
  const scale = scaleOf(row);
  const height = methods.length * ROW + 2;
  const { unit } = row.scorer;
  const said = methods.flatMap((method) => {
    const figure = row.figures.get(method);
    if (!figure) return [];
    const range = figure.interval ? ` (${intervalText(figure.interval, unit)})` : "";
    return [`${method} ${figureText(figure.value, unit)}${range}`];
  });
  const lines = methods.map((method, index) => {
    const figure = row.figures.get(method);
    return figure ? line(figure, index, scale) : "";
  });
  const ends = [scale.place(scale.ticks[0] ?? 0), scale.place(scale.ticks.at(-1) ?? 0)];
  return (
    `<svg class="strip" viewBox="0 0 ${WIDTH} ${height}" role="img"><title>${shown(said.join(", "))}</title>` +
    `<path class="axis" d="${ends.map((x) => `M${at(x)} 0V${height}`).join("")}"/>${lines.join("")}</svg>`
  );
}
