/** Months stand ready before their rows come: this one and the next three. */
import sql from "sql-template-tag";
import { z } from "zod";
import { type Duty, inTurn } from "./duty.ts";
import { monthOf, PARTITIONED_TABLES } from "./months.ts";

const MONTHS_AHEAD = 3;
const madeSchema = z.object({ moved: z.int().nullable() });

export const partitionsAhead: Duty = {
  name: "partitions-ahead",
  async run(context) {
    const counts = { made: 0, moved: 0 };
    const notes: string[] = [];
    for (const { name } of PARTITIONED_TABLES) {
      for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
        const month = monthOf(context.now, ahead);
        const made = await inTurn(context, "partitions-ahead", (tx) =>
          tx.one(madeSchema, sql`select create_month_partition(${name}, ${month}::date) as moved`),
        );
        if (made === null) return { counts, notes, isBusy: true };
        if (made.moved === null) continue;
        if (made.moved < 0) {
          notes.push(
            `${name} has too many rows of ${month.slice(0, 7)} in its default partition to move: they stay there`,
          );
          continue;
        }
        counts.made += 1;
        counts.moved += made.moved;
      }
    }
    return { counts, notes };
  },
};
