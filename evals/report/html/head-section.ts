/** The top of the page: what ran, how it came out, and everything needed to run the same again. */
import { durationText, figureText, intervalText } from "../figure-text.ts";
import { type RunReading, verdictLine } from "../run-reading.ts";
import { named, shown } from "./text.ts";

const tile = (name: string, value: string, small = ""): string =>
  `<div><dt>${name}</dt><dd>${value}${small ? `<small>${small}</small>` : ""}</dd></div>`;

function tiles({ samples, spent, end, head, byMethod, subject }: RunReading): string {
  const own = byMethod.get(subject)?.length ?? 0;
  const passed = samples
    ? tile(
        "Samples passed",
        figureText(samples.passed / samples.of, "share"),
        `${samples.passed} of ${samples.of}; 95 % interval ${intervalText(samples.interval, "share")}`,
      )
    : "";
  return [
    '<dl class="tiles">',
    passed,
    tile(
      "Median latency",
      spent.medianLatencyMs === null ? "–" : figureText(spent.medianLatencyMs, "ms"),
      "of an answer, all turns",
    ),
    tile(
      "Tokens",
      figureText(spent.tokens, "tokens"),
      own > 0 ? `${figureText(Math.round(spent.tokens / own), "tokens")} an answer` : "",
    ),
    tile(
      "Cost",
      spent.costUsd === null ? "–" : figureText(spent.costUsd, "usd"),
      spent.costUsd === null ? "no price is known" : "where a price is known",
    ),
    end
      ? tile(
          "Took",
          durationText(end.durationMs),
          `${head.trials === 1 ? "one trial" : `${head.trials} trials`} a sample`,
        )
      : "",
    "</dl>",
  ].join("");
}

function ran({ head, methods, end }: RunReading): string {
  const { versions, hashes } = head;
  const facts: readonly (readonly [string, string])[] = [
    [
      "Model",
      `${shown(head.model)}${head.modelVersion === head.model ? "" : ` <span class="soft">(${shown(head.modelVersion)})</span>`}`,
    ],
    ["Prompt", `${shown(head.prompt)} <code>${shown(head.promptHash.slice(0, 16))}</code>`],
    ["Methods", methods.map(named).join(", ")],
    ["Seed, trials, scheduler steps", `${head.seed}, ${head.trials}, ${figureText(head.schedulerSteps, "count")}`],
    [
      "Started",
      `<time datetime="${shown(head.startedAt)}">${shown(head.startedAt.slice(0, 16).replace("T", " "))} UTC</time>${end ? "" : ", not ended"}`,
    ],
    ["Tripwright", `${shown(versions.tripwright)}${versions.commit ? ` <code>${shown(versions.commit)}</code>` : ""}`],
    ["Node", shown(versions.node)],
    ["Database", shown(versions.database)],
    ...(["suite", "catalogue", "tools", "scorers"] as const).map(
      (name) => [`Hash of ${name}`, `<code>${shown(hashes[name])}</code>`] as const,
    ),
    ["Run", `<code>${shown(head.runId)}</code>`],
  ];
  const list = facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("");
  return `<details class="ran" open><summary>What ran</summary><dl>${list}</dl></details>`;
}

export function headSection(reading: RunReading): string {
  const { head, samples, end } = reading;
  const tone = end && samples && samples.passed === samples.of ? " good" : "";
  return [
    `<header class="head"><p class="eyebrow">Evaluation report</p><h1>${shown(head.suite)}</h1>`,
    `<p class="about">${shown(head.suiteAbout)}</p><p class="verdict${tone}">${shown(verdictLine(reading))}</p>`,
    tiles(reading),
    ran(reading),
    "</header>",
  ].join("\n");
}
