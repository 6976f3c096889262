/** Conversations about a plan with the offline model: what it calls for each kind of wish, and what it says. */
import { describe, expect, test } from "vitest";
import { createOfflineModel } from "../../../agents/models/offline/offline-model.ts";
import { type Answers, applied, contextOf, PlanConversation, proposed, refused, TODAY, TRIP } from "./scripted-plan.ts";

const converse = (answers: Answers = {}): PlanConversation =>
  new PlanConversation(createOfflineModel({ today: () => TODAY }), answers);

const edit = (...operations: unknown[]): unknown => ({
  name: "edit_itinerary",
  input: { tripId: TRIP, version: 3, operations },
});
const selected = { status: "ok", notices: [], tripId: TRIP, version: 4 };

describe("edits", () => {
  test("what was changed is said, with the way back", async () => {
    const talk = converse({ edit_itinerary: applied("Museu Nacional do Azulejo moves to Friday at 14:30") });
    const answer = await talk.say("move the museum to Friday");
    expect(talk.calls).toEqual([edit({ op: "move", item: "2.3", day: 3 })]);
    expect(answer).toBe(
      "Done. Museu Nacional do Azulejo moves to Friday at 14:30. Say “undo that” and I take it back.",
    );
  });

  test("several wishes are one edit, so that positions hold", async () => {
    const talk = converse({ edit_itinerary: applied("One", "Two") });
    await talk.say("move the museum to Friday and lock the castle. It will rain on Saturday.");
    expect(talk.calls).toEqual([
      edit({ op: "move", item: "2.3", day: 3 }, { op: "lock", item: "2.1" }, { op: "rain", day: 4 }),
    ]);
  });

  test("what takes something away is selected by a call of its own, which asks the person", async () => {
    const talk = converse({ edit_itinerary: proposed("Mercado do Bolhão goes"), select_itinerary: selected });
    const answer = await talk.say("drop the market");
    expect(talk.calls).toEqual([
      edit({ op: "remove", item: "5.4" }),
      { name: "select_itinerary", input: { tripId: TRIP, version: 4 } },
    ]);
    expect(answer).toMatch(/^Done\. Mercado do Bolhão goes\./);
  });

  test("a no leaves the plan as it was", async () => {
    const talk = converse({ edit_itinerary: proposed("Out"), select_itinerary: refused("not_allowed", "Said no.") });
    expect(await talk.say("drop the market")).toBe("Fine, I left the plan as it was.");
  });

  test("a plan that would not hold stays a proposal, which a yes takes", async () => {
    const violations = [{ code: "closed_day", severity: "error", path: "", message: "It is closed on Mondays" }];
    const bad = {
      status: "ok",
      applied: false,
      itinerary: { version: 4 },
      changes: ["It moves"],
      verdict: { ok: false, violations },
    };
    const talk = converse({ edit_itinerary: bad, select_itinerary: selected });
    const answer = await talk.say("move the museum to Friday");
    expect(talk.calls.map(({ name }) => name)).toEqual(["edit_itinerary"]);
    expect(answer).toContain("What does not hold: It is closed on Mondays. I have not made it your plan");
    talk.context = contextOf({ proposedVersion: 4 });
    expect(await talk.say("yes")).toMatch(/^Done: that is your plan now\./);
    expect(talk.calls).toEqual([{ name: "select_itinerary", input: { tripId: TRIP, version: 4 } }]);
  });

  test("what cannot be done is explained with what could be", async () => {
    const notDone = [{ reason: "It is closed on Friday", alternatives: [{ day: 1, from: "10:00", to: "15:00" }] }];
    const talk = converse({ edit_itinerary: { status: "ok", applied: false, changes: [], notDone } });
    expect(await talk.say("move the museum to Friday")).toBe(
      "It is closed on Friday. It could be on day 1 between 10:00 and 15:00.",
    );
  });

  test("a place to add is looked up where the day is; one that nobody knows is not added", async () => {
    const place = { id: "00000000-0000-4000-8000-0000000000aa", name: "Fado Museum", match: "name" };
    const talk = converse({
      search_attractions: ({ text }: { text: string }) =>
        text === "Fado Museum" ? { status: "ok", places: [place] } : { status: "empty" },
      edit_itinerary: applied("Fado Museum comes in on Friday"),
    });
    await talk.say("add the Fado Museum on Friday");
    expect(talk.calls).toEqual([
      { name: "search_attractions", input: { cityId: contextOf().trip?.cities[0]?.id, text: "Fado Museum", limit: 3 } },
      edit({ op: "add", placeId: place.id, day: 3 }),
    ]);
    expect(await talk.say("add the Blorp Museum")).toContain("I know no place called “Blorp Museum” there");
    expect(talk.calls.some(({ name }) => name === "edit_itinerary")).toBe(false);
  });

  test("history takes no position, and cannot be moved", async () => {
    const talk = converse({ edit_itinerary: applied("It moves") });
    const days = contextOf().trip?.days ?? [];
    days[1]?.stops[0]?.[5].push("delayed");
    talk.context = contextOf({ days });
    await talk.say("move the museum to Friday");
    expect(talk.calls).toEqual([edit({ op: "move", item: "2.2", day: 3 })]);
    expect(await talk.say("move the castle to Friday")).not.toContain("Castelo");
  });
});

describe("questions back", () => {
  test("two that fit are asked about once, and the answer is joined to the wish", async () => {
    const talk = converse({ edit_itinerary: applied("Dinner moves") });
    expect(await talk.say("move dinner to 20:00")).toMatch(/^Which one do you mean: Dinner in Alfama \(day 1, 19:00\)/);
    expect(talk.calls).toEqual([]);
    await talk.say("the one at Ramiro");
    expect(talk.calls).toEqual([edit({ op: "move", item: "2.5", time: "20:00" })]);
  });

  test("a missing day is asked for", async () => {
    const talk = converse({ edit_itinerary: applied("It moves") });
    expect(await talk.say("move the museum")).toMatch(/^To which day shall I move Museu Nacional do Azulejo\?/);
    await talk.say("Friday");
    expect(talk.calls).toEqual([edit({ op: "move", item: "2.3", day: 3 })]);
  });

  test("a near miss is confirmed with a yes", async () => {
    const talk = converse({ edit_itinerary: applied("It goes") });
    expect(await talk.say("drop the tile museum")).toContain("Do you mean Museu Nacional do Azulejo");
    await talk.say("yes");
    expect(talk.calls).toEqual([edit({ op: "remove", item: "2.3" })]);
  });

  test("“it” is what was spoken of", async () => {
    const talk = converse({ edit_itinerary: applied("Locked") });
    await talk.say("when is the castle?");
    await talk.say("lock it");
    expect(talk.calls).toEqual([edit({ op: "lock", item: "2.1" })]);
  });

  test("what is not in the plan is said, with what is", async () => {
    const answer = await converse().say("move the zoo to Friday");
    expect(answer).toMatch(/^I find no “zoo” in the plan\. The plan has Jerónimos Monastery/);
  });
});

describe("undo and versions", () => {
  test("undo selects the version before", async () => {
    const talk = converse({ select_itinerary: selected });
    expect(await talk.say("undo that")).toBe("Done: the plan is as it was before the last change.");
    expect(talk.calls).toEqual([{ name: "select_itinerary", input: { tripId: TRIP, version: 2 } }]);
  });

  test("the first version has nothing before it", async () => {
    const talk = converse();
    talk.context = contextOf({ previousVersion: null });
    expect(await talk.say("undo that")).toContain("nothing to undo");
  });

  test("what changed is what was said when it was changed", async () => {
    const talk = converse({ edit_itinerary: applied("The museum moves to Friday") });
    await talk.say("move the museum to Friday");
    expect(await talk.say("what changed?")).toBe("The last change was: The museum moves to Friday.");
  });
});

describe("the trip", () => {
  test("days in a city it already visits", async () => {
    const talk = converse({ update_trip: applied("Two nights more in Porto") });
    await talk.say("add two days in Porto");
    expect(talk.calls).toEqual([{ name: "update_trip", input: { tripId: TRIP, endDate: "2027-06-08" } }]);
    await talk.say("two more nights in Lisbon");
    const cityId = contextOf().trip?.cities[0]?.id;
    const addCity = { cityId, nights: 2, position: 2 };
    expect(talk.calls).toEqual([{ name: "update_trip", input: { tripId: TRIP, addCity } }]);
  });

  test("several changes are one call", async () => {
    const stored = { status: "ok", trip: { wishes: { diets: ["halal"] } } };
    const talk = converse({ get_trip: stored, update_trip: applied("Changed") });
    await talk.say("we are 3 now and I am vegetarian. Make it cheaper.");
    expect(talk.calls.slice(1)).toEqual([
      { name: "update_trip", input: { tripId: TRIP, travelers: 3, style: "budget", diets: ["halal", "vegetarian"] } },
    ]);
  });

  test("another trip in the middle of this one begins anew", async () => {
    const talk = converse({ search_cities: { status: "empty" } });
    const answer = await talk.say("now 4 days in Madrid from 10 June 2027 for two");
    expect(talk.calls[0]).toMatchObject({ name: "search_cities", input: { query: "Madrid" } });
    expect(answer).toContain("I could not find a city called “Madrid”");
  });
});

describe("beds", () => {
  const hotel = { provider: "stays", offerId: "o1", propertyName: "Casa Boa" };
  const price = { amountMinor: 8_000, currency: "EUR", per: "night" };
  const dear = { ...hotel, offerId: "o2", propertyName: "Dear", price: { ...price, amountMinor: 20_000 } };
  const stays = [
    {
      cityId: contextOf().trip?.cities[0]?.id ?? "",
      name: "Grand",
      price: "€150 per night",
      from: "2027-06-02",
      to: "2027-06-05",
    },
  ];

  test("the cheapest that is cheaper is chosen, with the person's yes", async () => {
    const found = { status: "ok", stays: [dear, { ...hotel, price }] };
    const talk = converse({ search_hotels: found, choose_offer: { status: "ok" } });
    talk.context = contextOf({ stays });
    const answer = await talk.say("swap the hotel for something cheaper");
    expect(talk.calls.map(({ name }) => name)).toEqual(["search_hotels", "choose_offer"]);
    expect(talk.calls[1]?.input).toMatchObject({ tripId: TRIP, kind: "stay", provider: "stays", offerId: "o1" });
    expect(answer).toContain("Casa Boa in Lisbon, €80 a night from stays, instead of Grand. Nothing is booked.");
    talk.answers.choose_offer = refused("not_allowed", "Said no.");
    expect(await talk.say("find a cheaper hotel")).toBe("Fine, you keep Grand.");
  });

  test("is searched for in the budget's currency", async () => {
    const talk = converse({ search_hotels: { status: "ok", stays: [dear] } });
    talk.context = contextOf({ stays, budget: "CA$2,000", currency: "CAD" });
    await talk.say("the hotel is too expensive");
    expect(talk.calls).toMatchObject([{ name: "search_hotels", input: { currency: "CAD" } }]);
  });

  test("nothing cheaper is said, and nothing chosen", async () => {
    const talk = converse({ search_hotels: { status: "ok", stays: [dear] } });
    talk.context = contextOf({ stays });
    expect(await talk.say("the hotel is too expensive")).toBe(
      "I find nothing cheaper in Lisbon than Grand (€150 per night).",
    );
  });

  test("without a provider there is an estimate, links and another way", async () => {
    const estimate = { lowMinor: 10_000, highMinor: 20_000, currency: "EUR" };
    const links = [{ provider: "Example Travel", url: "https://example.org/" }];
    const talk = converse({ search_hotels: { status: "estimate_only", estimate, links } });
    const answer = await talk.say("a cheaper hotel in Lisbon please");
    expect(answer).toContain("only an estimate, about €100–200 for the stay.");
    expect(answer).toContain("Example Travel (https://example.org/)");
    expect(answer).toContain("say “make it cheaper”");
  });
});

describe("marks, files and questions", () => {
  const items = [
    {
      type: "attraction",
      title: "Belém Tower",
      startTime: "14:00",
      endTime: "15:00",
      itemKey: "k9",
      reason: "You love towers",
    },
  ];
  const stored = {
    status: "ok",
    itinerary: { version: 3, days: [{ dayNumber: 1, date: "2027-06-02", city: { id: "x", name: "Lisbon" }, items }] },
  };

  test("a mark goes with the stop it is for", async () => {
    const talk = converse({ get_trip: stored, record_feedback: { status: "ok", feedbackId: "f" } });
    const text = "the tower was a 4 out of 5";
    expect(await talk.say(text)).toBe("Thank you, I have noted 4 out of 5 for Belém Tower.");
    expect(talk.calls.at(-1)).toEqual({
      name: "record_feedback",
      input: { tripId: TRIP, type: "rating", text, rating: 4, itemKey: "k9" },
    });
  });

  test("why it is there", async () => {
    expect(await converse({ get_trip: stored }).say("why is the tower there?")).toBe("Belém Tower: You love towers.");
  });

  test("the calendar", async () => {
    const talk = converse({ export_itinerary: { status: "ok", fileName: "trip.ics", path: "/api/x", text: null } });
    expect(await talk.say("export it as calendar")).toContain("trip.ics: fetch it from /api/x.");
    expect(talk.calls[0]?.input).toEqual({ tripId: TRIP, format: "ics" });
  });

  test("a day is shown from what is known, without a call", async () => {
    const talk = converse();
    expect(await talk.say("show day 4")).toBe(
      "Day 4, Saturday, 5 June 2027, Porto: 08:30 Train or coach from Lisbon to Porto; 14:00 Livraria Lello; 16:00 Sé do Porto; 19:30 Dinner near Ribeira.",
    );
    expect(talk.calls).toEqual([]);
  });

  test.each([
    ["what's the weather like?", "I cannot see the weather"],
    ["book it", "I cannot book"],
    ["mueve el museo al jueves por favor", "only English"],
    ["who are you?", "a set of rules"],
    ["thanks!", "You are welcome"],
    ["hello", "Hello!"],
    ["blue elephants sing", "I did not understand “blue elephants sing”"],
    ["no thanks", "everything stays as it is"],
  ])("%s", async (text, words) => {
    const talk = converse();
    expect(await talk.say(text)).toContain(words);
    expect(talk.calls).toEqual([]);
  });
});
