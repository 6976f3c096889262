/** Tokens as a log holds them. */
import { z } from "zod";

export const tokenUsageSchema = z.object({
  input: z.int(),
  output: z.int(),
  cached: z.int(),
  reasoning: z.int(),
});
