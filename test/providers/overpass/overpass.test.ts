import { expect, test } from "vitest";
import { overpass, queryFor } from "../../../providers/overpass/overpass.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";

const WANTED = new Map([
  ["tourism", new Set(["museum", "gallery"])],
  ["historic", null],
]);
const ASKED = { center: { lat: 38.7139, lon: -9.1394 }, radiusMeters: 6_000, wanted: WANTED };

const ANSWER = {
  version: 0.6,
  osm3s: { timestamp_osm_base: "2026-11-21T23:50:11Z", copyright: "ODbL" },
  elements: [
    {
      ...{ type: "node", id: 13, lat: 38.71, lon: -9.14, timestamp: "2025-03-04T05:06:07Z", user: "a mapper", uid: 7 },
      tags: { tourism: "museum", name: "Casa", opening_hours: "Tu-Su 10:00-18:00" },
    },
    {
      ...{ type: "way", id: 21, nodes: [1, 2, 3, 1], center: { lat: 38.72, lon: -9.13 } },
      tags: { historic: "castle", name: "Castelo" },
    },
    {
      ...{
        type: "relation",
        id: 5,
        center: { lat: 38.73, lon: -9.12 },
        tags: { type: "multipolygon", name: "Parque" },
      },
      members: [{ type: "way", ref: 21, role: "outer" }],
    },
  ],
};
const FOUND = {
  dataOf: "2026-11-21T23:50:11Z",
  elements: [
    {
      ...{ type: "node", id: 13, center: { lat: 38.71, lon: -9.14 }, editedAt: "2025-03-04T05:06:07Z" },
      ...{ tags: { tourism: "museum", name: "Casa", opening_hours: "Tu-Su 10:00-18:00" }, nodes: [], members: [] },
    },
    {
      ...{ type: "way", id: 21, center: { lat: 38.72, lon: -9.13 }, editedAt: null, nodes: [1, 2, 3, 1], members: [] },
      tags: { historic: "castle", name: "Castelo" },
    },
    {
      ...{ type: "relation", id: 5, center: { lat: 38.73, lon: -9.12 }, editedAt: null, nodes: [] },
      ...{ tags: { type: "multipolygon", name: "Parque" }, members: [{ type: "way", ref: 21, role: "outer" }] },
    },
  ],
};
const remark = (text: string): { body: object } => ({ body: { ...ANSWER, remark: text } });

describeVendor({
  descriptor: overpass,
  settings: {},
  operations: [
    {
      name: "everything around a point",
      call: async (ports, scope) => ports.maps?.extract(ASKED, scope),
      answer: { body: ANSWER },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "POST", path: "/api/interpreter" });
        expect(asked?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
        expect(asked?.headers["user-agent"]).toContain("tripwright");
        expect(new URLSearchParams(asked?.body).get("data")).toBe(
          '[out:json][timeout:50][maxsize:268435456];(nwr["name"]["historic"](around:6000,38.7139,-9.1394);nwr["name"]["tourism"~"(^|; ?)(gallery|museum)(;|$)"](around:6000,38.7139,-9.1394););out meta center qt;',
        );
      },
      finds: FOUND,
      empty: { reply: { body: { osm3s: {}, elements: [] } }, finds: { dataOf: null, elements: [] } },
      refusals: [
        {
          says: "out of time, in a success",
          reply: remark("runtime error: Query timed out after 51 s."),
          kind: "timeout",
        },
        { says: "out of memory, in a success", reply: remark("runtime error: out of memory"), kind: "upstream" },
        { says: "no slot", reply: { status: 429, body: "<html>rate_limited</html>" }, kind: "rate_limited" },
        { says: "too busy", reply: { status: 504, body: "<html>too busy</html>" }, kind: "timeout" },
        { says: "a wrong question", reply: { status: 400, body: "<html>parse error</html>" }, kind: "bad_request" },
      ],
      drifted: [
        { says: "an answer without elements", reply: { body: { version: 0.6 } } },
        { says: "an element of another kind", reply: { body: { elements: [{ type: "area", id: 1 }] } } },
        { says: "a place beyond the pole", reply: { body: { elements: [{ type: "node", id: 1, lat: 91, lon: 0 }] } } },
      ],
      odd: [
        { says: "a remark that is no error", reply: remark("3 slots left"), finds: FOUND },
        {
          says: "a way without a middle, and a tag as long as a book",
          reply: { body: { elements: [{ type: "way", id: 9, tags: { name: "A", note: "x".repeat(5_000) } }] } },
          finds: {
            dataOf: null,
            elements: [
              { type: "way", id: 9, center: null, editedAt: null, tags: { name: "A" }, nodes: [], members: [] },
            ],
          },
        },
      ],
    },
  ],
});

test("nothing that stands in a key or value ends its quotes", () => {
  const wanted = new Map([['a"];out;', new Set(["b.c|d", 'e"\n'])]]);
  expect(queryFor({ ...ASKED, wanted })).toContain('["a\\"];out;"~"(^|; ?)(b\\\\.c\\\\|d|e\\" )(;|$)"]');
});
