/** The compact set of ids is a set: whatever is asked, in any order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { IdSet } from "../../../../../db/importers/osm/geometry/id-set.ts";

test("finds what is in it and nothing else", () => {
  const idArbitrary = fc.integer({ min: -(2 ** 40), max: 2 ** 45 });
  const closeArbitrary = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(idArbitrary, closeArbitrary)),
      fc.array(closeArbitrary),
      fc.array(fc.oneof(idArbitrary, closeArbitrary)),
      (ids, more, asked) => {
        const set = new IdSet(ids, more);
        const all = new Set([...ids, ...more]);
        expect(set.size).toBe(all.size);
        for (const id of [...asked, ...all]) {
          const at = set.indexOf(id);
          expect(at >= 0).toBe(all.has(id));
          if (at >= 0) expect(set.at(at)).toBe(id);
        }
      },
    ),
  );
});
