/** What a version changed, in sentences, and whether it takes something away. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesFrom } from "../../../trip/calendar.ts";
import { carriedOver, newDates } from "../../../trip/edit/carry-over.ts";
import { delayItem } from "../../../trip/edit/delay-item.ts";
import { planDiff } from "../../../trip/edit/diff.ts";
import { rerouted } from "../../../trip/edit/reroute.ts";
import type { ItemDraft, ItineraryDraft } from "../../../trip/itinerary.ts";
import { planned } from "../planned.ts";
import { faultlessWorld, PORTO, stayWith, tripWith } from "../world.ts";

const { trip, itinerary } = faultlessWorld();
const [first] = itinerary.days[0]?.items ?? [];
if (!first) throw new Error("Expected a stop.");

function changing(change: (item: ItemDraft) => ItemDraft | null): ItineraryDraft {
  return {
    days: itinerary.days.map((day) => ({
      ...day,
      items: day.items.flatMap((item) => (item.itemKey === first?.itemKey ? (change(item) ?? []) : [item])),
    })),
  };
}
const diffTo = (draft: ItineraryDraft) => planDiff({ trip, draft: itinerary }, { trip, draft });

describe("planDiff", () => {
  it.each([
    ["skipped", { status: "skipped" }, `Marked ${first.title} (Monday ${first.startTime}) as skipped.`],
    ["completed", { status: "completed" }, `Marked ${first.title} (Monday ${first.startTime}) as done.`],
    ["locked", { locked: true }, `Locked ${first.title} at Monday ${first.startTime}.`],
  ] as const)("%s takes nothing away", (kind, over, sentence) => {
    const diff = diffTo(changing((item) => ({ ...item, ...over })));
    expect(diff).toMatchObject({
      takesAway: false,
      changes: [{ kind }],
      sentences: [sentence],
      dates: [trip.startDate],
    });
  });
  it("a stop taken out is taken away", () => {
    const diff = diffTo(changing(() => null));
    expect(diff).toMatchObject({
      takesAway: true,
      sentences: [`Took out ${first.title} (Monday ${first.startTime}).`],
    });
  });
  it("put off is neither taken away nor twice in it", () => {
    const diff = diffTo(delayItem(itinerary, { itemKey: first.itemKey, toDay: 3, startTime: "20:00" }));
    expect(diff.takesAway).toBe(false);
    expect(diff.sentences).toEqual([`Put off ${first.title} from Monday ${first.startTime} to Wednesday 20:00.`]);
    expect(diff.dates).toEqual(["2027-05-10", "2027-05-12"]);
  });
  it("a stay that is no longer chosen is taken away", () => {
    const [old, fresh] = [
      stayWith(1, { offerId: "a", propertyName: "Casa" }),
      stayWith(2, { offerId: "b", propertyName: "Hostel" }),
    ];
    const diff = planDiff({ trip, draft: itinerary, stays: [old] }, { trip, draft: itinerary, stays: [fresh] });
    expect(diff).toMatchObject({ takesAway: true, sentences: ["No longer chosen: Casa.", "Chosen: Hostel."] });
  });
  it("between a plan and itself there is none, in any world", () => {
    fc.assert(
      fc.property(planned, (world) => {
        const version = { trip: world.trip, draft: world.itinerary };
        expect(planDiff(version, version)).toEqual({ changes: [], takesAway: false, sentences: [], dates: [] });
      }),
      { numRuns: 50 },
    );
  });
});

describe("a trip that is moved", () => {
  const porto = { cityId: PORTO.id, name: "Porto", countryCode: "PT" };
  it("keeps its days in their order, and is not told stop by stop", () => {
    const later = { ...trip, ...rerouted(trip, { startDate: "2027-05-17" }) };
    const draft = carriedOver(itinerary, trip, later);
    expect(draft.days.map(({ date }) => date)).toEqual(datesFrom("2027-05-17", "2027-05-19"));
    const diff = planDiff({ trip, draft: itinerary }, { trip: later, draft });
    expect(diff.sentences).toEqual(["The trip now runs 17–19 May 2027 (was 10–12 May 2027)."]);
  });
  it.each([
    ["longer", { endDate: "2027-05-14" }, ["10", "11", "12"]],
    ["shorter", { endDate: "2027-05-11" }, ["10", "11"]],
    ["begun a day later", { startDate: "2027-05-11", endDate: "2027-05-12" }, ["11", "12"]],
    ["begun a day earlier", { startDate: "2027-05-09", endDate: "2027-05-12" }, ["10", "11", "12"]],
    ["with Porto after it", { addCity: { city: porto, nights: 2 } }, ["10", "11"]],
  ])("%s", (_, change, kept) => {
    const after = rerouted(trip, change);
    const dates = newDates(trip, after, datesFrom(trip.startDate, trip.endDate));
    expect([...dates].map(([from, to]) => [from.slice(-2), to.slice(-2)])).toEqual(kept.map((day) => [day, day]));
  });
  it("with Porto before it moves Lisbon's days", () => {
    const after = rerouted(trip, { addCity: { city: porto, nights: 2, position: 1 } });
    expect(after.endDate).toBe("2027-05-14");
    expect([...newDates(trip, after, ["2027-05-10", "2027-05-12"]).values()]).toEqual(["2027-05-12", "2027-05-14"]);
  });
  it("with Porto inside the same dates takes the nights from the city before", () => {
    const after = rerouted(trip, { addCity: { city: porto, nights: 1 }, endDate: trip.endDate });
    expect(after.destinations.map(({ departureDate }) => departureDate)).toEqual(["2027-05-11", "2027-05-12"]);
  });
  it("so many days more after it are those of the new city, and none of its own is lost", () => {
    const after = rerouted(trip, { addCity: { city: porto, days: 2 } });
    expect(after.destinations.map(({ departureDate }) => departureDate)).toEqual(["2027-05-13", "2027-05-14"]);
  });
  it("more nights where one is already are one stay", () => {
    const [lisbon] = trip.destinations;
    const city = { cityId: lisbon?.cityId ?? "", name: "Lisbon", countryCode: "PT" };
    expect(rerouted(trip, { addCity: { city, nights: 2 } }).destinations).toMatchObject([
      { departureDate: "2027-05-14" },
    ]);
  });
  it("refuses what leaves no night, and the last city", () => {
    expect(() => rerouted(trip, { addCity: { city: porto, nights: 9 }, endDate: trip.endDate })).toThrow(
      /no night for Lisbon/,
    );
    expect(() => rerouted(trip, { removeCityId: trip.destinations[0]?.cityId ?? "" })).toThrow(/at least one city/);
    expect(() => rerouted(tripWith(), { endDate: "2027-05-01" })).toThrow(/no night/);
  });
});
