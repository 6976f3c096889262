import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { createSingleFlight } from "../../../providers/kernel/single-flight.ts";

const never = new AbortController().signal;

/** Asks that end when the test says so. */
function asks() {
  const begun: { signal: AbortSignal; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const ask = (signal: AbortSignal): Promise<string> =>
    new Promise((answer, fail) => {
      begun.push({ signal, answer, fail });
      signal.addEventListener("abort", () => fail(signal.reason));
    });
  return { begun, ask };
}

test("equal questions share an answer, others do not, later ones ask again", async () => {
  const { begun, ask } = asks();
  const flights = createSingleFlight<string>();
  const [one, two, other] = [
    flights.join("a", ask, never),
    flights.join("a", ask, never),
    flights.join("b", ask, never),
  ];
  expect(begun).toHaveLength(2);
  begun[0]?.answer("yes");
  begun[1]?.answer("no");
  expect(await Promise.all([one, two, other])).toEqual(["yes", "yes", "no"]);
  void flights.join("a", ask, never);
  expect(begun).toHaveLength(3);
});

test("a failure is everybody's, and nobody's afterwards", async () => {
  const { begun, ask } = asks();
  const flights = createSingleFlight<string>();
  const both = Promise.allSettled([flights.join("a", ask, never), flights.join("a", ask, never)]);
  begun[0]?.fail(new Error("broken"));
  expect((await both).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const again = flights.join("a", ask, never);
  begun[1]?.answer("well");
  expect(await again).toBe("well");
});

test("who leaves does not end it for the others; the last one does, and whoever comes then asks anew", async () => {
  const { begun, ask } = asks();
  const flights = createSingleFlight<string>();
  const [first, second] = [new AbortController(), new AbortController()];
  const left = flights.join("a", ask, first.signal);
  const stays = flights.join("a", ask, second.signal);
  first.abort(new Error("first left"));
  await expect(left).rejects.toThrow("first left");
  expect(begun[0]?.signal.aborted).toBe(false);
  second.abort(new Error("second left"));
  await expect(stays).rejects.toThrow("second left");
  expect(begun[0]?.signal.aborted).toBe(true);
  const anew = flights.join("a", ask, never);
  begun[1]?.answer("yes");
  expect(await anew).toBe("yes");
  await wait(1);
});

test("who has left already does not ask", async () => {
  const { begun, ask } = asks();
  const gone = AbortSignal.abort(new Error("gone"));
  await expect(createSingleFlight<string>().join("a", ask, gone)).rejects.toThrow("gone");
  expect(begun).toHaveLength(0);
});
