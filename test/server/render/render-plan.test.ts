/** The terminal: every line fits, columns line up in any script, and nothing but words comes through. */
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { renderPlan } from "../../../server/render/render-plan.ts";
import { HOSTILE_NAMES, renamed } from "../../hostile-plan.ts";
import { japan, lisbon } from "../../plan-fixture.ts";

const PLAIN = { color: false, width: 80 };

test("a day reads from left to right: when, what, for how much", () => {
  const lines = renderPlan(lisbon(), PLAIN).split("\n");
  expect(lines.slice(0, 12)).toEqual([
    "Lisbon: food and viewpoints",
    "10–12 May 2027 · two travellers · moderate pace",
    "",
    "Day 1 · Monday 10 May 2027 · Lisbon",
    "",
    "  09:30–11:00  Jerónimos Monastery                                      €18 each",
    "               for your interest in historical sites",
    "               book ahead",
    "               ↓ 9 min walk, 640 m",
    "  11:10–11:50  Monument to the Discoveries                              €10 each",
    "               for your interest in viewpoints",
    "               ↓ 8 min walk, 600 m",
  ]);
});

test("ends with costs, warnings, verdict and where it is kept", () => {
  const text = renderPlan(lisbon(), { ...PLAIN, footer: ["Stored as trip 1234."] });
  expect(text.slice(text.indexOf("Cost for two"))).toBe(
    [
      "Cost for two travellers     Known   With estimates",
      "  Sights                  €219.60          €219.60",
      "  Meals                         –   about €170–275",
      "  Lodging                       –   about €130–210",
      "  Getting around                –     about €28–44",
      "  Total                   €219.60   about €550–745",
      "  Within the budget of €900, even at the high end, not counting what has no",
      "  price.",
      "  Not in these figures, for want of a price: National Coach Museum and Fado at",
      "  Tasca do Chico.",
      "",
      "Before you go",
      "  • Book ahead: Jerónimos Monastery and Cervejaria Ramiro.",
      "  • No bed is chosen yet for 2 nights in Lisbon.",
      "  • Opening hours unknown, look them up before you go: Fado at Tasca do Chico.",
      "",
      "Assumed for you",
      "  • You arrive in time for the first morning and leave on the last evening.",
      "  • Both of you are adults.",
      "",
      "Where to look further",
      "  Booking.com  https://www.booking.com/searchresults.html?ss=Lisbon&checkin=2027-05-10&checkout=2027-05-12&group_adults=2&no_rooms=1",
      "  Airbnb       https://www.airbnb.com/s/Lisbon/homes?checkin=2027-05-10&checkout=2027-05-12",
      "",
      "Checked: the opening hours that are known, travel times, dates and budget hold;",
      "three things to mind.",
      "Opening hours and prices change: confirm them before you go.",
      "",
      "Stored as trip 1234.",
    ].join("\n"),
  );
});

test.each([60, 80, 100, 120])("every line fits %i columns, and costs end in one column", (width) => {
  for (const plan of [lisbon(), japan()]) {
    const lines = renderPlan(plan, { color: false, width }).split("\n");
    const fitting = lines.filter((line) => !line.includes("https://"));
    expect(fitting.filter((line) => stringWidth(line) > width)).toEqual([]);
    const priced = lines.filter((line) => /^ {2}\d\d:\d\d–\d\d:\d\d .* (each|free|unknown|two|three)$/.test(line));
    expect(priced.length).toBeGreaterThan(2);
    expect(new Set(priced.map((line) => stringWidth(line)))).toEqual(new Set([Math.min(width, 100)]));
  }
});

test("colour adds emphasis and no word", () => {
  const plain = renderPlan(japan(), PLAIN);
  const coloured = renderPlan(japan(), { ...PLAIN, color: true });
  expect(coloured).not.toBe(plain);
  expect(stripVTControlCharacters(coloured)).toBe(plain);
  expect(plain).not.toContain("\u001b");
});

test("no ids, no codes, no confidence figures", () => {
  for (const plan of [lisbon(), japan()]) {
    const text = renderPlan(plan, PLAIN);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(text).not.toMatch(/\b[a-z]+_[a-z]+\b(?!=)/);
    expect(text).not.toMatch(/\b0\.9\b|confidence/);
  }
});

test("the planner's own words stand above the days, paragraph by paragraph", () => {
  const text = renderPlan(lisbon(), { ...PLAIN, answer: "Here is your plan.\n\nEnjoy\u001b[2J it." });
  expect(text.split("\n").slice(1, 7)).toEqual([
    "10–12 May 2027 · two travellers · moderate pace",
    "",
    "Here is your plan.",
    "",
    "Enjoy [2J it.",
    "",
  ]);
  expect(renderPlan(lisbon(), { ...PLAIN, answer: " \n " })).toBe(renderPlan(lisbon(), PLAIN));
});

test.each(HOSTILE_NAMES)("a name cannot steer the terminal: %j", (name) => {
  const text = renderPlan(renamed(lisbon(), name), PLAIN);
  // oxlint-disable-next-line no-control-regex
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
});
