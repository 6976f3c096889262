/** Follow-ups as people type them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stopsOf } from "../../../../trip/text/follow-ups/plan-in-view.ts";
import { readFollowUp } from "../../../../trip/text/follow-ups/read-follow-up.ts";
import { inShort, lisbonAndPorto } from "./lisbon-and-porto.ts";
import { MORE_PHRASINGS } from "./more-phrasings.ts";
import { PHRASINGS } from "./phrasings.ts";

describe("follow-ups about a plan", () => {
  test.each([...PHRASINGS, ...MORE_PHRASINGS])("%s", (text, ...meaning) => {
    expect(readFollowUp(text, lisbonAndPorto()).map(inShort)).toEqual(meaning);
  });
});

describe("whatever is said", () => {
  const words = [...new Set(PHRASINGS.flatMap(([text]) => text.split(" ")))];
  const view = lisbonAndPorto();
  const positions = new Set(stopsOf(view).map(({ position }) => position));

  test("an edit names only stops and days that are there", () => {
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((said) => said.join(" "));
    fc.assert(
      fc.property(sentence, (text) => {
        const intents = readFollowUp(text, view);
        expect(intents.length).toBeGreaterThan(0);
        for (const { item, day, fromDay } of intents.flatMap((each) => (each.kind === "edit" ? each.operations : []))) {
          if (item !== undefined) expect(positions).toContain(item);
          for (const number of [day ?? 1, fromDay ?? 1]) expect(view.days.map((each) => each.day)).toContain(number);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("no text breaks it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(readFollowUp(text, view).length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what the plan and the conversation add", () => {
  test("two Thursdays are asked about before the trip, and clear during it", () => {
    const longer = lisbonAndPorto();
    const days = [...longer.days, { day: 6, date: "2027-06-10", city: "Porto", stops: [] }];
    const asked = readFollowUp("move the market to Thursday", { ...longer, days });
    expect(asked).toMatchObject([{ kind: "ask", choices: ["day 2 (Thu 3 Jun)", "day 6 (Thu 10 Jun)"] }]);
    const underWay = { ...longer, days, today: "2027-06-05", endDate: "2027-06-10" };
    expect(readFollowUp("move the market to Thursday", underWay).map(inShort)).toEqual(["move 5.4 day=6"]);
  });

  test("tomorrow is a day of the plan while travelling", () => {
    const view = lisbonAndPorto({ today: "2027-06-03" });
    expect(readFollowUp("it will rain tomorrow", view).map(inShort)).toEqual(["rain day=3"]);
  });

  test("what was chosen settles two that fit", () => {
    const view = lisbonAndPorto({ chosen: "Dinner at Ponto Final" });
    expect(readFollowUp("move dinner to 20:00", view).map(inShort)).toEqual(["move 3.4 time=20:00"]);
  });

  test("“it” is what was spoken of", () => {
    const view = lisbonAndPorto({ mentioned: ["Belém Tower"] });
    expect(readFollowUp("lock it", view).map(inShort)).toEqual(["lock 1.3"]);
  });
});

test("the kind of a sight names the one whose title has it, before those that are merely like it", () => {
  const view = lisbonAndPorto();
  const days = view.days.map((day) =>
    day.day === 5
      ? { ...day, stops: day.stops.map((stop, at) => (at === 0 ? { ...stop, title: "Porto Cathedral" } : stop)) }
      : day,
  );
  expect(readFollowUp("drop the cathedral", { ...view, days }).map(inShort)).toEqual(["remove 5.1"]);
});
