/**
 * What of a board is kept with a trip, beside the interest that its pins speak for: which pins, and which places they
 * were offered as. Ids and nothing else: titles, words and pictures stay where they are, and are read anew.
 */
import { z } from "zod";

export const MAX_PINS = 250;
export const MAX_BOARDS = 10;

const idSchema = z.string().min(1).max(100);
export const keptPinSchema = z.object({ id: idSchema, placeIds: z.array(z.uuid()).max(20) });
export type KeptPin = z.infer<typeof keptPinSchema>;

export const keptBoardSchema = z.object({
  /** The vendor's id, or "text" for what a traveller pasted. */
  source: z.string().max(50),
  boardId: idSchema,
  readAt: z.iso.datetime(),
  pins: z.array(keptPinSchema).max(MAX_PINS),
});
export type KeptBoard = z.infer<typeof keptBoardSchema>;

/** The column: several boards may speak for one interest. */
export const keptBoardsSchema = z.array(keptBoardSchema).max(MAX_BOARDS);
