/** What the traveller asked for and the plan does without: said aloud, with the reason where it is known. */
import { describe, expect, it } from "vitest";
import { leftOutNotes } from "../../trip/left-out.ts";
import { eateryWith, everyDay, faultlessWorld, idOf, LISBON, placeWith, tripWith } from "./world.ts";

const world = faultlessWorld();

function notesFor(over: Parameters<typeof tripWith>[0], more: Parameters<typeof placeWith>[1] | null = null): string[] {
  const extra = more === null ? [] : [placeWith(90, { name: "Tile Palace", ...more })];
  const places = new Map([...world.facts.places, ...extra.map((place) => [place.id, place] as const)]);
  return leftOutNotes(tripWith(over), world.itinerary, { ...world.facts, places });
}

const palace = { wishes: { mustSee: [idOf(2, 90)] } };

describe("leftOutNotes", () => {
  it("says nothing when every sight asked for is in the plan", () => {
    expect(notesFor({ wishes: { mustSee: [idOf(2, 1)] } })).toEqual([]);
  });

  it("names a sight that is closed on all the days there", () => {
    const hours = { ...everyDay("09:00", "18:00"), monday: [], tuesday: [], wednesday: [] };
    expect(notesFor(palace, { hours })).toEqual([
      "Tile Palace is closed on all your days in Lisbon, so the plan does without it. By its usual hours it opens again on Thursday 13 May 2027: add a day, or choose other dates, to see it.",
    ]);
  });

  it("names the date when there is only one", () => {
    const hours = { ...everyDay("09:00", "18:00"), monday: [] };
    const itinerary = { days: world.itinerary.days.slice(0, 1) };
    const closed = placeWith(90, { name: "Tile Palace", hours });
    const places = new Map([...world.facts.places, [closed.id, closed] as const]);
    expect(leftOutNotes(tripWith(palace), itinerary, { ...world.facts, places })).toEqual([
      "Tile Palace is closed on Monday 10 May 2027, so the plan does without it. By its usual hours it opens again on Thursday 13 May 2027: add a day, or choose other dates, to see it.",
    ]);
  });

  it("names a sight with steps for somebody who cannot climb them", () => {
    const wishes = { ...palace.wishes, accessibility: ["wheelchair" as const] };
    expect(notesFor({ wishes }, { wheelchair: "no" })).toEqual([
      "Tile Palace is known not to be step-free, so the plan does without it. Ask there whether they can help somebody over the steps.",
    ]);
  });

  it("admits that a sight found no room", () => {
    expect(notesFor(palace, {})).toEqual([
      "I found no room for Tile Palace beside the rest, given its hours, your days and the budget. One more day, or one wish less, may make room.",
    ]);
  });

  it("says once when no place to eat in a city is known to serve the diet", () => {
    expect(notesFor({ wishes: { diets: ["kosher", "gluten_free"] } })).toEqual([
      "I know no place in Lisbon that serves kosher and gluten-free meals: look for one before you go.",
    ]);
    const fed = eateryWith(91, { diets: ["kosher"], cityId: LISBON.id });
    const places = new Map([...world.facts.places, [fed.id, fed] as const]);
    const trip = tripWith({ wishes: { diets: ["kosher"] } });
    expect(leftOutNotes(trip, world.itinerary, { ...world.facts, places })).toEqual([]);
  });
});
