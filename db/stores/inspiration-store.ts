/**
 * Boards that were read for a trip: the interests they add, and the ids of pins and of places offered for them, in
 * `trip_categories.pinterest_pins`. `categories.pinterest_board_id` is no place for them: a category is everybody's.
 */
import sql from "sql-template-tag";
import { z } from "zod";
import { type Category, categorySchema } from "../../trip/categories.ts";
import { type KeptBoard, type KeptPin, keptBoardsSchema, MAX_BOARDS } from "../../trip/inspiration/kept-pins.ts";
import type { Interest } from "../../trip/trip.ts";
import type { Actor, Database, Transaction } from "../transaction.ts";
import { type BulkTable, upsertRows } from "./bulk.ts";
import { categoryIds } from "./catalogue-ids.ts";
import { isUuid } from "./row-parts.ts";
import { tripNotFound } from "./trips.ts";

export interface ReadBoard extends Pick<KeptBoard, "source" | "boardId" | "readAt"> {
  /** Each pin with one interest that the trip has then. */
  pins: readonly (KeptPin & { category: Category })[];
  /** New ones, after those that the trip has. */
  interests: readonly Interest[];
}

export interface InspirationStore {
  /** In place of what was kept of that board before. Throws `trip_not_found`. */
  keepBoard(tripId: string, board: ReadBoard): Promise<void>;
  /** Ids of the places that boards of this trip were offered as. Throws `trip_not_found`. */
  listOffered(tripId: string): Promise<ReadonlySet<string>>;
  /** Of all trips of the traveller; interests stay, they are the traveller's own by now. */
  forgetPins(source: string): Promise<void>;
}

const rowSchema = z.object({
  tripId: z.string(),
  category: categorySchema,
  priority: z.number(),
  position: z.number(),
  boards: keptBoardsSchema.nullable().catch(null),
});
type Row = z.infer<typeof rowSchema>;

const TRIP_CATEGORIES: BulkTable = {
  name: "trip_categories",
  key: ["trip_id", "category_id"],
  columns: {
    trip_id: "uuid",
    category_id: "uuid",
    priority: "integer",
    position: "integer",
    pinterest_pins: "jsonb",
  },
};

function write(tx: Transaction, rows: readonly Row[]): Promise<number> {
  const values = rows.map(({ tripId, category, priority, position, boards }) => ({
    trip_id: tripId,
    category_id: categoryIds.idOf(category),
    priority,
    position,
    pinterest_pins: boards && boards.length > 0 ? boards : null,
  }));
  return upsertRows(tx, TRIP_CATEGORIES, values);
}

const rowsOf = (tx: Transaction, of: ReturnType<typeof sql>): Promise<Row[]> =>
  tx.many(
    rowSchema,
    sql`
      select i.trip_id as "tripId", k.name as category, i.priority, i.position, i.pinterest_pins as boards
      from trip_categories i join categories k on k.id = i.category_id join trips t on t.id = i.trip_id
      where t.user_id = app_user_id() and ${of} order by i.trip_id, i.position`,
  );

const without = (boards: readonly KeptBoard[] | null, isGone: (board: KeptBoard) => boolean): KeptBoard[] =>
  (boards ?? []).filter((board) => !isGone(board));

export function createInspirationStore({ db, userId }: { db: Database; userId: string }): InspirationStore {
  const actor: Actor = { kind: "user", userId };
  return {
    keepBoard: (tripId, { source, boardId, readAt, pins, interests }) =>
      db.transaction(actor, async (tx) => {
        // Locks the trip, and tells whoever watches it.
        const touched = isUuid(tripId)
          ? await tx.execute(sql`
              update trips set updated_at = now() where id = ${tripId} and user_id = app_user_id()`)
          : 0;
        if (touched === 0) throw tripNotFound(tripId);
        const stored = await rowsOf(tx, sql`i.trip_id = ${tripId}`);
        const last = Math.max(-1, ...stored.map(({ position }) => position));
        const added = interests
          .filter(({ category }) => !stored.some((row) => row.category === category))
          .map(({ category, priority }, index) => ({ category, priority, position: last + 1 + index }));
        const rows = [...stored, ...added.map((row) => ({ ...row, tripId, boards: null }))].map((row): Row => {
          const own = pins.filter(({ category }) => category === row.category);
          const kept = own.map(({ id, placeIds }) => ({ id, placeIds }));
          const others = without(row.boards, (board) => board.source === source && board.boardId === boardId);
          const board = { source, boardId, readAt, pins: kept };
          return { ...row, boards: kept.length > 0 ? [...others, board].slice(-MAX_BOARDS) : others };
        });
        await write(tx, rows);
      }),
    listOffered: (tripId) =>
      db.transaction(actor, async (tx) => {
        const isThere = isUuid(tripId)
          ? await tx.execute(sql`select from trips where id = ${tripId} and user_id = app_user_id()`)
          : 0;
        if (isThere === 0) throw tripNotFound(tripId);
        const rows = await rowsOf(tx, sql`i.trip_id = ${tripId}`);
        const pins = rows.flatMap(({ boards }) => (boards ?? []).flatMap((board) => board.pins));
        return new Set(pins.flatMap(({ placeIds }) => placeIds));
      }),
    forgetPins: (source) =>
      db.transaction(actor, async (tx) => {
        const rows = await rowsOf(tx, sql`i.pinterest_pins is not null`);
        await write(
          tx,
          rows.map((row) => ({ ...row, boards: without(row.boards, (board) => board.source === source) })),
        );
      }),
  };
}
