/** Conversations with the offline model: what it calls, with what, and what it says. */
import { describe, expect, test } from "vitest";
import { createOfflineModel } from "../../../agents/models/offline/offline-model.ts";
import { violation } from "../../../trip/verdict.ts";
import { cityId, idOf } from "./scripted-cities.ts";
import { Conversation, type Script, TODAY, TRIP_ID } from "./scripted-tools.ts";

const converse = (script?: Script): Conversation =>
  new Conversation(createOfflineModel({ today: () => TODAY }), script);

const namesOf = ({ calls }: Conversation): string[] => calls.map(({ name }) => name);

describe("four requests, from first word to last", () => {
  test("Lisbon for two", async () => {
    const conversation = converse();
    const answer = await conversation.say(
      "4 days in Lisbon from 2027-05-10 for two, food and viewpoints, moderate pace, 900 EUR",
    );
    expect(conversation.calls).toEqual([
      { name: "search_cities", input: { query: "Lisbon", limit: 3 } },
      {
        name: "create_trip",
        input: {
          cityIds: [cityId("Lisbon")],
          startDate: "2027-05-10",
          endDate: "2027-05-13",
          travelers: 2,
          budgetAmount: 900,
          budgetCurrency: "EUR",
          interests: ["food_drink", "viewpoints"],
          pace: "moderate",
        },
      },
      { name: "plan_itinerary", input: { tripId: TRIP_ID } },
    ]);
    expect(answer).toContain("4 days in Lisbon, Monday 10 to Thursday 13 May 2027, for two.");
    expect(answer).toContain("Jerónimos Monastery");
    expect(answer).toContain("€640–900");
  });

  test("a weekend in Kyoto with a wheelchair", async () => {
    const conversation = converse();
    await conversation.say("a weekend in Kyoto in April, temples and gardens, slow, one of us uses a wheelchair");
    expect(conversation.callsOf("create_trip")).toEqual([
      {
        cityIds: [cityId("Kyoto")],
        startDate: "2027-04-09",
        endDate: "2027-04-11",
        travelers: 2,
        interests: ["temples_shrines", "gardens"],
        pace: "relaxed",
        accessibility: ["wheelchair"],
        assumptions: [
          "You said a weekend in April: I chose Friday 9 to Sunday 11 April 2027.",
          "You did not say how many you are: I counted two people.",
        ],
      },
    ]);
  });

  test("Rome and Florence with a child", async () => {
    const conversation = converse();
    const answer = await conversation.say(
      "Rome and Florence, 6 days from 3 June 2027, art, family with a 6 year old, under 2000 euros",
    );
    expect(conversation.callsOf("create_trip")).toMatchObject([
      {
        cityIds: [cityId("Rome"), cityId("Florence")],
        startDate: "2027-06-03",
        endDate: "2027-06-08",
        travelers: 3,
        childAges: [6],
        budgetAmount: 2000,
        budgetCurrency: "EUR",
        interests: ["art"],
      },
    ]);
    expect(answer).toContain("for two adults and a child of 6");
  });

  test("Paree on the cheap", async () => {
    const conversation = converse();
    await conversation.say("Paree 3 days next month vegan cheap");
    expect(conversation.callsOf("create_trip")).toMatchObject([
      { cityIds: [cityId("Paris")], startDate: "2026-12-11", endDate: "2026-12-13", diets: ["vegan"], style: "budget" },
    ]);
  });
});

describe("cities", () => {
  test("both names of an unmarked pair are found", async () => {
    const conversation = converse();
    await conversation.say("10 days Tokyo Kyoto in May for two");
    expect(conversation.callsOf("create_trip")[0]?.cityIds).toEqual([cityId("Tokyo"), cityId("Kyoto")]);
  });

  test("a slip of the pen is forgiven, and said", async () => {
    const conversation = converse();
    const answer = await conversation.say("3 days in Bankok from 3 June 2027 for two");
    expect(answer).toContain("I took “Bankok” to be Bangkok, Thailand.");
  });

  test("of namesakes the one that can be planned is meant, unless the traveller says which", async () => {
    const plain = converse();
    await plain.say("3 days in Florence from 3 June 2027");
    expect(plain.callsOf("create_trip")[0]?.cityIds).toEqual([cityId("Florence")]);
    const hinted = converse();
    await hinted.say("3 days in Florence, Alabama from 3 June 2027");
    expect(hinted.callsOf("search_cities")).toEqual([{ query: "Florence, Alabama", countryCode: "US", limit: 10 }]);
  });

  test("what is no city and no near miss is admitted", async () => {
    const conversation = converse();
    const answer = await conversation.say("3 days in Atlantisburg from 3 June 2027");
    expect(answer).toMatch(/^I could not find a city called “Atlantisburg”\. Check the spelling/);
    expect(namesOf(conversation)).toEqual(["search_cities"]);
  });

  test("a name that is no city may be a sight", async () => {
    const conversation = converse();
    await conversation.say("Rome, 3 days from 3 June 2027, Colosseum");
    expect(conversation.callsOf("create_trip")[0]).toMatchObject({
      cityIds: [cityId("Rome")],
      mustSee: [idOf("Colosseum")],
    });
  });
});

describe("wishes beyond the plan", () => {
  test("must-sees are looked up; those nobody knows are named", async () => {
    const conversation = converse();
    const answer = await conversation.say(
      "3 days in Florence from 3 June 2027 for two, must see the Uffizi and the Ghibli Museum",
    );
    expect(conversation.callsOf("create_trip")[0]?.mustSee).toEqual([idOf("Uffizi Gallery")]);
    expect(answer).toContain("I could not find “Ghibli Museum” among the places I know there");
  });

  test("flights and beds are searched beside the plan", async () => {
    const conversation = converse();
    const answer = await conversation.say(
      "Tokyo 3 nights and Kyoto 2 nights from 3 June 2027 for 3, flying from London, hotels too, 3000 EUR",
    );
    const flight = { passengers: 3, currency: "EUR" };
    expect(conversation.callsOf("search_flights")).toEqual([
      { origin: "LHR", destination: "HND", departureDate: "2027-06-03", ...flight },
      { origin: "UKY", destination: "LHR", departureDate: "2027-06-08", ...flight },
    ]);
    const stay = { guests: 3, rooms: 2, currency: "EUR" };
    expect(conversation.callsOf("search_hotels")).toEqual([
      { cityId: cityId("Tokyo"), checkInDate: "2027-06-03", checkOutDate: "2027-06-06", ...stay },
      { cityId: cityId("Kyoto"), checkInDate: "2027-06-06", checkOutDate: "2027-06-08", ...stay },
    ]);
    expect(conversation.callsOf("create_trip")[0]).toMatchObject({ nights: [3, 2], originAirport: "LHR" });
    expect(answer).toContain("Flights: no offers, but about €200–400 by estimate.");
  });

  test("flights go to where the trip begins and from where it ends, not to where it was named first", async () => {
    const conversation = converse();
    await conversation.say("Tokyo and Kyoto in any order, 6 days from 3 June 2027 for 3, flying from London");
    expect(conversation.callsOf("search_flights")).toMatchObject([
      { origin: "LHR", destination: "UKY" },
      { origin: "HND", destination: "LHR" },
    ]);
  });

  test("nights said for one city, an end and an open order go with the trip", async () => {
    const conversation = converse();
    await conversation.say(
      "9 days from 3 June 2027 in Rome and Florence for two, at least 3 nights in Florence, end in Rome, any order",
    );
    expect(conversation.callsOf("create_trip")[0]).toMatchObject({
      cityIds: [cityId("Rome"), cityId("Florence")],
      minNights: [0, 3],
      lastCityId: cityId("Rome"),
      orderIsOpen: true,
    });
    expect(conversation.callsOf("create_trip")[0]).not.toHaveProperty("nights");
  });

  test.each([
    ["3 nights in Rome and 2 in Florence, 3 to 10 June 2027, for two", { minNights: [3, 2] }, "where there is most"],
    ["5 nights in Rome and 4 in Florence, 3 to 10 June 2027, for two", { maxNights: [5, 4] }, "where there is least"],
  ])("nights that do not go into the dates: %s", async (request, args, words) => {
    const conversation = converse();
    await conversation.say(request);
    const [call] = conversation.callsOf("create_trip");
    expect(call).toMatchObject(args);
    expect(String(call?.assumptions)).toContain(words);
  });

  test("nights for some cities that leave none for the others are not held to", async () => {
    const conversation = converse();
    await conversation.say("5 days from 3 June 2027 in Rome and Florence for two, at least 4 nights in Florence");
    const [call] = conversation.callsOf("create_trip");
    expect(call).not.toHaveProperty("minNights");
    expect(String(call?.assumptions)).toContain("do not go into the 4 there are: I shared them out anew.");
  });

  test("without a start there are no flights to look for, and it says so", async () => {
    const conversation = converse();
    const answer = await conversation.say("3 days in Rome from 3 June 2027 for two, flights please");
    expect(conversation.callsOf("search_flights")).toEqual([]);
    expect(answer).toContain("Tell me where you set out from");
  });

  test("what was not understood is admitted", async () => {
    const conversation = converse();
    const answer = await conversation.say("3 days in Rome from 3 June 2027 for two, no museums");
    const note = "I did not know what to do with “no museums”, so the plan takes no account of it.";
    expect(answer).toContain(note);
    expect(conversation.callsOf("create_trip")).toMatchObject([{ assumptions: [note] }]);
  });
});

describe("when something is missing or refused", () => {
  test("it asks once for all that is missing, and joins the answer to the request", async () => {
    const conversation = converse();
    expect(await conversation.say("a weekend in Kyoto, temples, slow")).toBe(
      "When would you like to go to Kyoto? Say for example “10 to 13 May”, “a weekend in April” or “next weekend”.",
    );
    expect(conversation.calls).toEqual([]);
    await conversation.say("in April, for two");
    expect(conversation.callsOf("create_trip")).toMatchObject([
      { cityIds: [cityId("Kyoto")], startDate: "2027-04-09", endDate: "2027-04-11", travelers: 2, pace: "relaxed" },
    ]);
  });

  test("a refused trip is explained in the tool's words and can be mended", async () => {
    const message = "The trip would start on 2020-05-10, and today is 2026-11-22. Choose a date from today on.";
    const script: Script = { refusals: { create_trip: { code: "date_in_past", message } } };
    const conversation = converse(script);
    expect(await conversation.say("4 days in Lisbon from 2020-05-10 for two, vegan")).toBe(message);
    expect(namesOf(conversation)).toEqual(["search_cities", "create_trip"]);
    delete script.refusals;
    await conversation.say("from 10 May 2027 then");
    expect(conversation.callsOf("create_trip").at(-1)).toMatchObject({
      cityIds: [cityId("Lisbon")],
      startDate: "2027-05-10",
      endDate: "2027-05-13",
      travelers: 2,
      diets: ["vegan"],
    });
  });

  test("a budget no plan can meet is explained, and a larger one tried", async () => {
    const message = "No plan can be made with €50. Raise the budget to €300 or more.";
    const script: Script = { refusals: { plan_itinerary: { code: "budget_too_small", message } } };
    const conversation = converse(script);
    expect(await conversation.say("4 days in Lisbon from 2027-05-10 for two, 50 EUR")).toBe(message);
    delete script.refusals;
    await conversation.say("ok, 400 EUR");
    expect(conversation.callsOf("create_trip").at(-1)).toMatchObject({ budgetAmount: 400, startDate: "2027-05-10" });
  });
});

describe("the verdict", () => {
  const closed = violation(
    "closed_day",
    "days[1].items[0]",
    "Pantheon is closed on Fridays; you would be there on Fri 4 Jun.",
  );
  const request = "3 days in Rome from 3 June 2027 for two";

  test("errors make it plan once more without those places", async () => {
    const conversation = converse({ verdicts: [[closed]] });
    const answer = await conversation.say(request);
    expect(conversation.callsOf("plan_itinerary")).toEqual([
      { tripId: TRIP_ID },
      { tripId: TRIP_ID, avoid: [idOf("Pantheon")] },
    ]);
    expect(answer).not.toContain("does not hold");
  });

  test("errors that stay are told, and the graph may ask for one more try", async () => {
    const other = violation("closed_day", "days[0].items[0]", "Colosseum is closed on Thursdays.");
    const conversation = converse({ verdicts: [[closed], [other]] });
    expect(await conversation.say(request)).toContain(
      "It does not hold yet: the checker finds 1 problem. Colosseum is closed on Thursdays.",
    );
    const answer = await conversation.say(
      `The checker found 1 errors in version 2 of trip ${TRIP_ID}:\n- closed_day at days[0].items[0]: Colosseum\nCall plan_itinerary again`,
    );
    expect(conversation.callsOf("plan_itinerary").at(-1)).toEqual({
      tripId: TRIP_ID,
      avoid: [idOf("Pantheon"), idOf("Colosseum")],
    });
    expect(answer).toContain("Here is your trip");
  });

  test("warnings are told by kind, what to act on first", async () => {
    const verdicts = [
      [
        violation("night_without_bed", "", "No bed for Thursday."),
        violation("unknown_hours", "days[0].items[0]", "We do not know when Colosseum is open."),
        violation("booking_needed", "days[1].items[0]", "Pantheon has to be booked ahead."),
        violation("booking_needed", "days[2].items[0]", "Galleria Borghese has to be booked ahead."),
      ],
    ];
    expect(await converse({ verdicts }).say(request)).toContain(
      "Worth knowing: Pantheon has to be booked ahead. (And 1 more like it.) We do not know when Colosseum is open.",
    );
  });
});

describe("after a plan", () => {
  const planned = async (): Promise<Conversation> => {
    const conversation = converse();
    await conversation.say("3 days in Rome from 3 June 2027 for two");
    conversation.calls.length = 0;
    return conversation;
  };

  test.each(["show it again", "what's the plan?", "can you show me the itinerary"])("%s", async (text) => {
    const conversation = await planned();
    const answer = await conversation.say(text);
    expect(conversation.calls).toEqual([{ name: "get_trip", input: { tripId: TRIP_ID } }]);
    expect(answer).toContain("Thursday, 3 June 2027, Rome: 10:00 Colosseum.");
  });

  test.each(["is it ok?", "check it please", "any problems?"])("%s", async (text) => {
    const conversation = await planned();
    expect(await conversation.say(text)).toBe("Yes, it holds: the checker finds nothing wrong.");
    expect(conversation.calls).toEqual([{ name: "check_itinerary", input: { tripId: TRIP_ID } }]);
  });

  test.each([
    ["4 out of 5", 4],
    ["five stars!", 5],
    ["I rate it 2", 2],
    ["3/5, too much walking", 3],
  ])("%s", async (text, rating) => {
    const conversation = await planned();
    expect(await conversation.say(text)).toBe("Thank you, I have noted your mark with the plan.");
    expect(conversation.calls).toEqual([
      { name: "record_feedback", input: { tripId: TRIP_ID, type: "rating", rating, text } },
    ]);
  });

  test("an edit is declined honestly, thanks are taken, praise is no new trip", async () => {
    const conversation = await planned();
    expect(await conversation.say("move the Pantheon to Saturday morning")).toContain("beyond my rules");
    expect(await conversation.say("thank you!")).toMatch(/^You are welcome\./);
    await conversation.say("Rome sounds lovely");
    expect(conversation.calls).toEqual([]);
  });

  test("another trip starts over", async () => {
    const conversation = await planned();
    await conversation.say("now 2 days in Porto next weekend, solo");
    expect(namesOf(conversation)).toEqual(["search_cities", "create_trip", "plan_itinerary"]);
    expect(conversation.callsOf("create_trip")[0]).toMatchObject({ cityIds: [cityId("Porto")], travelers: 1 });
  });
});

describe("what it is", () => {
  test.each(["who are you?", "Are you an AI?", "which model is this?"])("%s", async (text) => {
    const conversation = converse();
    expect(await conversation.say(text)).toContain("I am Tripwright's built-in offline model, a set of rules.");
    expect(conversation.calls).toEqual([]);
  });

  test.each(["hello", "what is the capital of France?", "tell me a joke", "2+2", ""])("%s", async (text) => {
    const conversation = converse();
    expect(await conversation.say(text)).toMatch(/^I plan trips: tell me where, when and for how many/);
    expect(conversation.calls).toEqual([]);
  });
});
