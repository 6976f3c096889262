/**
 * The right answer to what cannot be had: no plan that pretends, the reason as a code and in words with its numbers, and
 * the cheapest way out.
 */
import { z } from "zod";
import type { ErrorCode } from "../../trip/errors.ts";
import { formatMoney, moneySchema, toMinor } from "../../trip/money.ts";
import type { TurnSeen } from "../episode.ts";
import { broken, type Expectation, finding } from "../expectation.ts";
import { lastTurn, type Scene } from "../scene.ts";

function onAnswer(
  demand: string,
  kind: string,
  judge: (turn: TurnSeen, scene: Scene) => [boolean, string],
): Expectation {
  return {
    ...{ demand, kind },
    check(scene) {
      const turn = lastTurn(scene);
      return turn ? finding(...judge(turn, scene)) : broken("there was no turn");
    },
  };
}

export function makesNoPlan(): Expectation {
  return onAnswer("makes no plan", "refusal", (turn, { plan }) => [
    plan === null && turn.outcome !== "planned",
    plan === null ? `no plan: ${turn.outcome}` : `a plan of ${plan.itinerary.days.length} days`,
  ]);
}

/** One of these, where more than one way of saying no is right. */
export function refusesWith(...codes: ErrorCode[]): Expectation {
  return onAnswer(`refuses with ${codes.join(" or ")}`, "refusal", ({ code, outcome }) => [
    codes.some((each) => each === code),
    code ?? `no code (${outcome})`,
  ]);
}

/** Asks back, in a sentence that ends with a question mark or says what to say. */
export function asksAbout(topic: string, words: RegExp): Expectation {
  return onAnswer(`asks about ${topic}`, "question", ({ answer }) => [
    words.test(answer) && (answer.includes("?") || /\b(?:say|tell me|name|give)\b/i.test(answer)),
    `answer: ${answer.slice(0, 160)}`,
  ]);
}

const NUMBER = String.raw`\d[\d,.\u202f\u00a0 ]*\d|\d`;

/** "1,234.50" and "900"; a comma before two last digits would be a decimal, and nobody here writes one. */
const amountOf = (written: string): number => Number(written.replace(/[^\d.]/g, "").replace(/\.$/, ""));

function amountsIn(answer: string, currency: string): number[] {
  const symbol = formatMoney({ amountMinor: 0, currency }).replace(/[\d.,\s]/g, "");
  const units = [symbol, currency].map((unit) => unit.replace(/[$.*+?^()[\]{}|\\]/g, String.raw`\$&`)).join("|");
  const before = new RegExp(`(?:${units})\\s?(${NUMBER})`, "g");
  const after = new RegExp(`(${NUMBER})\\s?(?:${units})(?![\\p{L}\\d])`, "gu");
  return [before, after].flatMap((pattern) =>
    [...answer.matchAll(pattern)].map(([, written]) => amountOf(written ?? "")),
  );
}

/** In whole units, both ends included: what anybody can work out from people, days and the country's daily costs. */
export function namesAmount(from: number, to: number, currency: string): Expectation {
  return onAnswer(`names an amount between ${from} and ${to} ${currency}`, "reason", ({ answer }) => {
    const amounts = amountsIn(answer, currency);
    return [amounts.some((amount) => amount >= from && amount <= to), `amounts: ${amounts.join(", ") || "none"}`];
  });
}

const refusalSchema = z.looseObject({
  error: z.looseObject({ details: z.looseObject({ smallestBudget: moneySchema }) }),
});

/** The sum in the answer is the one that the planner computed, not one that sounds right. */
export function namesComputedBudget(): Expectation {
  return onAnswer("names the smallest budget that was computed", "reason", ({ answer, toolCalls }) => {
    const found = toolCalls.flatMap(({ result }) => {
      const read = refusalSchema.safeParse(result);
      return read.success ? [read.data.error.details.smallestBudget] : [];
    });
    const [smallest] = found.slice(-1);
    if (!smallest) return [false, "no tool computed one"];
    const isNamed = amountsIn(answer, smallest.currency).some(
      (amount) => toMinor(amount, smallest.currency) === smallest.amountMinor,
    );
    return [isNamed, `computed: ${formatMoney(smallest)}; answer: ${answer.slice(0, 120)}`];
  });
}

const WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "20 people", "five days": the number before its noun, with at most two words between. */
export function namesCount(count: number, noun: string): Expectation {
  const word = WORDS[count];
  const numeral = word === undefined ? String(count) : `(?:${count}|${word})`;
  const pattern = new RegExp(`\\b${numeral}\\b(?:[\\s-]+[\\p{L}]+){0,2}?[\\s-]+${noun}`, "iu");
  return onAnswer(`names ${count} ${noun}`, "reason", ({ answer }) => [
    pattern.test(answer),
    `answer: ${answer.slice(0, 160)}`,
  ]);
}

/** What the traveller could change so that it works. */
export function offersWayOut(what: string, words: RegExp): Expectation {
  return onAnswer(`offers a way out: ${what}`, "way-out", ({ answer }) => [
    words.test(answer),
    `answer: ${answer.slice(0, 240)}`,
  ]);
}
