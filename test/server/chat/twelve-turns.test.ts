/**
 * A conversation of twelve turns over real HTTP, each kind of change in it, by a stock AI SDK page: once with the
 * built-in model, once with a recorded large one over the Responses API. What is locked stays, what nobody named stays,
 * and everything is said.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserApplication } from "../../../server/compose.ts";
import { chooseOffer } from "../../../tools/choose-offer.ts";
import { type DayDraft, type ItineraryItem, isActive } from "../../../trip/itinerary.ts";
import type { StoredItinerary } from "../../../trip/ports.ts";
import { isOutdoors } from "../../../trip/schedule/mapping/weather.ts";
import { serveResponses } from "../../agents/openai-wire.ts";
import { loadRecording, replay, wordsOf } from "../../agents/recorded-conversation.ts";
import { openTestDatabase, type TestDatabase } from "../../db/database-for-tests.ts";
import { euros, stayOffer, TestHotels } from "../../providers/vendors.ts";
import { type ChatServer, openChatServer, openPage, type Page } from "./chat-server.ts";

const RECORDING = loadRecording("twelve-turns");
const REQUESTS = 60;

const hotels = new TestHotels(({ cityId, checkInDate, checkOutDate }) =>
  [
    stayOffer("Hostel", euros(90, { per: "stay", provider: "Testbeds" }), cityId),
    stayOffer("Palace", euros(600, { per: "stay", provider: "Testbeds" }), cityId),
  ].map((offer) => ({ ...offer, checkInDate, checkOutDate })),
);

/** One conversation, from turn to turn. */
class Talk {
  readonly page: Page;
  readonly #application: UserApplication;
  /** What the recorded model would have read in the traveller's words. */
  named: Record<string, unknown> = {};
  #turn = 0;

  constructor(server: ChatServer, page: Page) {
    this.page = page;
    this.#application = server.runtime.forUser(server.runtime.localUserId);
  }

  get #last() {
    return this.page.chat.messages.at(-1);
  }

  async plan(): Promise<StoredItinerary> {
    const [trip] = await this.#application.toolContext.trips.listTrips(1);
    const stored = await this.#application.toolContext.trips.findItinerary(trip?.id ?? "");
    if (!stored) throw new Error("there is no plan");
    return stored;
  }

  /** The next turn of the recording; a question that it ends with is answered with yes, as a page's button does. */
  async next(named: Record<string, unknown> = {}): Promise<{ plan: StoredItinerary; said: string }> {
    this.named = named;
    const { chat, errors } = this.page;
    await chat.sendMessage({ text: wordsOf(RECORDING, this.#turn++, named) });
    const asked = this.#last?.parts.flatMap((part) =>
      "approval" in part && part.state === "approval-requested" ? [part.approval.id] : [],
    );
    for (const id of asked ?? []) await chat.addToolApprovalResponse({ id, approved: true });
    if (asked?.length) await chat.sendMessage();
    expect(errors).toEqual([]);
    const texts = (this.#last?.parts ?? []).flatMap((part) => (part.type === "text" ? [part.text] : []));
    const grounding = this.#last?.parts.find(({ type }) => type === "data-grounding");
    if (grounding) expect(grounding).toMatchObject({ data: { isGrounded: true } });
    expect(this.#last?.metadata?.status).toBe("completed");
    return { plan: await this.plan(), said: texts.join("\n") };
  }

  /** There is no turn for the first bed: somebody has chosen it before. */
  async sleepAt(offerId: string): Promise<void> {
    const { trip } = await this.plan();
    const context = { ...this.#application.toolContext, run: null, signal: new AbortController().signal };
    const stay = { tripId: trip.id, kind: "stay", provider: "Testbeds", offerId };
    expect(await chooseOffer.call(stay, context)).toMatchObject({ status: "ok" });
  }

  get stores() {
    return this.#application.toolContext;
  }
}

const sights = ({ items }: DayDraft): ItineraryItem[] =>
  (items as ItineraryItem[]).filter(({ type, status }) => type === "attraction" && status === "planned");
const dayOf = ({ itinerary }: StoredItinerary, number: number): StoredItinerary["itinerary"]["days"][number] => {
  const day = itinerary.days.find(({ dayNumber }) => dayNumber === number);
  if (!day) throw new Error(`there is no day ${number}`);
  return day;
};
const find = ({ itinerary }: StoredItinerary, itemKey: string) =>
  itinerary.days.flatMap(({ dayNumber, items }) =>
    items.filter((item) => item.itemKey === itemKey).map((item) => ({ dayNumber, ...item })),
  );
const momentsOn = (plan: StoredItinerary, number: number): string[] =>
  dayOf(plan, number).items.map(({ itemKey, startTime, status }) => `${itemKey} ${startTime} ${status}`);

/** As the traveller calls it, and as the model finds it. */
function named(plan: StoredItinerary, number: number, index = 0): Record<string, unknown> & { itemKey: string } {
  const day = dayOf(plan, number);
  const item = sights(day).filter(({ locked }) => !locked)[index];
  if (!item) throw new Error(`there is no sight ${index} on day ${number}`);
  const position = day.items.filter(isActive).findIndex(({ itemKey }) => itemKey === item.itemKey) + 1;
  const { title, itemKey } = item;
  return { title, itemKey, locked: title, position: `${number}.${position}` };
}

describe.each(["offline", "openai:gpt-5"])("with %s", (model) => {
  let database: TestDatabase;
  let server: ChatServer;
  let talk: Talk;
  let before: StoredItinerary;
  let lockedKey = "";
  beforeAll(async () => {
    database = await openTestDatabase();
    const environment = {
      TRIPWRIGHT_MODEL: model,
      OPENAI_API_KEY: "sk-test",
      OPENAI_BASE_URL: "https://models.test/v1",
    };
    const vendors = [{ ports: { stays: hotels } }];
    server = await openChatServer(database, {
      environment: { ...environment, TRIPWRIGHT_TODAY: "2026-11-22" },
      vendors,
    });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await database?.close();
  });

  test("twelve turns, each change said and nothing else changed", { timeout: 300_000 }, async () => {
    talk = new Talk(server, openPage(server.url, { id: "twelve" }));
    const answer = replay(RECORDING, () => talk.named);
    if (model !== "offline") serveResponses(...Array.from({ length: REQUESTS }, () => answer));

    const first = await talk.next();
    expect(first.plan).toMatchObject({ itinerary: { version: 1, isSelected: true }, verdict: { ok: true } });
    before = first.plan;

    // "lock …"
    const toLock = named(before, 3, 1);
    lockedKey = toLock.itemKey;
    let now = (await talk.next(toLock)).plan;
    expect(find(now, lockedKey)).toMatchObject([{ dayNumber: 3, locked: true }]);
    for (const number of [1, 2, 4]) expect(momentsOn(now, number)).toEqual(momentsOn(before, number));

    // "move … to Thursday"
    before = now;
    const moved = named(before, 2);
    let turn = await talk.next(moved);
    now = turn.plan;
    expect(find(now, moved.itemKey).filter(isActive), turn.said).toMatchObject([{ dayNumber: 4 }]);
    for (const number of [1, 3]) expect(momentsOn(now, number)).toEqual(momentsOn(before, number));
    expect(turn.said).toMatch(/Thursday/);

    // "day 2 is too full"
    before = now;
    now = (await talk.next()).plan;
    expect(sights(dayOf(now, 2)).length).toBeLessThan(sights(dayOf(before, 2)).length);
    for (const number of [1, 3, 4]) expect(momentsOn(now, number)).toEqual(momentsOn(before, number));

    // "swap the hotel for something cheaper"
    await talk.sleepAt("Palace");
    turn = await talk.next();
    expect(await talk.stores.trips.listStays(turn.plan.trip.id)).toMatchObject([{ offerId: "Hostel" }]);
    expect(turn.said).toContain("Hostel");

    // "we land at 22:00"
    now = (await talk.next()).plan;
    expect(now.trip.conditions?.arrival).toEqual({ date: "2027-05-10", minute: 1_320 });
    expect(dayOf(now, 1).items.filter(({ type, startTime }) => type === "attraction" && startTime < "22:00")).toEqual(
      [],
    );

    // "it will rain on Wednesday"
    now = (await talk.next()).plan;
    expect(now.trip.conditions?.rainyDates).toEqual(["2027-05-12"]);
    const wet = await talk.stores.catalogue.getPlaces(sights(dayOf(now, 3)).flatMap(({ placeId }) => placeId ?? []));
    const outside = wet.filter((place) => isOutdoors(place)).map(({ id }) => id);
    const isLocked = (id: string): boolean => find(now, lockedKey)[0]?.placeId === id;
    expect(outside.filter((id) => !isLocked(id))).toEqual([]);

    // "add two days in Porto"
    before = now;
    now = (await talk.next()).plan;
    expect(now.trip).toMatchObject({ endDate: "2027-05-15", destinations: [{ name: "Lisbon" }, { name: "Porto" }] });
    expect(now.itinerary.days).toHaveLength(6);
    for (const number of [1, 2, 3]) expect(momentsOn(now, number)).toEqual(momentsOn(before, number));

    // "push … to another day": the original stays as history
    const pushed = named(now, 2);
    now = (await talk.next(pushed)).plan;
    expect(
      find(now, pushed.itemKey)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(["delayed", "planned"]);

    // "we skipped …"
    const skipped = named(now, 3);
    before = now;
    now = (await talk.next(skipped)).plan;
    expect(find(now, skipped.itemKey)).toMatchObject([{ dayNumber: 3, status: "skipped" }]);

    // "… was a 4 out of 5"
    const rated = named(now, 4);
    await talk.next(rated);
    const [mark] = await database.admin(
      "select f.rating, f.rated_item_type, x.item_key, f.run_id is not null as of_run from ai_feedback f join itinerary_items x on x.id = f.rated_item_id",
    );
    expect(mark).toEqual({ rating: 4, rated_item_type: "item", item_key: rated.itemKey, of_run: true });

    // "undo that": the last change was the skipped stop
    now = (await talk.next()).plan;
    expect(find(now, skipped.itemKey)).toMatchObject([{ status: "planned" }]);
    expect(now.itinerary.id).toBe(before.itinerary.id);

    expect(find(now, lockedKey)).toMatchObject([{ dayNumber: 3, locked: true }]);
    expect(now.verdict.violations.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
