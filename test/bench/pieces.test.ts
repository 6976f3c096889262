/** Options, tables, draws and readings: what stands around the measuring. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureIn, memoryOf } from "../../bench/db/memory.ts";
import { readOptions } from "../../bench/db/options.ts";
import { randomFrom } from "../../bench/db/random.ts";
import { asMarkdown, asText } from "../../bench/db/table.ts";
import { growthOf } from "../../bench/db/targets.ts";
import { withSlip } from "../../bench/db/typed-name.ts";
import { flightQuery } from "../../bench/db/world/cache-rows.ts";

describe("options", () => {
  test("three sizes on both databases unless told otherwise", () => {
    const options = readOptions([]);
    expect(options).toMatchObject({ rows: [10_000, 100_000, 1_000_000], native: true, embedded: true, keep: false });
  });

  test("one part alone, and sizes in any order", () => {
    expect(readOptions(["--embedded"])).toMatchObject({ native: false, embedded: true });
    expect(readOptions(["--native", "--rows", "100000,10000"])).toMatchObject({
      rows: [10_000, 100_000],
      embedded: false,
    });
  });

  test("what cannot be measured is refused in words", () => {
    expect(() => readOptions(["--rows", "many"])).toThrow(
      'Expected --rows to be a whole number from 1000 on, got "many".',
    );
    expect(() => readOptions(["--fast"])).toThrow("--fast");
  });
});

describe("draws", () => {
  test("the same seed, the same draws, spread over the whole range", () => {
    const draws = (): number[] => {
      const random = randomFrom(42);
      return Array.from({ length: 1_000 }, () => random.below(10));
    };
    expect(draws()).toEqual(draws());
    expect(new Set(draws()).size).toBe(10);
  });

  test("a slip is one: the length changes by one at most, and most letters stay", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{2,30}$/), fc.nat(), (name, seed) => {
        const typed = withSlip(name, randomFrom(seed));
        expect(Math.abs(typed.length - name.length)).toBeLessThanOrEqual(1);
        const atHead = [...name].findIndex((letter, index) => letter !== typed[index]);
        expect(atHead === -1 || name.slice(atHead + 2).endsWith(typed.slice(atHead + 3))).toBe(true);
      }),
    );
  });

  test("no two cached searches are the same", () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => JSON.stringify(flightQuery(n)));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("growth of reads", () => {
  const read = { name: "a", title: "A", calls: 1, answered: 1, p50Ms: 1, p99Ms: 9, indexes: [], planFaults: [] };

  test("from the smallest to the largest size, in whatever order they came", () => {
    const [growth] = growthOf([
      { ...read, rows: 1_000_000, p95Ms: 3 },
      { ...read, rows: 10_000, p95Ms: 2 },
    ]);
    expect(growth).toMatchObject({ name: "a", exponentP50: 0, ratioP95: 1.5 });
  });

  test("none of one size", () => {
    expect(growthOf([{ ...read, rows: 10_000, p95Ms: 2 }])).toEqual([]);
  });
});

describe("tables", () => {
  const table = {
    title: "Reads",
    head: ["read", "p95 ms"],
    rows: [
      ["city search", "1.50"],
      ["cache hit", "12.00"],
    ],
  };

  test("figures line up at the right", () => {
    expect(asText(table)).toBe("Reads\n  read         p95 ms\n  city search    1.50\n  cache hit     12.00");
  });

  test("as Markdown, with figures aligned", () => {
    expect(asMarkdown(table)).toBe(
      "### Reads\n\n| read | p95 ms |\n| --- | --: |\n| city search | 1.50 |\n| cache hit | 12.00 |",
    );
  });
});

describe("memory", () => {
  test("a figure of /proc, in megabytes; null when it is not there", () => {
    const text = "VmPeak:\t  204800 kB\nVmHWM:\t   10240 kB\nVmRSS:\t    5120 kB\n";
    expect([figureIn(text, "VmRSS"), figureIn(text, "VmHWM"), figureIn(text, "Pss")]).toEqual([5, 10, null]);
  });

  test.runIf(process.platform === "linux")("of this process", async () => {
    const { rssMb, peakMb } = await memoryOf(process.pid);
    expect(rssMb).toBeGreaterThan(1);
    expect(peakMb).toBeGreaterThanOrEqual(rssMb * 0.9);
  });
});
