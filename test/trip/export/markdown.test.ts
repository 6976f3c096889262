/** The page for the family: its text is stable enough to be held word for word. */
import { expect, test } from "vitest";
import { escapeMarkdown, markdownOf } from "../../../trip/export/markdown.ts";
import { HOSTILE_NAMES, renamed } from "../../hostile-plan.ts";
import { japan, lisbon } from "../../plan-fixture.ts";

test("opens with what, when, who, and whether it holds", () => {
  expect(markdownOf(lisbon()).split("\n").slice(0, 22)).toEqual([
    "# Lisbon: food and viewpoints",
    "",
    "10–12 May 2027 · Lisbon · two travellers · moderate pace",
    "",
    "Checked: the opening hours that are known, travel times, dates and budget hold; three things to mind.",
    "",
    "## Before you go",
    "",
    "- Book ahead: Jerónimos Monastery and Cervejaria Ramiro.",
    "- No bed is chosen yet for 2 nights in Lisbon.",
    "- Opening hours unknown, look them up before you go: Fado at Tasca do Chico.",
    "",
    "## Day 1 · Monday 10 May 2027 · Lisbon",
    "",
    "- **09:30–11:00** Jerónimos Monastery · €18 each · book ahead  ",
    "  For your interest in historical sites",
    "- *↓ 9 min walk, 640 m*",
    "- **11:10–11:50** Monument to the Discoveries · €10 each  ",
    "  For your interest in viewpoints",
    "- *↓ 8 min walk, 600 m*",
    "- **12:10–13:10** Lunch at Pastéis de Belém · about €13–22 for two  ",
    "  For your interest in bakeries",
  ]);
});

test("closes with costs, assumptions, links and where the data is from", () => {
  const page = markdownOf(lisbon());
  expect(page).toContain("| Total | €219.60 | about €550–745 |");
  expect(page).toContain("- Both of you are adults.");
  expect(page).toContain("- [Airbnb](<https://www.airbnb.com/s/Lisbon/homes?checkin=2027-05-10&checkout=2027-05-12>)");
  expect(page.trimEnd().endsWith("City and airport data: GeoNames, CC BY 4.0.")).toBe(true);
});

test("says what does not hold, and which day is empty", () => {
  const page = markdownOf(japan());
  expect(page).toContain("## What does not hold\n\n- 東京国立博物館 is closed on Mondays");
  expect(page).toContain("## Day 4 · Tuesday 6 April 2027 · Tokyo\n\nNothing is planned on this day.");
  expect(page).not.toContain("## Assumed for you");
});

test.each(HOSTILE_NAMES)("a name stays text: %j", (name) => {
  const page = markdownOf(renamed(lisbon(), name));
  const shape = (text: string): string[] => text.split("\n").map((line) => /^(#+|- |\|| {2}|)/.exec(line)?.[0] ?? "");
  expect(shape(page).filter((start) => start.startsWith("##"))).toHaveLength(7);
  // Every sign that could open markup stands behind a backslash.
  const bare = page
    .split("\n")
    .filter((line) => line.startsWith("## Day"))
    .map((line) => line.replace(/\\./g, ""));
  expect(bare.join("")).not.toMatch(/[`*_[\]<>|]/);
  expect(page).not.toContain("\u001b");
});

test("addresses in a name do not become links", () => {
  expect(escapeMarkdown("see https://evil.example or www.evil.example")).toBe(
    "see https\\://evil.example or www\\.evil.example",
  );
});
