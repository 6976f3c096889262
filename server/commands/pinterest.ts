/** `tripwright pinterest boards|read`: a linked account's boards, and what one of them becomes for a trip. */
import { readFile } from "node:fs/promises";
import { plainText } from "../../providers/kernel/plain-text.ts";
import { categoryWords } from "../../trip/categories.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { counted, listed } from "../../trip/export/words.ts";
import { MAX_PINS } from "../../trip/inspiration/kept-pins.ts";
import { boardInterests, interestsByPin } from "../../trip/inspiration/pin-interests.ts";
import type { Board, Pin } from "../../trip/ports.ts";
import { createAccountLinks } from "../links/account-links.ts";
import { confirmPlaces, readBoard } from "../links/board-inspiration.ts";
import type { BoardReading, OfferedPlace } from "../links/board-reading.ts";
import { resolveTrip } from "../resolve-trip.ts";
import { type CommandSession, withSession } from "../session.ts";

export interface PinterestOptions {
  trip?: string;
  file?: string;
  confirm?: string[];
  json?: boolean;
}

const LONGEST_FILE = 500_000;
const LONGEST_LINE = 800;

const print = (json: boolean | undefined, document: object, words: readonly string[]): void => {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : `${words.join("\n")}\n`);
};

function boardsOf({ runtime, signal }: CommandSession): Promise<Board[]> {
  return createAccountLinks(runtime, runtime.localUserId).withToken(signal, (token, scope, vendor) =>
    vendor.listBoards(token, scope),
  );
}

export async function pinterestBoardsCommand({ json }: PinterestOptions): Promise<void> {
  await withSession({}, async (session) => {
    const boards = await boardsOf(session);
    const lines = boards.map(
      ({ id, name, pinCount }) => `${id}  ${name}${pinCount === null ? "" : `  (${pinCount} pins)`}`,
    );
    const hint = "Read one for a trip with: tripwright pinterest read BOARD --trip TRIP";
    print(json, { boards }, boards.length > 0 ? [...lines, hint] : ["The account has no boards that may be read."]);
  });
}

interface NamedPins {
  source: string;
  board: { id: string; name: string | null };
  pins: Pin[];
}

/** A board by its id or its name, as the account has it. */
async function pinsOfBoard(session: CommandSession, typed: string): Promise<NamedPins> {
  const { runtime, signal } = session;
  const boards = await boardsOf(session);
  const named = boards.filter(({ id, name }) => id === typed || name.toLowerCase() === typed.toLowerCase());
  const [board, other] = named;
  if (!board || other) {
    const found = other ? "which several have: name it by its id" : "which none has";
    const message = `Expected the id or the name of a board, got "${typed}", ${found}. List them with: tripwright pinterest boards`;
    throw new TripwrightError("invalid_input", message, { board: typed });
  }
  return createAccountLinks(runtime, runtime.localUserId).withToken(signal, async (token, scope, vendor) => ({
    source: vendor.id,
    board: { id: board.id, name: board.name },
    pins: await vendor.listPins(token, board.id, scope),
  }));
}

/** A line a pin, pasted from anywhere: no account is needed for it. */
async function pinsOfFile(file: string): Promise<NamedPins> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const message = `Expected --file as a text with a line for each pin, and ${file} cannot be read.`;
    throw new TripwrightError("invalid_input", message, { file }, error);
  });
  const lines = text.slice(0, LONGEST_FILE).split(/\r?\n/);
  const said = lines.map((line) => plainText(line, LONGEST_LINE)).filter((line) => line !== "");
  const pins = said.slice(0, MAX_PINS).map((description, index) => ({
    ...{ id: `line-${index + 1}`, title: null, description, altText: null, source: null, page: null },
  }));
  return { source: "text", board: { id: "text", name: null }, pins };
}

export async function pinterestReadCommand(typed: string | undefined, options: PinterestOptions): Promise<void> {
  const { trip, file, confirm = [], json } = options;
  if ((typed === undefined) === (file === undefined)) {
    throw new TripwrightError("invalid_input", "Expected a board or --file, and one of them alone.");
  }
  if (confirm.length > 0 && trip === undefined) {
    throw new TripwrightError("invalid_input", "Expected --trip with --confirm: the trip that shall have the places.");
  }
  await withSession({}, async (session) => {
    const { toolContext, runtime, signal } = session;
    const tripId = trip === undefined ? null : await resolveTrip(trip, toolContext.trips);
    const read = file === undefined ? await pinsOfBoard(session, typed ?? "") : await pinsOfFile(file);
    if (tripId === null) return withoutTrip(read, json);
    const application = runtime.forUser(runtime.localUserId);
    const reading = await readBoard(application, runtime, { tripId, ...read }, signal);
    if (confirm.length === 0) return print(json, reading, readingWords(reading));
    const placeIds = confirm.map((one) => placeMeant(one, reading));
    const result = await confirmPlaces(application, runtime, { tripId, placeIds }, signal);
    const notices = Array.isArray(result.notices) ? result.notices.map(String) : [];
    print(json, result, [`The trip insists on ${counted(placeIds.length, "place", "places")} more now.`, ...notices]);
  });
}

function withoutTrip({ board, pins }: NamedPins, json: boolean | undefined): void {
  const interests = boardInterests(interestsByPin(pins));
  const words = interests.map(({ category, pins: said }) => `${categoryWords(category)} (${said})`);
  const about = words.length > 0 ? `It is about ${listed(words)}.` : "Its words say nothing of interests.";
  const hint = "With --trip TRIP it is read for that trip, and its places are looked for.";
  print(json, { board, pinCount: pins.length, interests }, [`${counted(pins.length, "pin", "pins")}. ${about}`, hint]);
}

/** By id, or by the name under which it was offered. */
function placeMeant(typed: string, { candidates, ambiguous }: BoardReading): string {
  const choices = [...candidates, ...ambiguous].flatMap((offer) => offer.choices);
  const wanted = typed.toLowerCase();
  const named = choices.filter(({ placeId, name }) => placeId === wanted || name.toLowerCase() === wanted);
  const ids = [...new Set(named.map(({ placeId }) => placeId))];
  if (ids.length === 1 && ids[0]) return ids[0];
  const message = `Expected --confirm as the id or the name of a place that the board offers, got "${typed}"${ids.length > 1 ? ", which several have: name it by its id" : ""}. Run it without --confirm to see them.`;
  throw new TripwrightError("invalid_input", message, { place: typed });
}

const seenAt = ({ pins }: Pick<OfferedPlace, "pins">): string => {
  const [first] = pins;
  return first?.page ? `  ${first.page}${pins.length > 1 ? ` and ${pins.length - 1} more` : ""}` : "";
};

function readingWords(reading: BoardReading): string[] {
  const { interests, candidates, ambiguous, unknown, pinCount, tripId, notices } = reading;
  const about = interests.map(
    ({ category, pins, isNew }) => `${categoryWords(category)} (${pins}${isNew ? ", new to the trip" : ""})`,
  );
  const places = candidates.flatMap((offer) =>
    offer.choices.map(
      ({ name, placeId, isMustSee }) => `  ${placeId}  ${name}${isMustSee ? " (wanted already)" : ""}${seenAt(offer)}`,
    ),
  );
  const several = ambiguous.flatMap((offer) => [
    `  "${offer.said}"${seenAt(offer)}`,
    ...offer.choices.map(({ name, placeId }) => `    ${placeId}  ${name}`),
  ]);
  const strange = unknown.map(
    ({ said, found, ...offer }) => `  "${said}"${found ? ` – ${found.address}` : ""}${seenAt(offer)}`,
  );
  const section = (head: string, lines: readonly string[]): string[] => (lines.length > 0 ? [head, ...lines] : []);
  return [
    `${counted(pinCount, "pin", "pins")}.${about.length > 0 ? ` About ${listed(about)}.` : ""}`,
    ...section("Places it names; none is in the plan yet:", places),
    ...section("Could be several:", several),
    ...section("Not in the catalogue:", strange),
    ...notices,
    ...(places.length + several.length > 0
      ? [`Insist on some with: tripwright pinterest read … --trip ${tripId.slice(0, 8)} --confirm PLACE…`]
      : []),
  ];
}
