/** The same place is recognised, and two places are never taken for one: measured on labelled pairs. */
import { expect, test } from "vitest";
import { candidateOf, type Decision, decide } from "../../../db/conflation/match.ts";
import { LABELLED_PAIRS, type LabelledPair, type Side } from "./labelled-pairs.ts";

const METERS_PER_DEGREE = 111_195;

function decisionOf({ a, b, meters }: LabelledPair, isTurned = false): Decision {
  const candidate = ({ source, record }: Side, externalId: string, north: number) =>
    candidateOf({
      source,
      record: {
        kind: "place",
        ...record,
        externalId,
        sourceDate: "2026-11-01",
        location: { lat: 48 + north / METERS_PER_DEGREE, lon: 11 },
      },
    });
  const [one, other] = [candidate(a, "a", 0), candidate(b, "b", meters)];
  return isTurned ? decide(other, one) : decide(one, other);
}

const wordsOf = ({ a, b, meters }: LabelledPair): string => `${a.record.name} | ${b.record.name}, ${meters} m`;

test("on labelled pairs, precision is at least 0.99 and recall at least 0.9", () => {
  expect(LABELLED_PAIRS.length).toBeGreaterThanOrEqual(120);
  const decided = LABELLED_PAIRS.map((pair) => ({ pair, decision: decisionOf(pair) }));
  const taken = decided.filter(({ decision }) => decision.verdict === "same");
  const wrong = taken.filter(({ pair }) => !pair.isSame);
  const missed = decided.filter(({ pair, decision }) => pair.isSame && decision.verdict !== "same");
  const all = LABELLED_PAIRS.filter(({ isSame }) => isSame).length;
  const precision = (taken.length - wrong.length) / taken.length;
  const recall = (all - missed.length) / all;
  process.stdout.write(
    `${LABELLED_PAIRS.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n${[
      ...wrong.map(({ pair, decision }) => `  taken for one: ${wordsOf(pair)} (${decision.reason})`),
      ...missed.map(
        ({ pair, decision }) =>
          `  missed: ${wordsOf(pair)} (${decision.verdict}, ${decision.reason}, ${decision.score.toFixed(2)})`,
      ),
    ].join("\n")}\n`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test("who comes first does not matter", () => {
  for (const pair of LABELLED_PAIRS) expect(decisionOf(pair, true), wordsOf(pair)).toEqual(decisionOf(pair));
});
