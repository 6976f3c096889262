/** A feature is found wherever the pieces of the text are cut, and whatever stands around it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FeatureScanner } from "../../../../db/importers/mapped/geojson-features.ts";

function scan(text: string, cuts: readonly number[]): unknown[] {
  const scanner = new FeatureScanner("x.geojson");
  const found: unknown[] = [];
  let from = 0;
  for (const cut of [...cuts.filter((at) => at < text.length).sort((a, b) => a - b), text.length]) {
    for (const feature of scanner.push(text.slice(from, cut))) found.push(JSON.parse(feature.text));
    from = Math.max(from, cut);
  }
  scanner.end();
  return found;
}

const properties = fc.dictionary(
  fc.string(),
  fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.array(fc.string()), fc.constant({ features: [{}] })),
);
const feature = properties.map((all) => ({
  type: "Feature",
  properties: JSON.parse(JSON.stringify(all)) as unknown,
  geometry: null,
}));
const cuts = fc.array(fc.nat(400), { maxLength: 20 });

test("a collection's features, with anything before and after them", () => {
  fc.assert(
    fc.property(fc.array(feature, { maxLength: 5 }), properties, fc.nat(2), cuts, (features, more, indent, at) => {
      const collection = {
        type: "FeatureCollection",
        crs: more,
        name: "features",
        features,
        bbox: [[1], 2],
        extra: more,
      };
      expect(scan(JSON.stringify(collection, null, indent), at)).toEqual(features);
    }),
  );
});

test("a feature a line, with or without record separators", () => {
  fc.assert(
    fc.property(fc.array(feature, { maxLength: 5 }), fc.boolean(), cuts, (features, isSequence, at) => {
      const text = features.map((one) => `${isSequence ? "\u001e" : ""}${JSON.stringify(one)}\n`).join("");
      expect(scan(text, at)).toEqual(features);
    }),
  );
});
