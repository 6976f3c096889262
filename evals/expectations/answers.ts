/** What was said to the traveller: what it has to name, what it must not, and the tools that really did it. */
import { z } from "zod";
import { broken, type Expectation, finding } from "../expectation.ts";
import { lastTurn } from "../scene.ts";
import { folded } from "./reading.ts";

const SHOWN = 160;
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** A word is found whatever its accents and case; an expression as it stands. */
function saidIn(answer: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? folded(answer).includes(folded(wanted)) : wanted.test(answer);
}

/** `about` says what an expression stands for. */
export function mentions(wanted: string | RegExp, about?: string): Expectation {
  const demand = `the answer mentions ${about ?? String(wanted)}`;
  return {
    ...{ demand, kind: "answer" },
    check(scene) {
      const answer = lastTurn(scene)?.answer ?? "";
      return finding(saidIn(answer, wanted), answer === "" ? "no answer" : `answer: ${shown(answer)}`);
    },
  };
}

export function doesNotMention(wanted: string | RegExp, about?: string): Expectation {
  const demand = `the answer does not mention ${about ?? String(wanted)}`;
  return {
    ...{ demand, kind: "answer" },
    check(scene) {
      const answer = lastTurn(scene)?.answer ?? "";
      return finding(
        answer !== "" && !saidIn(answer, wanted),
        answer === "" ? "no answer" : `answer: ${shown(answer)}`,
      );
    },
  };
}

/** No name, time or price that no tool returned. */
export function answersFromFacts(): Expectation {
  return {
    ...{ demand: "every name, time and price of the answer is known", kind: "grounding" },
    check(scene) {
      const turn = lastTurn(scene);
      if (!turn) return broken("there was no turn");
      const claims = turn.ungrounded.map(({ kind, text }) => `${kind} ${text}`);
      return finding(claims.length === 0, claims.length === 0 ? "nothing made up" : `unknown: ${claims.join(", ")}`);
    },
  };
}

const recordSchema = z.record(z.string(), z.unknown());

function has(args: unknown, wanted: Readonly<Record<string, unknown>>): boolean {
  const known = recordSchema.safeParse(args);
  return known.success && Object.entries(wanted).every(([key, value]) => known.data[key] === value);
}

/** A call of the last turn that went well, with at least these arguments. */
export function didCall(tool: string, args: Readonly<Record<string, unknown>> = {}): Expectation {
  const words = Object.entries(args).map(([key, value]) => `${key} ${String(value)}`);
  const demand = `does ${tool.replaceAll("_", " ")}${words.length > 0 ? ` with ${words.join(", ")}` : ""}`;
  return {
    ...{ demand, kind: "tools" },
    check(scene) {
      const calls = lastTurn(scene)?.toolCalls ?? [];
      const isThere = calls.some((call) => call.name === tool && call.errorCode === null && has(call.args, args));
      const seen = calls.map(({ name, errorCode }) => (errorCode === null ? name : `${name} (${errorCode})`));
      return finding(isThere, `calls: ${seen.join(", ") || "none"}`);
    },
  };
}

export function didNotCall(tool: string): Expectation {
  return {
    ...{ demand: `does not ${tool.replaceAll("_", " ")}`, kind: "tools" },
    check(scene) {
      const calls = lastTurn(scene)?.toolCalls ?? [];
      return finding(
        !calls.some(({ name }) => name === tool),
        `calls: ${calls.map(({ name }) => name).join(", ") || "none"}`,
      );
    },
  };
}
