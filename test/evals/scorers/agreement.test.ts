/** Spearman's correlation, with ties, against values reckoned by hand. */
import { describe, expect, test } from "vitest";
import { agreementWords, type Pair, rankCorrelation, ranksOf } from "../../../evals/scorers/agreement.ts";

describe("ranks", () => {
  test("are shared by equals", () => {
    expect(ranksOf([0.5, 0.1, 0.5, 0.9])).toEqual([2.5, 1, 2.5, 4]);
  });
});

describe("rank correlation", () => {
  test("is 1 in the same order, −1 the other way round, whatever the distances", () => {
    const pairs: Pair[] = [
      [0.1, 1],
      [0.2, 2],
      [0.9, 5],
    ];
    expect(rankCorrelation(pairs)).toBe(1);
    expect(rankCorrelation(pairs.map(([score, rating]) => [-score, rating]))).toBe(-1);
  });

  test("without ties is 1 − 6 Σd² / n(n² − 1): 1 − 6 · 4 / 60 = 0.6", () => {
    // Ranks 1 2 3 4 against 2 1 4 3: every difference is one.
    const pairs: Pair[] = [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ];
    expect(rankCorrelation(pairs)).toBeCloseTo(0.6, 12);
  });

  test("with ties is Pearson's of the ranks: 4.5 / √(4.5 · 5) for 1 2.5 2.5 4 against 1 2 3 4", () => {
    const pairs: Pair[] = [
      [1, 1],
      [2, 2],
      [2, 3],
      [3, 4],
    ];
    expect(rankCorrelation(pairs)).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  test("is nothing under three pairs, or where all are rated the same", () => {
    expect(rankCorrelation([])).toBeNull();
    expect(
      rankCorrelation([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
    expect(
      rankCorrelation([
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    ).toBeNull();
  });

  test("is told in words", () => {
    expect(agreementWords(0.62, 14)).toBe("strong agreement with people (Spearman 0.62 over 14 rated plans)");
    expect(agreementWords(-0.2, 9)).toBe("weak disagreement with people (Spearman -0.20 over 9 rated plans)");
    expect(agreementWords(null, 1)).toBe("no order to agree on in 1 rated plan");
  });
});
