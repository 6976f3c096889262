/** The page: whole in itself, safe against what things are called, readable without seeing it. */
import { expect, test } from "vitest";
import { htmlOf } from "../../../trip/export/html.ts";
import { HOSTILE_NAMES, renamed } from "../../hostile-plan.ts";
import { japan, lisbon } from "../../plan-fixture.ts";

const tagsOf = (page: string): string[] => [...page.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag = ""]) => tag);
const count = (page: string, pattern: RegExp): number => [...page.matchAll(pattern)].length;

test("asks the network for nothing", () => {
  for (const page of [htmlOf(lisbon()), htmlOf(japan())]) {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(tagsOf(page).filter((tag) => ["script", "link", "img", "iframe", "object", "use"].includes(tag))).toEqual(
      [],
    );
    expect(page).not.toMatch(/\s(?:src|srcset|on\w+)=/);
    expect(page).not.toMatch(/url\(|@import/);
  }
});

test("every opened element is closed and every id is there once", () => {
  const empty = new Set(["meta", "path", "rect", "circle", "polyline"]);
  for (const page of [htmlOf(lisbon()), htmlOf(japan())]) {
    const open: string[] = [];
    for (const [, slash, tag = ""] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/gi)) {
      if (empty.has(tag)) continue;
      if (slash) expect(open.pop()).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const referred = [...page.matchAll(/(?:aria-labelledby="|href="#)([^"]+)"/g)].flatMap(([, id = ""]) =>
      id.split(" "),
    );
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  }
});

test("headings descend without a gap and each map can be read out", () => {
  const page = htmlOf(lisbon());
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.every((level, index) => level - (levels[index - 1] ?? 1) <= 1)).toBe(true);
  expect(page).toContain('<html lang="en">');
  expect(count(page, /role="img"/g)).toBe(count(page, /<desc id=/g));
  expect(page).toContain("The stops of 3 days, numbered as in the list: 1 Jerónimos Monastery, 2 Monument");
});

test("one map for the city and one for each of its days; a city of one mapped day has only its own", () => {
  expect(count(htmlOf(lisbon()), /<svg/g)).toBe(4);
  // Kyoto and its two days, Tokyo with one.
  expect(count(htmlOf(japan()), /<svg/g)).toBe(4);
  expect(htmlOf(japan())).toContain("Nothing is planned on this day.");
});

test.each(HOSTILE_NAMES)("a name stays text: %j", (name) => {
  const plan = lisbon();
  const page = htmlOf(renamed(plan, name));
  const harmless = htmlOf(renamed(plan, "Plain"));
  // Which names find room on a map depends on their length, and is not what this is about.
  const withoutLabels = (text: string): string => text.replace(/<text class="map-label"[^<>]*>[^<>]*<\/text>/g, "");
  const shapeOf = (text: string): string[] =>
    [...withoutLabels(text).matchAll(/<[/a-z!][^>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
  expect(shapeOf(page)).toEqual(shapeOf(harmless));
  expect(page).not.toContain("\u001b");
  expect(page.isWellFormed()).toBe(true);
});

test("links that are not of the web are left out", () => {
  const page = htmlOf({ ...lisbon(), links: [{ provider: "Trap", url: "javascript:alert(1)" }] });
  expect(page).not.toContain("javascript:");
  expect(page).not.toContain("Where to look further");
});
