/** The table of scores: a row for each, a column for each method, with intervals to read and to see. */
import { routeClass } from "../../../trip/map/draw-map.ts";
import { figureText, intervalText, scorerFacts } from "../figure-text.ts";
import type { Figure, FigureRow, ScorerHead } from "../figures.ts";
import { intervalStrip } from "../plots/interval-strip.ts";
import type { RunReading } from "../run-reading.ts";
import { named, shown } from "./text.ts";

function cell(
  figure: Figure | null | undefined,
  { unit }: ScorerHead,
  kind: { isBest: boolean; isSubject: boolean },
): string {
  const classes = `number${kind.isSubject ? " subject" : ""}`;
  if (!figure)
    return `<td class="${classes}"><span class="soft" title="does not apply to any of its samples">–</span></td>`;
  const { value, interval, intervalBy, samples, counted } = figure;
  const best = kind.isBest ? ' <span class="best" title="its interval lies apart from every other">best</span>' : "";
  const range = interval
    ? `<span class="range" title="95 % interval, ${intervalBy}">${intervalText(interval, unit)}</span>`
    : '<span class="range">one sample</span>';
  const count = figureText(samples, "count");
  const of = counted
    ? `${figureText(counted.passed, "count")} of ${figureText(counted.of, "count")}, n ${count}`
    : `n ${count}`;
  return `<td class="${classes}"><span class="value">${figureText(value, unit)}</span>${best}${range}<span class="of">${of}</span></td>`;
}

function scoreRow(row: FigureRow, { methods, subject }: RunReading): string {
  const { scorer, figures, best } = row;
  const cells = methods.map((method) =>
    cell(figures.get(method), scorer, { isBest: best === method, isSubject: method === subject }),
  );
  return [
    `<tr><th scope="row"><details><summary title="${shown(scorer.formula)}">${shown(scorer.title)}</summary>`,
    `<p>${shown(scorer.formula)}</p><p>${shown(scorerFacts(scorer))}.</p></details></th>`,
    ...cells,
    `<td class="plot-column">${intervalStrip(row, methods)}</td></tr>`,
  ].join("");
}

export function scoreSection(reading: RunReading): string {
  const { rows, methods, subject } = reading;
  if (rows.length === 0) return "";
  const heads = methods.map(
    (method, index) =>
      `<th scope="col"${method === subject ? ' class="subject"' : ""}><b><span class="dot ${routeClass(index)}"></span>${named(method)}</b></th>`,
  );
  return [
    '<section aria-labelledby="scores"><h2 id="scores">Scores</h2>',
    '<p class="soft">Open a score to read its formula. A method is marked best only where its 95 % interval lies apart from every other’s, over all samples and over those that every method has.</p>',
    '<div class="scroll" role="region" aria-labelledby="scores" tabindex="0"><table class="scores">',
    "<caption>Figure, 95 % interval and number of samples (n). Shares of yes and no: Wilson; all others: bootstrap over samples.</caption>",
    `<thead><tr><th scope="col">Score</th>${heads.join("")}<th scope="col" class="plot-column">Intervals</th></tr></thead><tbody>`,
    ...rows.map((row) => scoreRow(row, reading)),
    "</tbody></table></div></section>",
  ].join("\n");
}
