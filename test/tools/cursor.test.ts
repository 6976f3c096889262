/** Where a list goes on: what was given out is taken for that question alone, and nothing else is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorAt, pageOf, positionOf, questionOf } from "../../tools/cursor.ts";
import { TripwrightError } from "../../trip/errors.ts";

const question = questionOf("search_things", { text: "bridge", kind: undefined });

test("a cursor leads back to its position, and is text that any client carries", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.dictionary(fc.string(), fc.jsonValue()), (position, asked) => {
      const cursor = cursorAt(position, questionOf("tool", asked));
      expect(cursor).toMatch(/^[\w-]{1,60}$/);
      expect(
        positionOf(
          cursor,
          questionOf("tool", { limit: 3, ...Object.fromEntries(Object.entries(asked).toReversed()), cursor }),
        ),
      ).toBe(position);
    }),
  );
});

test("another question's cursor is refused in one line that says what to do", () => {
  const asked = (): number => positionOf(cursorAt(20, questionOf("search_things", { text: "castle" })), question);
  expect(asked).toThrow(TripwrightError);
  expect(asked).toThrow(/^Expected the nextCursor .* got another cursor\. Leave it out to begin at the start\.$/);
});

test("garbage is refused, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), (garbage) => {
      expect(() => positionOf(garbage, question)).toThrow(TripwrightError);
    }),
  );
  const changed = Buffer.from(Buffer.from(cursorAt(20, question), "base64url").toString().replace("20", "-1"));
  expect(() => positionOf(changed.toString("base64url"), question)).toThrow(TripwrightError);
});

test("pages that follow each other are the whole list, each thing once", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (things, limit) => {
      const read: number[] = [];
      let cursor: string | undefined;
      do {
        const position = positionOf(cursor, question);
        const { page, nextCursor } = pageOf(things.slice(position, position + limit + 1), {
          ...{ position, limit, question },
        });
        read.push(...page);
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(read).toEqual(things);
    }),
  );
});
