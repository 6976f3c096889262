import { expect, test } from "vitest";
import { check } from "../../../trip/check/check.ts";
import { checkLive, placesToAsk } from "../../../trip/live/check-live.ts";
import type { LivePlace } from "../../../trip/live/live-place.ts";
import { ALWAYS_OPEN } from "../../../trip/opening-hours.ts";
import type { Verdict } from "../../../trip/verdict.ts";
import { faultlessWorld, idOf, type World, withItem, withPlace } from "../world.ts";
import { closedOn, liveWith } from "./live-places.ts";

const FIRST = idOf(2, 1);

function judged(world: World, live: Partial<LivePlace>): Verdict {
  const facts = { ...world.facts, today: "2027-05-09" };
  return checkLive({ ...world, facts, live: new Map([[FIRST, liveWith(live)]]) });
}

test("what is as we know it changes nothing", () => {
  const world = faultlessWorld();
  const facts = { ...world.facts, today: "2027-05-09" };
  expect(judged(world, { week: closedOn() })).toEqual(check(world.trip, world.itinerary, facts));
  expect(judged(world, {}).ok).toBe(true);
});

test("a museum that is closed tomorrow is found out, and nothing of it stays in the facts", () => {
  const world = faultlessWorld();
  const before = structuredClone(world.facts.places.get(FIRST));
  const { ok, violations } = judged(world, { dates: [{ date: "2027-05-10", intervals: [] }] });
  expect(ok).toBe(false);
  expect(violations[0]).toMatchObject({ code: "closed_day", path: "days[0].items[0]" });
  expect(violations[0]?.message).toBe("Museum 1 is closed on Monday 10 May; you would be there on Monday 10 May.");
  expect(world.facts.places.get(FIRST)).toEqual(before);
});

test.each([
  ["closed_for_good", null, "Museum 1 has closed for good, says Test Maps; you would be there on Monday 10 May."],
  [
    "closed_for_good",
    "elsewhere",
    "Museum 1 has closed for good and moved elsewhere, says Test Maps; you would be there on Monday 10 May.",
  ],
  ["closed_for_now", null, "Museum 1 is closed for now, says Test Maps; you would be there on Monday 10 May."],
] as const)("%s is said so", (state, movedTo, message) => {
  const { ok, violations } = judged(faultlessWorld(), { state, movedTo });
  expect(ok).toBe(false);
  expect(violations.filter(({ path }) => path === "days[0].items[0]")).toMatchObject([{ code: "closed_day", message }]);
});

test("a closure for now says nothing certain of a visit weeks away", () => {
  const world = faultlessWorld();
  const live = new Map([[FIRST, liveWith({ state: "closed_for_now" as const })]]);
  const { ok, violations } = checkLive({ ...world, live });
  expect(ok).toBe(true);
  expect(violations.map(({ message }) => message)).toContain(
    "Museum 1 is closed for now, says Test Maps; whether it is open again is not known, and you would be there on Monday 10 May.",
  );
});

test("places are asked by when they are visited, those that never close last, those that are over not at all", () => {
  const world = withPlace(withItem(faultlessWorld(), 1, 0, { status: "completed" }), 1, { hours: ALWAYS_OPEN });
  const names = placesToAsk(world.itinerary, { ...world.facts, today: "2027-05-10" }).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(["Tasca 22", "Museum 3", "Tasca 24"]);
  expect(names.at(-1)).toBe("Museum 1");
  expect(names).not.toContain("Museum 5");
  expect(new Set(names).size).toBe(names.length);
  const later = placesToAsk(world.itinerary, { ...world.facts, today: "2027-05-12" }).map(({ name }) => name);
  expect(later).toEqual(["Museum 9", "Tasca 30", "Museum 11"]);
});
