/** The plots: where samples fail, what quality costs, and how each score is spread. */
import { routeClass } from "../../../trip/map/draw-map.ts";
import type { LoggedAnswer } from "../../log/log-lines.ts";
import { shareText } from "../figure-text.ts";
import type { ScorerHead } from "../figures.ts";
import { distribution } from "../plots/distribution.ts";
import { type QualityPlot, qualityPlot } from "../plots/quality-cost.ts";
import { shareBar } from "../plots/share-bar.ts";
import type { RunReading, Tally } from "../run-reading.ts";
import { named, shown } from "./text.ts";

const MOST_BARS = 40;

function tallyCard(title: string, caption: string, tallies: readonly Tally[]): string {
  if (tallies.length === 0) return "";
  const rows = tallies
    .slice(0, MOST_BARS)
    .map(
      (tally) =>
        `<tr><th scope="row">${named(tally.name)}</th><td>${shareBar(tally)}</td><td>${shareText(tally.passed, tally.of)} · ${tally.passed} of ${tally.of}</td></tr>`,
    );
  const more =
    tallies.length > MOST_BARS ? `<p class="soft">${tallies.length - MOST_BARS} more did at least as well.</p>` : "";
  const heads = `<thead hidden><tr><th scope="col">Name</th><th scope="col">Share</th><th scope="col">Passed</th></tr></thead>`;
  return `<div class="card"><h3>${title}</h3><table class="tally"><caption>${caption}</caption>${heads}<tbody>${rows.join("")}</tbody></table>${more}</div>`;
}

function codesCard({ codes, methods }: RunReading): string {
  if (codes.length === 0) return "";
  const rows = codes.map(
    ({ code, severity, counts }) =>
      `<tr><th scope="row"><code>${shown(code)}</code></th><td>${severity}</td>${methods.map((method) => `<td>${counts.get(method) ?? 0}</td>`).join("")}</tr>`,
  );
  const heads = methods.map(
    (method, index) => `<th scope="col"><span class="dot ${routeClass(index)}"></span>${named(method)}</th>`,
  );
  return [
    '<div class="scroll" role="region" aria-labelledby="codes" tabindex="0"><table class="codes"><caption id="codes">What the checker found in the plans, how often by method</caption>',
    `<thead><tr><th scope="col">Finding</th><th scope="col">Severity</th>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`,
  ].join("");
}

export function failureSection(reading: RunReading): string {
  return [
    '<section aria-labelledby="where"><h2 id="where">Where it fails</h2>',
    `<p class="soft">Of <bdi>${shown(reading.subject)}</bdi>, worst first; the thin line is the 95 % interval (Wilson).</p><div class="cards">`,
    tallyCard("By city", "Samples passed, by city", reading.cities),
    tallyCard("By constraint", "Expectations met, by kind", reading.kinds),
    tallyCard("By tag", "Samples passed, by tag", reading.tags),
    "</div>",
    codesCard(reading),
    "</section>",
  ].join("\n");
}

/** Interest first: yes and no make no cloud. */
const QUALITIES = ["interest-captured", "final-pass"];
const COSTS: readonly { title: string; unit: ScorerHead["unit"]; of: (answer: LoggedAnswer) => number | null }[] = [
  { title: "Cost", unit: "usd", of: ({ costUsd }) => costUsd },
  { title: "Tokens", unit: "tokens", of: ({ tokens }) => tokens.input + tokens.output },
  { title: "Latency", unit: "ms", of: ({ latencyMs }) => latencyMs },
];

function qualitiesOf({ rows }: RunReading): readonly ScorerHead[] {
  const scorers = rows.map(({ scorer }) => scorer);
  const known = QUALITIES.flatMap((name) => scorers.find((scorer) => scorer.name === name) ?? []);
  if (known.length > 0) return known;
  const other = scorers.find(({ unit, better }) => unit === "share" && better === "higher");
  return other ? [other] : [];
}

export function qualityPlots(reading: RunReading): QualityPlot[] {
  const { rows, methods, byMethod } = reading;
  return qualitiesOf(reading).flatMap((quality) =>
    COSTS.flatMap(({ title, unit, of }) => {
      const figures = rows.find(({ scorer }) => scorer === quality)?.figures;
      const clouds = methods.map((method) => {
        const figure = figures?.get(method);
        const points = (byMethod.get(method) ?? []).flatMap((answer) => {
          const [x, y] = [of(answer), answer.scores[quality.name]?.value];
          return x === null || y === undefined ? [] : [{ label: answer.sample, x, y }];
        });
        return { method, points, mean: figure ? { value: figure.value, interval: figure.interval } : null };
      });
      const isAnySpent = clouds.some(({ points }) => points.some(({ x }) => x > 0));
      return isAnySpent ? [{ quality, costTitle: title, costUnit: unit, clouds }] : [];
    }),
  );
}

function legend(methods: readonly string[]): string {
  const entries = methods.map(
    (method, index) => `<li><span class="dot ${routeClass(index)}"></span>${named(method)}</li>`,
  );
  return `<ul class="legend">${entries.join("")}</ul>`;
}

export function costSection(reading: RunReading): string {
  const plots = qualityPlots(reading);
  if (plots.length === 0) return "";
  const cards = plots.map(
    (plot) =>
      `<figure class="card"><h3>${shown(plot.quality.title)} against ${plot.costTitle.toLowerCase()}</h3>${qualityPlot(plot)}</figure>`,
  );
  return [
    '<section aria-labelledby="cost"><h2 id="cost">What quality costs</h2>',
    '<p class="soft">A point is an answer; a ringed one is the method’s figure at its median cost, with its 95 % interval. Up and left is better.</p>',
    `${legend(reading.methods)}<div class="cards">${cards.join("\n")}</div></section>`,
  ].join("\n");
}

export function distributionSection({ rows, methods, byMethod }: RunReading): string {
  const cards = rows.map(({ scorer }) => {
    const spreads = methods.map((method) => ({
      method,
      values: (byMethod.get(method) ?? []).flatMap(({ scores }) => scores[scorer.name]?.value ?? []),
    }));
    return `<figure class="card"><h3>${shown(scorer.title)}</h3>${distribution(scorer, spreads)}</figure>`;
  });
  if (cards.length === 0) return "";
  return [
    '<section aria-labelledby="spread"><h2 id="spread">How scores are spread</h2>',
    '<p class="soft">How many answers have which value; the triangle is the median.</p>',
    `<div class="cards">${cards.join("\n")}</div></section>`,
  ].join("\n");
}
