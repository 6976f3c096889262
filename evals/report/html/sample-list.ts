/** Every answer of the one who is judged: failed ones laid open with all that speaks against them, passed ones folded. */
import type { LoggedAnswer, LoggedPlan } from "../../log/log-lines.ts";
import { figureText } from "../figure-text.ts";
import { spotText } from "../plan-spots.ts";
import type { RunReading } from "../run-reading.ts";
import { planCost, planDays, planMaps } from "./plan-view.ts";
import { named, shown, shownLines } from "./text.ts";

/** So many failures stand open at first: more of them nobody reads at once. */
const OPEN_AT_FIRST = 12;
const MOST_ANSWER = { failed: 1_600, passed: 500 } as const;
const MOST_VIOLATIONS = 12;

export const failureWord = ({ failure, plan, findings }: LoggedAnswer): string => {
  const broken = findings.filter(({ holds }) => !holds).length;
  if (failure !== null) return "broke off";
  if (broken > 0) return `${broken} of ${findings.length} expectations broken`;
  return plan ? "its plan does not hold" : "no plan";
};

function turns({ turns: said }: LoggedAnswer, most: number): string {
  const lines = said.map(({ said: words, answer, outcome, code, toolCalls }) => {
    const calls = toolCalls.map(({ name, status, errorCode }) =>
      status === "ok" && errorCode === null ? shown(name) : `${shown(name)} (${shown(errorCode ?? status)})`,
    );
    const called = calls.length > 0 ? ` Called ${calls.join(", ")}.` : "";
    return [
      `<li><p class="said" dir="auto">${shownLines(words, most)}</p><p class="answer" dir="auto">${shownLines(answer, most)}</p>`,
      `<p class="calls">${shown(outcome)}${code ? ` <code>${shown(code)}</code>` : ""}.${called}</p></li>`,
    ].join("");
  });
  return lines.length === 0 ? "" : `<h5>What was said</h5><ol class="turns">${lines.join("")}</ol>`;
}

function findings({ findings: all }: LoggedAnswer): string {
  const line = ({ demand, kind, found }: LoggedAnswer["findings"][number]): string =>
    `<li><b>${shown(demand)}</b> <span class="soft small">${shown(kind)}</span><small>${shown(found)}</small></li>`;
  const broken = all.filter(({ holds }) => !holds);
  const held = all.filter(({ holds }) => holds);
  const heldList =
    held.length === 0
      ? ""
      : `<details class="held"><summary>Expectations met: ${held.length}</summary><ul>${held.map(({ demand, found }) => `<li>${shown(demand)}: <span class="soft">${shown(found)}</span></li>`).join("")}</ul></details>`;
  return (
    (broken.length > 0 ? `<h5>Expectations broken</h5><ul class="found">${broken.map(line).join("")}</ul>` : "") +
    heldList
  );
}

function violations(plan: LoggedPlan): string {
  const all = plan.verdict.violations.toSorted((a, b) =>
    a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0,
  );
  if (all.length === 0) return "";
  const lines = all.slice(0, MOST_VIOLATIONS).map((violation) => {
    const spot = spotText(violation, plan);
    const small = [violation.severity, violation.code, ...(spot ? [spot] : [])].map(shown).join(" · ");
    return `<li class="${violation.severity}">${shown(violation.message)}<small>${small}</small></li>`;
  });
  const more =
    all.length > MOST_VIOLATIONS ? `<p class="soft small">${all.length - MOST_VIOLATIONS} more in the log.</p>` : "";
  return `<h5>What the checker found</h5><ul class="found">${lines.join("")}</ul>${more}`;
}

function body(answer: LoggedAnswer, id: string): string {
  const { plan, passed, failure } = answer;
  const most = passed ? MOST_ANSWER.passed : MOST_ANSWER.failed;
  // Maps are for what went wrong: with one for each that passed the page would be twice its size.
  const maps = plan && !passed ? planMaps(plan, id) : "";
  const broke =
    failure === null ? "" : `<h5>It broke off</h5><ul class="found"><li>${shownLines(failure, most)}</li></ul>`;
  const days = plan ? `<h5>Itinerary</h5>${planDays(plan)}<p class="soft small">${shown(planCost(plan))}</p>` : "";
  return [
    `<div class="body"><div class="beside${maps ? " mapped" : ""}"><div>`,
    `${broke}${findings(answer)}${plan ? violations(plan) : ""}${turns(answer, most)}</div>`,
    maps ? `<div><h5>On the map</h5>${maps}</div>` : "",
    `</div>${days}</div>`,
  ].join("");
}

function sample(answer: LoggedAnswer, id: string, { trials, isOpen }: { trials: number; isOpen: boolean }): string {
  const { passed, purpose, tags, city, latencyMs } = answer;
  const why = passed ? [] : [`<li class="why">${shown(failureWord(answer))}</li>`];
  const chips = [...(city === null ? [] : [city]), ...tags].map((text) => `<li>${named(text)}</li>`);
  const trial = trials > 1 ? ` <span class="soft">trial ${answer.trial}</span>` : "";
  return [
    `<details class="sample ${passed ? "passed" : "failed"}" id="${id}"${isOpen ? " open" : ""}><summary>`,
    `<span class="mark" aria-hidden="true">${passed ? "✓" : "✕"}</span><h4>${named(answer.sample)}${trial}</h4><p>${shown(purpose)}</p>`,
    `<ul class="chips">${[...why, ...chips].join("")}<li>${figureText(latencyMs, "ms")}</li></ul></summary>`,
    `${body(answer, id)}</details>`,
  ].join("");
}

export function sampleSection({ failed, passed, head, subject }: RunReading): string {
  const list = (answers: readonly LoggedAnswer[], name: string, open: number): string =>
    answers
      .map((answer, index) => sample(answer, `${name}-${index + 1}`, { trials: head.trials, isOpen: index < open }))
      .join("\n");
  return [
    '<section aria-labelledby="samples"><h2 id="samples">Samples</h2>',
    `<p class="soft">What <bdi>${shown(subject)}</bdi> answered. What comes from a log is shown as text, whatever it says.</p>`,
    '<div class="filter" id="filter" hidden><label for="find">Filter</label><input id="find" type="search" placeholder="city, tag, words of the purpose" autocomplete="off"><span id="found" class="soft small" role="status"></span></div>',
    failed.length > 0 ? `<h3 class="group">Failed (${failed.length})</h3>` : "",
    list(failed, "failed", OPEN_AT_FIRST),
    passed.length > 0 ? `<h3 class="group">Passed (${passed.length})</h3>` : "",
    list(passed, "passed", 0),
    "</section>",
  ].join("\n");
}
