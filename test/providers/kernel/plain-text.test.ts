import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText, plainTextOrNull } from "../../../providers/kernel/plain-text.ts";

test.for([
  ["  Hotel\n\tdo  Chiado ", "Hotel do Chiado"],
  ["a\u0000b\u001b[31mred", "a b [31mred"],
  ["safe\u202Efdp.exe", "safefdp.exe"],
  ["pay\u200Bpal\uFEFF", "paypal"],
  ["a\u2028b\u2029c\u00A0d\u3000e", "a b c d e"],
  ["hidden\u{E0041}\u{E0042}tags", "hiddentags"],
  ["half \uD83D character", "half character"],
  ["می\u200Cخواهم", "می\u200Cخواهم"],
  ["👩\u200D👧 family\u200D", "👩\u200D👧 family"],
  [`z${"\u0335".repeat(50)}`, `z${"\u0335".repeat(4)}`],
  ["\u200B\u0000\n", ""],
] as const)("%j is %j", ([text, plain]) => {
  expect(plainText(text, 200)).toBe(plain);
});

test("a character that does not fit is left out whole", () => {
  expect(plainText("ab😀cd", 3)).toBe("ab");
  expect(plainText("ab😀cd", 4)).toBe("ab😀");
  expect(plainText("ab cd", 3)).toBe("ab");
  expect(plainText("anything", 0)).toBe("");
});

test("ten megabytes take no longer than what is kept of them", () => {
  const began = performance.now();
  expect(plainText("\u200Bword ".repeat(2_000_000), 80)).toHaveLength(79);
  expect(performance.now() - began).toBeLessThan(500);
});

test("whatever comes, one bounded line of whole characters comes out, and again the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), fc.integer({ min: 0, max: 120 }), (text, max) => {
      const plain = plainText(text, max);
      expect(plain.length).toBeLessThanOrEqual(max);
      expect(plain.isWellFormed()).toBe(true);
      expect(plain).toBe(plain.trim());
      expect(plain).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\u2028\u2029]| {2}/u);
      expect(plainText(plain, max)).toBe(plain);
    }),
  );
});

test("nothing to show is null where it may be missing", () => {
  expect(plainTextOrNull(undefined, 10)).toBeNull();
  expect(plainTextOrNull(null, 10)).toBeNull();
  expect(plainTextOrNull(" \u200B ", 10)).toBeNull();
  expect(plainTextOrNull(" Ritz ", 10)).toBe("Ritz");
});
