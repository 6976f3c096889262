/** Tokens, money, time and calls of tools, counted by hand. */
import { describe, expect, test } from "vitest";
import { cost, latency, tokens } from "../../../evals/scorers/effort.ts";
import {
  judgeCalls,
  toolCalls,
  toolCallsFailed,
  toolCallsNeeded,
  toolCallsWasted,
} from "../../../evals/scorers/tool-calls.ts";
import { faultlessWorld, idOf, LISBON } from "../../trip/world.ts";
import { callWith, episodeWith, plannedWorld, sceneWith, scored, turnWith } from "../scene-for-tests.ts";

describe("effort", () => {
  const used = { input: 1_200, output: 240, cached: 800, reasoning: 100 };
  const episode = episodeWith({ tokens: used, modelCalls: 3, costUsd: 0.0125, latencyMs: 2_500, turns: [turnWith()] });

  test("adds what is read and what is written", () => {
    expect(scored(tokens, sceneWith({ episode })).value).toBe(1_440);
    expect(scored(cost, sceneWith({ episode })).value).toBe(0.0125);
    expect(scored(latency, sceneWith({ episode }))).toEqual({ value: 2_500, explanation: "2.5 s for 1 turns" });
  });

  test("does not apply where no model was called, or its price is not known", () => {
    expect(tokens.score(sceneWith())).toBeNull();
    expect(cost.score(sceneWith())).toBeNull();
    expect(cost.score(sceneWith({ episode: { ...episode, costUsd: null } }))).toBeNull();
    expect(latency.score(sceneWith())).toBeNull();
  });
});

describe("tool calls", () => {
  const found = (...ids: string[]) => ({
    result: { status: "ok", request: { cityId: LISBON.id }, notices: [], places: ids.map((id) => ({ id })) },
  });
  const plan = plannedWorld(faultlessWorld());
  const turns = [
    turnWith({
      plan,
      answer: "Your plan is ready.",
      toolCalls: [
        callWith("search_cities", { query: "Lisbon", country: "PT" }, found(LISBON.id)),
        callWith("search_cities", { country: "PT", query: "Lisbon" }, found(LISBON.id)),
        callWith("search_attractions", { query: "temples" }, found(idOf(2, 77))),
        callWith("create_trip", { cityId: LISBON.id }),
        callWith("get_trip"),
        callWith("plan_itinerary", {}, { status: "error", errorCode: "internal" }),
        callWith("plan_itinerary"),
        callWith("get_trip"),
      ],
    }),
  ];
  const scene = sceneWith({ episode: episodeWith({ turns, modelCalls: 4 }) });

  test("are wasted when asked again, or when nothing used them; after a write the same is asked anew", () => {
    expect(judgeCalls({ turns }).map(({ verdict }) => verdict)).toEqual([
      ...["needed", "wasted", "wasted", "needed", "needed"],
      ...["failed", "needed", "needed"],
    ]);
  });

  test("add up: 8 calls, 5 needed, 2 wasted, 1 failed", () => {
    const values = [toolCalls, toolCallsNeeded, toolCallsWasted, toolCallsFailed].map(
      (one) => scored(one, scene).value,
    );
    expect(values).toEqual([8, 5, 2, 1]);
    expect(scored(toolCallsWasted, scene).explanation).toBe("2 calls: 1 search_cities, 1 search_attractions");
  });

  test("do not apply where no model was asked", () => {
    expect(toolCalls.score(sceneWith({ plan, episode: episodeWith({ turns }) }))).toBeNull();
  });
});
