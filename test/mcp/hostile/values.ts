/** Values that no honest caller would send, and the honest ones that they are mixed with. */
import type { Random } from "../../../trip/schedule/random.ts";

export const pick = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error("There is nothing to pick from.");
  return value;
};

export const oneIn = (random: Random, times: number): boolean => random.below(times) === 0;

const LONG = 20_000;

export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "Lis\u0000bon",
  "lone \ud800 surrogate",
  "\udfff\ud800",
  "\u202e\u200b\ufeff",
  "A".repeat(LONG),
  "é".repeat(LONG),
  "'; drop table trips; --",
  "%' or '1'='1",
  "../../../../etc/passwd",
  "{{7*7}}<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "2027-02-30",
  "9999-12-31",
  "0000-00-00",
  "-271821-04-20",
  "+275760-09-13T00:00:00Z",
  "1e400",
  "NaN",
  "null",
  "[object Object]",
  "\r\nHTTP/1.1 200 OK\r\n\r\n",
  "\u001b[31m",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-4fff-bfff-ffffffffffff",
  "ffffffff-ffff-4fff-bfff-ffffffffffff' --",
  "LISBON",
  "ß".normalize("NFKD"),
  "\\x00\\u0000",
  "tw_'--",
];

const HONEST_TEXTS: readonly string[] = [
  "Lisbon",
  "Paris",
  "2027-05-10",
  "2027-05-14",
  "EUR",
  "ics",
  "museum",
  "2f1c7f0e-5a0b-4f6c-9b0e-0d5f5f7f3c11",
];

const NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 3, 0.1, -0.5, 91, -181, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 2 ** 63, 1e21, 1e308, 5e-324],
  ...[Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
];

/** Own properties of names that reach for the prototype, as JSON.parse makes them. */
export const POLLUTED: unknown = JSON.parse(
  '{"__proto__":{"polluted":true,"isAdmin":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":null,"then":"x"}',
);

export function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const MOST_ENTRIES = 5;
const DEPTH = 200;

export function hostileValue(random: Random, depth = 0): unknown {
  const entries = (): number => random.below(MOST_ENTRIES);
  switch (random.below(depth > 2 ? 7 : 10)) {
    case 0:
      return null;
    case 1:
      return oneIn(random, 2);
    case 2:
      return pick(random, NUMBERS);
    case 3:
    case 4:
      return pick(random, HOSTILE_TEXTS);
    case 5:
      return pick(random, HONEST_TEXTS);
    case 6:
      return oneIn(random, 5) ? nested(DEPTH) : POLLUTED;
    case 7:
      return Array.from({ length: entries() }, () => hostileValue(random, depth + 1));
    case 8:
      return Array.from({ length: oneIn(random, 4) ? 2_000 : 1 }, () => pick(random, HOSTILE_TEXTS.slice(0, 4)));
    default:
      return Object.fromEntries(
        Array.from({ length: entries() }, () => [
          pick(random, HOSTILE_TEXTS).slice(0, 50),
          hostileValue(random, depth + 1),
        ]),
      );
  }
}
