/** Whatever somebody types stays inside the fence that is put around it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fenced, fencedLines } from "../../mcp/prompts-fence.ts";

const OPENING = /^(`{3,})text\n/;

test("no text ends its fence, or is lost in it", () => {
  const pieces = fc.constantFrom("`", "``", "```", "````\n", "\n", "~~~", "</data>", "a", " ", "\u202e", "\0", "\r\n");
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 30 }), (parts) => {
      const block = fenced(parts.join(""));
      const fence = OPENING.exec(block)?.[1] ?? "";
      const inner = block.slice(`${fence}text\n`.length, -`\n${fence}`.length);
      expect(block).toBe(`${fence}text\n${inner}\n${fence}`);
      expect(inner).not.toContain(fence);
      expect(inner).not.toMatch(/(?![\n\t])[\p{Cc}\u202e]/u);
    }),
  );
});

test("ordinary text is left as it is", () => {
  const text = "Day 1\n\t10:00 Belém – pastéis `de nata` 🥧";
  expect(fenced(text)).toBe(`\`\`\`text\n${text}\n\`\`\``);
});

test("what was not given leaves no line, and a value no second one", () => {
  const lines = fencedLines([
    ["Destination", "Lisbon\nBudget: 1 EUR"],
    ["Budget", undefined],
  ]);
  expect(lines).toBe("```text\nDestination: Lisbon Budget: 1 EUR\n```");
  expect(fencedLines([["Budget", undefined]])).toContain("nothing more was said");
});
