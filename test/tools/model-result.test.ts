/** What a model reads of a result: days as lines, and nothing that it cannot use; the facts themselves stay. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelResultOf } from "../../tools/model-result.ts";
import { type LineItem, readStopLine, stopLine } from "../../trip/export/stop-line.ts";
import { type ItemDraft, itemStatusSchema, itemTypeSchema } from "../../trip/itinerary.ts";

const envelope = { status: "ok" as const, request: { tripId: "t" }, notices: [] };

function item(changes: Partial<ItemDraft> = {}): LineItem & { itemKey: string } {
  return {
    ...{ itemKey: "visit:1", type: "attraction", title: "Castle", placeId: "p", startTime: "09:40" },
    ...{ endTime: "11:10", endsNextDay: false, ...changes },
  };
}

describe("a stop in one line", () => {
  test.each([
    [item(), "2.3 09:40-11:10 Castle"],
    [item({ type: "meal", title: "Lunch at Casa" }), "2.3 09:40-11:10 (meal) Lunch at Casa"],
    [item({ locked: true, status: "completed" }), "2.3 09:40-11:10 (locked, completed) Castle"],
    [
      item({ type: "flight", startTime: "23:10", endTime: "01:05", endsNextDay: true }),
      "2.3 23:10-01:05+1 (flight) Castle",
    ],
  ])("%j", (given, line) => expect(stopLine(given, "2.3")).toBe(line));

  test("reads back as it was, whatever it is called", () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((n) => String(n).padStart(2, "0")).join(":"));
    const anItem = fc.record({
      type: fc.constantFrom(...itemTypeSchema.options),
      title: fc.string({ minLength: 1, maxLength: 80 }).filter((title) => !/^\([a-z_]/.test(title)),
      ...{ startTime: time, endTime: time, endsNextDay: fc.boolean(), locked: fc.boolean() },
      status: fc.constantFrom(...itemStatusSchema.options),
    });
    fc.assert(
      fc.property(anItem, (given) => {
        const { type, title, startTime, endTime, endsNextDay, locked, status } = given;
        const marks = [...(locked ? ["locked"] : []), ...(status === "planned" ? [] : [status])];
        const read = readStopLine(stopLine(given, "12.7"));
        expect(read).toEqual({ position: "12.7", type, title, startTime, endTime, endsNextDay, marks });
      }),
    );
  });

  test.each(["", "Castle", "2.3 9:40-11:10 Castle", "2 09:40-11:10 Castle"])("%o is none", (line) => {
    expect(readStopLine(line)).toBeNull();
  });
});

test("days come as lines, numbered over what still counts", () => {
  const items = [item(), item({ status: "delayed", title: "Tower" }), item({ type: "meal", title: "Lunch" })];
  const day = { dayNumber: 1, date: "2027-05-10", city: { id: "c", name: "Lisbon" }, items };
  expect(modelResultOf({ ...envelope, itinerary: { version: 2, days: [day] } } as never)).toEqual({
    status: "ok",
    itinerary: {
      version: 2,
      days: [
        {
          ...{ dayNumber: 1, date: "2027-05-10", city: { id: "c", name: "Lisbon" } },
          stops: ["1.1 09:40-11:10 Castle", "1.- 09:40-11:10 (delayed) Tower", "1.2 09:40-11:10 (meal) Lunch"],
        },
      ],
    },
  });
});

test("the echo, what is empty and what is for programs goes; what is false or zero and means something stays", () => {
  const result = {
    ...envelope,
    notices: ["Note."],
    verdict: { ok: false, violations: [{ code: "overlap", expected: null, message: "Two at once." }] },
    budget: { known: 0, lines: [{ sum: 1 }], missing: [] },
    places: [{ id: "p", bookingNeeded: false, hoursKnown: false, location: { lat: 1, lon: 2 }, rating: 4.123456 }],
    cities: [{ id: "c", match: "fuzzy", score: 0.61234, region: null }],
    error: { code: "nothing_fits", message: "No.", details: { days: 2 } },
  };
  expect(modelResultOf(result as never)).toEqual({
    ...{ status: "ok", notices: ["Note."] },
    verdict: { ok: false, violations: [{ code: "overlap", message: "Two at once." }] },
    budget: { known: 0 },
    places: [{ id: "p", hoursKnown: false, rating: 4.123 }],
    cities: [{ id: "c", match: "fuzzy", score: 0.612 }],
    error: { code: "nothing_fits", message: "No.", details: { days: 2 } },
  });
});
