/** A day's allowance stops a run before it starts, bounds the one that may, and says when it is free again. */
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../agents/limits.ts";
import { limitsWithinAllowance } from "../../server/allowance.ts";

const now = (): Date => new Date("2027-01-15T23:30:00Z");
const allowance = { tokens: 100_000, usd: 2 };
const GPT = { version: "openai/gpt-5" };

function using(tokens: number, costUsd: number) {
  const asked: string[] = [];
  const usage = {
    usedSince: async (instant: string) => {
      asked.push(instant);
      return { tokens, costUsd };
    },
  };
  return { asked, options: { usage, allowance, now } };
}

test("what is left bounds the run", async () => {
  const { asked, options } = using(40_000, 1.5);
  expect(await limitsWithinAllowance(DEFAULT_LIMITS, GPT, options)).toEqual({
    ...DEFAULT_LIMITS,
    maxTokens: 60_000,
    maxCostUsd: 0.5,
  });
  expect(asked).toEqual(["2027-01-15T00:00:00.000Z"]);
});

test("where much is left, the run's own caps hold", async () => {
  const { options } = using(0, 0);
  expect(await limitsWithinAllowance(DEFAULT_LIMITS, GPT, options)).toEqual(DEFAULT_LIMITS);
});

test.each([
  ["tokens", 100_000, 0, "100000 of 100000 tokens"],
  ["money", 10, 2.004, "2.00 of 2 USD"],
])("when the day's %s are gone, no run starts", async (_, tokens, costUsd, said) => {
  const failure = limitsWithinAllowance(DEFAULT_LIMITS, GPT, using(tokens, costUsd).options);
  await expect(failure).rejects.toMatchObject({
    code: "allowance_spent",
    message: `Today's allowance is used up: ${said}. It is free again at 2027-01-16 00:00 UTC. Until then, use the offline model, or ask whoever runs this server for more.`,
    details: { freeAt: "2027-01-16T00:00:00.000Z" },
  });
});

test("the offline model is always free", async () => {
  const { options, asked } = using(1_000_000, 100);
  expect(await limitsWithinAllowance(DEFAULT_LIMITS, { version: "offline/1" }, options)).toEqual(DEFAULT_LIMITS);
  expect(asked).toEqual([]);
});
