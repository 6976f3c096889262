/**
 * A vendor's list in which single entries may be broken. They are left out; where none at all can be read, the vendor
 * speaks another language than agreed, and that is a failure rather than "nothing found".
 */
import { z } from "zod";

export interface ReadableOptions {
  /** So many are read, and no more. */
  readonly most?: number;
  /** Which are read first: the lowest. Asked of what was not checked yet. */
  rank?(entry: unknown): number;
}

export function readableList<Entry extends z.ZodType>(
  entry: Entry,
  { most = Number.POSITIVE_INFINITY, rank }: ReadableOptions = {},
): z.ZodType<z.output<Entry>[]> {
  return z.array(z.unknown()).transform((list, context) => {
    const ordered = rank
      ? list
          .map((one) => ({ one, rank: rank(one) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one)
      : list;
    const read: z.output<Entry>[] = [];
    for (const one of ordered) {
      if (read.length >= most) break;
      const parsed = entry.safeParse(one);
      if (parsed.success) read.push(parsed.data);
    }
    if (list.length > 0 && read.length === 0)
      context.issues.push({ code: "custom", message: "none can be read", input: list });
    return read;
  });
}
