import { expect } from "vitest";
import { valhalla } from "../../../providers/valhalla/valhalla.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";
import type { AskedVendor, VendorReply } from "../conformance/loopback-vendor.ts";

const POINTS = [
  { lat: 38.7139, lon: -9.1334 },
  { lat: 38.6916, lon: -9.216 },
];
const cell = (from: number, to: number, time: number | null, distance: number | null) => ({
  ...{ from_index: from, to_index: to, time, distance },
});
const matrix = (there: number | null, back: number) => ({
  sources_to_targets: [
    [cell(0, 0, 0, 0), cell(0, 1, there, there === null ? null : 7.5)],
    [cell(1, 0, back, 7.25), cell(1, 1, 0, 0)],
  ],
  units: "kilometers",
});
const byCosting = ({ body }: AskedVendor): VendorReply => ({
  body: JSON.parse(body).costing === "pedestrian" ? matrix(5400, 5460) : matrix(900, 960),
});
const places = [
  { lat: 38.7139, lon: -9.1334 },
  { lat: 38.6916, lon: -9.216 },
];

describeVendor({
  descriptor: valhalla,
  settings: {},
  operations: [
    {
      name: "matrices on foot and by car",
      call: async (ports, scope) => ports.travelTimes?.travelTimes(POINTS, ["walk", "transit", "taxi"], scope),
      answer: byCosting,
      asks: (asked) => {
        const bodies = asked.map(({ body }) => JSON.parse(body));
        expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(2).fill("POST /sources_to_targets"));
        expect(bodies).toEqual(
          expect.arrayContaining(
            ["pedestrian", "auto"].map((costing) => ({
              sources: places,
              targets: places,
              costing,
              units: "kilometers",
            })),
          ),
        );
      },
      finds: {
        points: POINTS,
        matrices: [
          { mode: "walk", minutes: [0, 90, 91, 0], meters: [0, 7500, 7250, 0] },
          { mode: "taxi", minutes: [0, 15, 16, 0], meters: [0, 7500, 7250, 0] },
        ],
      },
      refusals: [{ says: "too many places", reply: { status: 400, body: { error_code: 150 } }, kind: "bad_request" }],
      drifted: [
        { says: "a place that was not asked for", reply: { body: { sources_to_targets: [[cell(0, 7, 60, 1)]] } } },
        { says: "another service's answer", reply: { body: { trip: { legs: [] } } } },
      ],
      odd: [
        {
          says: "no way is not known",
          reply: { body: matrix(null, 600) },
          finds: {
            points: POINTS,
            matrices: ["walk", "taxi"].map((mode) => ({ mode, minutes: [0, null, 10, 0], meters: [0, null, 7250, 0] })),
          },
        },
      ],
    },
  ],
});
