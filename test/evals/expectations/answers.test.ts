/** What is expected of an answer: words, calls, refusals with their numbers, and questions. */
import { describe, expect, test } from "vitest";
import type { ToolCallSeen } from "../../../evals/episode.ts";
import type { Expectation } from "../../../evals/expectation.ts";
import * as answers from "../../../evals/expectations/answers.ts";
import * as refusals from "../../../evals/expectations/refusals.ts";
import type { Scene } from "../../../evals/scene.ts";
import { answerScene, holds, planScene, sceneOf, turnOf } from "./scenes.ts";

const call = (over: Partial<ToolCallSeen>): ToolCallSeen => ({
  ...{ name: "record_feedback", args: { type: "rating", rating: 4 }, status: "ok", errorCode: null, result: null },
  ...over,
});
const withCalls = (...toolCalls: ToolCallSeen[]): Scene => answerScene("Noted.", { toolCalls });

const smallest = { amountMinor: 79_700, currency: "EUR" };
const tooSmall = call({
  ...{ name: "plan_itinerary", status: "error", errorCode: "budget_too_small" },
  result: { status: "error", error: { code: "budget_too_small", details: { smallestBudget: smallest } } },
});
const TOO_SMALL = "No plan can be made with €100: reckoned at €797. Raise the budget, or travel for fewer days.";

const CASES: readonly (readonly [Expectation, Scene, Scene])[] = [
  [answers.mentions("Sao Jorge"), answerScene("Start at São Jorge Castle."), answerScene("Start at the castle.")],
  [answers.mentions(/€\s?\d/, "an amount"), answerScene("It costs €90."), answerScene("It costs a lot.")],
  [answers.doesNotMention("Louvre"), answerScene("Orsay it is."), answerScene("The Louvre it is.")],
  [
    answers.answersFromFacts(),
    answerScene("Fine."),
    answerScene("€5", { ungrounded: [{ kind: "price", text: "€5" }] }),
  ],
  [answers.didCall("record_feedback", { rating: 4 }), withCalls(call({})), withCalls(call({ args: { rating: 5 } }))],
  [answers.didCall("record_feedback"), withCalls(call({})), withCalls(call({ errorCode: "invalid_input" }))],
  [answers.didNotCall("create_trip"), withCalls(call({})), withCalls(call({ name: "create_trip" }))],
  [refusals.makesNoPlan(), answerScene("No."), planScene()],
  [
    refusals.refusesWith("date_in_past", "dates_reversed"),
    answerScene("No.", { code: "date_in_past" }),
    answerScene("No.", { code: "trip_too_long" }),
  ],
  [refusals.asksAbout("dates", /when/i), answerScene("When would you like to go?"), answerScene("Where to?")],
  [refusals.namesAmount(700, 900, "EUR"), answerScene(TOO_SMALL), answerScene("You need €95,797.")],
  [
    refusals.namesAmount(80_000, 90_000, "JPY"),
    answerScene("reckoned at ¥83,273."),
    answerScene("reckoned at €83,273"),
  ],
  [refusals.namesAmount(600, 610, "CHF"), answerScene("reckoned at CHF 603"), answerScene("reckoned at 603")],
  [refusals.namesAmount(500, 600, "EUR"), answerScene("at least 550 EUR a head"), answerScene("at least 550 EURO")],
  [
    refusals.namesComputedBudget(),
    answerScene(TOO_SMALL, { toolCalls: [tooSmall] }),
    answerScene(TOO_SMALL.replace("€797", "€900"), { toolCalls: [tooSmall] }),
  ],
  [refusals.namesCount(20, "people"), answerScene("for at most 20 people, and"), answerScene("for 120 people")],
  [refusals.namesCount(2, "days"), answerScene("not in two short days"), answerScene("not in 2 or more of the days")],
  [refusals.offersWayOut("fewer days", /fewer days/), answerScene(TOO_SMALL), answerScene("Impossible.")],
];

describe("answers", () => {
  test.each(CASES.map((each) => [each[0].demand, each] as const))("%s", (_, [expectation, good, bad]) => {
    const [right, wrong] = [expectation.check(good), expectation.check(bad)];
    expect([right.holds, wrong.holds], `${right.found} / ${wrong.found}`).toEqual([true, false]);
  });

  test("a sum that nobody computed is not the computed one", () => {
    expect(holds(refusals.namesComputedBudget(), answerScene(TOO_SMALL))).toBe(false);
  });

  test("where nothing was said nothing holds", () => {
    const silent = sceneOf();
    expect(holds(answers.doesNotMention("Louvre"), silent)).toBe(false);
    expect(holds(answers.answersFromFacts(), silent)).toBe(false);
    expect(holds(refusals.makesNoPlan(), sceneOf(turnOf()))).toBe(false);
  });
});
