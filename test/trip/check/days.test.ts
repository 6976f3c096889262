/** What spans more than one item: nights, transfers, locks, pace, and the way through a day. */
import { describe, expect, it } from "vitest";
import { check } from "../../../trip/check/check.ts";
import { ALWAYS_OPEN } from "../../../trip/opening-hours.ts";
import {
  euros,
  everyDay,
  factsWith,
  faultlessWorld,
  flightWith,
  idOf,
  itemWith,
  LISBON,
  near,
  PORTO,
  placeWith,
  stayWith,
  tripWith,
  visitOf,
  type World,
  withDayChanged,
  withItem,
  withPlace,
} from "../world.ts";

const good = faultlessWorld();
const found = ({ trip, itinerary, facts }: World): string[] =>
  check(trip, itinerary, facts).violations.map(({ code, path }) => `${code} ${path}`);

describe("hours after midnight", () => {
  const bar = { type: "bar", hours: everyDay("18:00", "02:00") } as const;

  it("lets a visit in the small hours fall into last night's opening", () => {
    const early = withItem(withPlace(good, 5, bar), 1, 0, { startTime: "00:45", endTime: "01:45" });
    expect(found(early)).toEqual([]);
    const tooLong = withItem(early, 1, 0, { endTime: "02:15" });
    expect(found(tooLong)).toEqual(["outside_hours days[1].items[0]"]);
  });

  it("does so on the day after the only night it opens, and on no other", () => {
    const mondays = withPlace(good, 5, { ...bar, hours: { ...everyDay("18:00", "02:00"), tuesday: [] } });
    const late = { startTime: "00:45", endTime: "01:45" };
    expect(found(withItem(mondays, 1, 0, late))).toEqual([]);
    const sundays = withPlace(good, 5, {
      ...bar,
      hours: { ...everyDay("18:00", "02:00"), monday: [], tuesday: [] },
    });
    expect(found(withItem(sundays, 1, 0, late))).toEqual(["closed_day days[1].items[0]"]);
  });

  it("lets a visit run past midnight where the doors stay open", () => {
    const late = withItem(withPlace(good, 3, bar), 0, 2, { startTime: "23:00", endTime: "00:30", endsNextDay: true });
    expect(found(late)).toEqual([]);
    const square = withPlace(late, 3, { hours: ALWAYS_OPEN });
    expect(found(square)).toEqual([]);
    const museum = withPlace(late, 3, { hours: everyDay("09:00", "24:00") });
    expect(found(museum)).toEqual(["outside_hours days[0].items[2]"]);
  });

  it("sees that last night's end is this morning", () => {
    const late = withItem(withPlace(good, 3, bar), 0, 2, { startTime: "23:00", endTime: "01:00", endsNextDay: true });
    const early = withItem(withPlace(late, 5, bar), 1, 0, { startTime: "00:30", endTime: "01:30" });
    expect(found(early)).toEqual(["overlap days[1].items[0]"]);
  });
});

/** Two days in Lisbon, a train on the second morning, two days in Porto. */
function twoCities(leg: { startTime: string; endTime: string } | null, firstVisit = "15:00"): World {
  const ribeira = placeWith(90, { cityId: PORTO.id, location: near(PORTO, 300, 0) });
  const trip = tripWith({
    endDate: "2027-05-11",
    destinations: [
      { cityId: LISBON.id, name: "Lisbon", countryCode: "PT", arrivalDate: "2027-05-10", departureDate: "2027-05-11" },
      { cityId: PORTO.id, name: "Porto", countryCode: "PT", arrivalDate: "2027-05-11", departureDate: "2027-05-11" },
    ],
  });
  const end = `${String(Number(firstVisit.slice(0, 2)) + 1).padStart(2, "0")}${firstVisit.slice(2)}`;
  const train =
    leg && itemWith({ type: "transport", title: "Train", location: PORTO.location, cost: euros(30), ...leg });
  const [monday] = good.itinerary.days;
  const tuesday = {
    dayNumber: 2,
    date: "2027-05-11",
    city: { id: PORTO.id, name: "Porto" },
    items: [...(train ? [train] : []), visitOf(ribeira, firstVisit, end)],
  };
  const facts = factsWith([...good.places, ribeira], { stays: [stayWith(1, { checkOutDate: "2027-05-11" })] });
  return { trip, facts, itinerary: { days: monday ? [monday, tuesday] : [] }, places: good.places };
}

describe("transfers", () => {
  it("accepts a train with time to arrive", () => {
    expect(found(twoCities({ startTime: "09:00", endTime: "12:30" }))).toEqual([]);
  });

  it("does not believe in a train that takes half an hour to the other end of the country", () => {
    expect(found(twoCities({ startTime: "09:00", endTime: "09:30" }))).toEqual(["travel_too_short days[1].items[0]"]);
  });

  it("wants the way from the station walked", () => {
    expect(found(twoCities({ startTime: "11:30", endTime: "14:58" }))).toEqual(["travel_too_short days[1].items[1]"]);
  });

  it("asks how the traveller gets there, unless there is time for it before the first stop", () => {
    expect(found(twoCities(null, "09:00"))).toEqual(["travel_too_short days[1].items[0]"]);
    expect(found(twoCities(null, "15:00"))).toEqual([]);
  });

  it("lets the morning before the leg belong to the city that is left", () => {
    const world = twoCities({ startTime: "11:00", endTime: "14:30" });
    const [train, visit] = world.itinerary.days[1]?.items ?? [];
    const farewell = visitOf(placeWith(11), "09:00", "10:00");
    const items = [farewell, train, visit].filter((item) => item !== undefined);
    expect(found(withDayChanged(world, 1, { items }))).toEqual([]);
    const homesick = visitOf(placeWith(11), "17:00", "18:00");
    const back = withDayChanged(world, 1, { items: [train, visit, homesick].filter((item) => item !== undefined) });
    expect(found(back)).toEqual(["wrong_city days[1].items[2]", "travel_too_short days[1].items[2]"]);
  });

  it("needs no bed for a night on the road", () => {
    const world = { ...good, facts: { ...good.facts, stays: [stayWith(1, { checkOutDate: "2027-05-11" })] } };
    const night = itemWith({
      type: "transport",
      startTime: "22:00",
      endTime: "06:00",
      endsNextDay: true,
      cost: euros(1),
    });
    const items = [...(good.itinerary.days[1]?.items ?? []), night];
    expect(found(world)).toEqual(["night_without_bed days[1]"]);
    expect(found(withDayChanged(world, 1, { items }))).toEqual([]);
  });

  it("leaves the days alone that a chosen flight leaves alone", () => {
    const flights = [flightWith(1, { price: euros(1, { provider: "test-air" }) })];
    expect(found({ ...good, facts: { ...good.facts, flights } })).toEqual([]);
  });
});

describe("nights without a bed", () => {
  it("are one warning for each city", () => {
    const stays = { ...good.facts, stays: [] };
    const { violations } = check(good.trip, good.itinerary, stays);
    const beds = violations.filter(({ code }) => code === "night_without_bed");
    expect(beds.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "days[0]: No bed is chosen yet for 2 nights in Lisbon, Monday 10 May to Wednesday 12 May.",
    ]);
  });
});

describe("locks", () => {
  const locked = withItem(good, 0, 2, { locked: true }).itinerary;
  const against = ({ trip, itinerary, facts }: World): string[] =>
    check(trip, itinerary, facts, locked).violations.map(({ code, path }) => `${code} ${path}`);

  it("hold while the item stays as it was", () => {
    expect(against({ ...good, itinerary: locked })).toEqual([]);
    expect(against(withItem(good, 0, 2, { status: "completed", title: "Another name" }))).toEqual([]);
  });

  it("are broken by another time, another place, another day, or by leaving it out", () => {
    expect(against(withItem(good, 0, 2, { endTime: "16:30" }))).toEqual(["locked_item_changed days[0].items[2]"]);
    const item = good.itinerary.days[0]?.items[2];
    const replaced = withItem(good, 0, 2, { placeId: idOf(2, 11) });
    expect(against(replaced)).toContain("locked_item_changed days[0].items[2]");
    expect(against(withItem(good, 0, 2, null))).toEqual(["locked_item_changed "]);
    expect(against(withItem(good, 0, 2, { status: "skipped" }))).toEqual(["locked_item_changed "]);
    const tuesday = good.itinerary.days[1];
    const moved = withDayChanged(withItem(good, 0, 2, null), 1, {
      items: [...(tuesday?.items ?? []), ...(item ? [{ ...item, startTime: "16:30", endTime: "17:30" }] : [])],
    });
    expect(against(moved)).toContain("locked_item_changed days[1].items[4]");
  });

  it("are not asked about without an earlier version", () => {
    expect(found(withItem({ ...good, itinerary: locked }, 0, 2, { endTime: "16:30" }))).toEqual([]);
  });
});

/** One day of visits of half an hour at these places, a quarter of an hour's walk apart at most. */
function dayOf(metersNorth: readonly number[], pace: "relaxed" | "fast" = "fast"): World {
  const places = metersNorth.map((north, index) =>
    placeWith(50 + index, {
      location: near(LISBON, north, 0),
      visitMinutes: 30,
      hours: ALWAYS_OPEN,
      admission: euros(0),
    }),
  );
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const visits = places.map((place, index) => visitOf(place, clock(840 + index * 75), clock(870 + index * 75)));
  const trip = tripWith({ startDate: "2027-05-10", endDate: "2027-05-10", wishes: { pace }, budget: null });
  const destinations = trip.destinations.map((destination) => ({ ...destination, departureDate: "2027-05-10" }));
  const day = { dayNumber: 1, date: "2027-05-10", city: { id: LISBON.id, name: "Lisbon" }, items: visits };
  return { trip: { ...trip, destinations }, facts: factsWith(places), itinerary: { days: [day] }, places };
}

describe("pace", () => {
  it("counts the visits of a day", () => {
    expect(found(dayOf([0, 200, 400, 600], "relaxed"))).toEqual([]);
    const { trip, itinerary, facts } = dayOf([0, 200, 400, 600, 800], "relaxed");
    expect(check(trip, itinerary, facts).violations.map(({ message }) => message)).toEqual([
      "Monday 10 May is too full for a relaxed pace: 5 visits instead of 4.",
    ]);
  });

  it("counts the hours inside them", () => {
    const day = dayOf([0, 200], "relaxed");
    const long = withItem(withItem(day, 0, 0, { endTime: "17:00" }), 0, 1, { startTime: "17:05", endTime: "19:45" });
    expect(found(long)).toEqual(["pace_exceeded days[0]"]);
  });

  it("counts the metres on foot", () => {
    expect(found(dayOf([0, 1300, 2600, 3900], "relaxed"))).toEqual([]);
    const { trip, itinerary, facts } = dayOf([0, 1300, 2600, 3900, 5200, 6500], "relaxed");
    const { violations } = check(trip, itinerary, facts);
    expect(violations.find(({ code }) => code === "pace_exceeded")?.message).toContain("8.4 km on foot instead of 6.0");
  });
});

describe("backtracking", () => {
  it("accuses a zigzag and not the straight way through the same stops", () => {
    expect(found(dayOf([0, 400, 800, 1200, 1600]))).toEqual([]);
    expect(found(dayOf([0, 1200, 400, 1600, 800]))).toEqual(["backtracking days[0]"]);
  });

  it("accuses nobody when the hours leave no other order", () => {
    const zigzag = dayOf([0, 1200, 400, 1600, 800]);
    const opensWhenPlanned = zigzag.places.map((place, index) => {
      const start = 840 + index * 75;
      const clock = (minute: number): string =>
        `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      return { ...place, hours: everyDay(clock(start), clock(start + 60)) };
    });
    expect(found({ ...zigzag, facts: factsWith(opensWhenPlanned) })).toEqual([]);
  });

  it("accuses nobody for what is locked where it is", () => {
    const zigzag = dayOf([0, 1200, 400, 1600, 800]);
    const items = zigzag.itinerary.days[0]?.items.map((item) => ({ ...item, locked: true })) ?? [];
    expect(found(withDayChanged(zigzag, 0, { items }))).toEqual([]);
  });

  it("sees it on a day of a dozen stops, too", () => {
    const shuffled = [0, 900, 100, 800, 200, 700, 300, 600, 400, 500, 1000];
    const { trip, itinerary, facts } = dayOf(shuffled.map((north) => north * 1.5));
    const [day] = itinerary.days;
    const items = day?.items.map((item, index) => {
      const clock = (minute: number): string =>
        `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      return { ...item, startTime: clock(480 + index * 60), endTime: clock(510 + index * 60) };
    });
    const { violations } = check(trip, { days: day ? [{ ...day, items: items ?? [] }] : [] }, facts);
    expect(violations.map(({ code }) => code)).toContain("backtracking");
  });
});
