/** A list of which one entry may be odd: that one is left out. A list of which nothing can be read is another list. */
import { z } from "zod";

export function eachUsable<Entry>(entry: z.ZodType<Entry>): z.ZodType<Entry[]> {
  return z.array(z.unknown()).transform((entries, context) => {
    const read = entries.flatMap((one) => {
      const parsed = entry.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
    if (entries.length > 0 && read.length === 0) context.addIssue({ code: "custom", message: "nothing could be read" });
    return read;
  });
}
