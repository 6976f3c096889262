/**
 * Where a list goes on. A cursor says how far one has read and of what: it is good for that one question, whatever the
 * page's length, and nothing else is taken for one.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { TripwrightError } from "../trip/errors.ts";

const MOST_CURSOR = 60;
const HASH_CHARS = 12;
const SHAPE = /^(\d{1,6})\.([\w-]{12})$/;

export const cursorArgument: z.ZodOptional<z.ZodString> = z.string().max(MOST_CURSOR).optional();
/** Beside a page; `null` on the last one. */
export const nextCursorField: z.ZodNullable<z.ZodString> = z.string().nullable();

/** A tool's name and every argument that decides what is in the list, and in which order. */
export type Question = readonly [tool: string, asked: readonly (readonly [string, unknown])[]];

/** How far one has read and how long a page is are not part of what is asked. */
export function questionOf(tool: string, args: Readonly<Record<string, unknown>>): Question {
  const asked = Object.entries(args).filter(
    ([name, value]) => value !== undefined && name !== "cursor" && name !== "limit",
  );
  return [tool, asked.toSorted(([a], [b]) => (a < b ? -1 : 1))];
}

const markOf = (question: Question): string =>
  createHash("sha256").update(JSON.stringify(question)).digest("base64url").slice(0, HASH_CHARS);

export function cursorAt(position: number, question: Question): string {
  return Buffer.from(`${position}.${markOf(question)}`).toString("base64url");
}

/** From where to go on; 0 without a cursor. Throws `invalid_input`. */
export function positionOf(cursor: string | undefined, question: Question): number {
  if (cursor === undefined) return 0;
  const [, position, mark] = SHAPE.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  if (position !== undefined && mark === markOf(question)) return Number(position);
  throw new TripwrightError(
    "invalid_input",
    "Expected the nextCursor of the page before, with the same other arguments, got another cursor. Leave it out to begin at the start.",
  );
}

/** One page of what was read from its position on; what lies beyond the page only says that there is more. */
export function pageOf<Item>(
  found: readonly Item[],
  { position, limit, question }: { position: number; limit: number; question: Question },
): { page: Item[]; nextCursor: string | null } {
  const nextCursor = found.length > limit ? cursorAt(position + limit, question) : null;
  return { page: found.slice(0, limit), nextCursor };
}
