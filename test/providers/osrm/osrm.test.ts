import { expect } from "vitest";
import { osrm } from "../../../providers/osrm/osrm.ts";
import { describeVendor } from "../conformance/describe-vendor.ts";

const POINTS = [
  { lat: 38.7139, lon: -9.1334 },
  { lat: 38.6916, lon: -9.216 },
];
const TABLE = {
  code: "Ok",
  durations: [
    [0, 5412.3],
    [5400, 0],
  ],
  distances: [
    [0, 7521.4],
    [7500, 0],
  ],
  sources: [],
};

describeVendor({
  descriptor: osrm,
  settings: {},
  operations: [
    {
      name: "a table on foot",
      call: async (ports, scope) => ports.travelTimes?.travelTimes(POINTS, ["walk", "taxi"], scope),
      answer: { body: TABLE },
      asks: ([asked]) => {
        expect(asked).toMatchObject({ method: "GET", path: "/table/v1/foot/-9.13340,38.71390;-9.21600,38.69160" });
        expect(Object.fromEntries(asked?.query ?? [])).toEqual({ annotations: "duration,distance" });
      },
      finds: {
        points: POINTS,
        matrices: [{ mode: "walk", minutes: [0, 5412.3 / 60, 90, 0], meters: [0, 7521.4, 7500, 0] }],
      },
      refusals: [
        { says: "too many points", reply: { status: 400, body: { code: "TooBig", message: "no" } }, kind: "quota" },
        { says: "a bad query", reply: { status: 400, body: { code: "InvalidQuery" } }, kind: "bad_request" },
      ],
      drifted: [
        { says: "no table", reply: { body: { code: "NoTable" } } },
        { says: "a smaller table", reply: { body: { ...TABLE, durations: [[0]], distances: [[0]] } } },
        {
          says: "a negative time",
          reply: {
            body: {
              ...TABLE,
              durations: [
                [0, -1],
                [1, 0],
              ],
            },
          },
        },
      ],
      odd: [
        {
          says: "no way from here to there is not known",
          reply: {
            body: {
              ...TABLE,
              durations: [
                [0, null],
                [5400, 0],
              ],
              distances: [
                [0, null],
                [7500, 0],
              ],
            },
          },
          finds: {
            points: POINTS,
            matrices: [{ mode: "walk", minutes: [0, null, 90, 0], meters: [0, null, 7500, 0] }],
          },
        },
      ],
    },
    {
      name: "a server for cars asked on foot",
      call: async (ports, scope) => {
        const table = await ports.travelTimes?.travelTimes(POINTS, ["walk"], scope);
        return { table, known: await ports.travelTimes?.travelTimes(POINTS, ["taxi"], scope) };
      },
      answer: { body: TABLE },
      asks: (asked) => expect(asked).toHaveLength(1),
      finds: {
        table: expect.objectContaining({ matrices: [expect.anything()] }),
        known: { points: POINTS, matrices: [] },
      },
      refusals: [],
      drifted: [],
      odd: [],
    },
  ],
});
