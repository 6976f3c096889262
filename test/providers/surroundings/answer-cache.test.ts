/** What is kept stays within its bound and its time; the oldest goes first. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createAnswerCache } from "../../../providers/surroundings/answer-cache.ts";

test("the oldest answers make room, and one that is too heavy is not kept", async () => {
  const asked: string[] = [];
  const cache = createAnswerCache<string>({
    keptMs: 100,
    mostWeight: 4,
    weightOf: ({ length }) => length,
    now: () => 0,
  });
  const ask = (text: string): Promise<string> =>
    cache.ask(text, async () => {
      asked.push(text);
      return text;
    });
  for (const text of ["aa", "bb", "bb", "c", "bb", "aa", "hugee", "hugee", "aa"]) expect(await ask(text)).toBe(text);
  expect(asked).toEqual(["aa", "bb", "c", "aa", "hugee", "hugee"]);
});

test("a failure is not kept", async () => {
  const cache = createAnswerCache<string>({ keptMs: 100, mostWeight: 4, weightOf: () => 1, now: () => 0 });
  await expect(cache.ask("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await cache.ask("a", async () => "yes")).toBe("yes");
});

test("an answer is always one to the same question, and no older than it may be", async () => {
  const step = fc.record({ question: fc.nat({ max: 4 }), waits: fc.nat({ max: 60 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      let now = 0;
      const cache = createAnswerCache<{ question: number; at: number }>({
        ...{ keptMs: 100, mostWeight: 3, weightOf: () => 1, now: () => now },
      });
      for (const { question, waits } of steps) {
        now += waits;
        const answer = await cache.ask([question], async () => ({ question, at: now }));
        expect(answer.question).toBe(question);
        expect(now - answer.at).toBeLessThan(100);
      }
    }),
  );
});
