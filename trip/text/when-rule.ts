/** The shape of a rule that reads a time out of a text, and what such rules share. */
import type { When } from "./request.ts";

export interface WhenFound {
  when: When | null;
  notes: string[];
  /** A date that the calendar does not have, as typed. */
  impossible: string | null;
  index: number;
}

export interface WhenContext {
  /** Today, or the first day of the year the traveller spoke of. */
  from: string;
  today: string;
  /** The whole request, for what a single match cannot know. */
  text: string;
  /** What no rule has taken yet. */
  rest: string;
}

export interface WhenRule {
  pattern: RegExp;
  read(match: RegExpExecArray, context: WhenContext): Omit<WhenFound, "index"> | null;
}

export function found(when: When, notes: string[] = []): Omit<WhenFound, "index"> {
  return { when, notes, impossible: null };
}

export function impossible(said: string): Omit<WhenFound, "index"> {
  return { when: null, notes: [], impossible: said };
}

/** As typed, for saying it back. */
export function said(match: RegExpExecArray): string {
  return match[0].trim().replace(/[,:.]$/, "");
}

export function startsOn(start: string, match: RegExpExecArray): Omit<WhenFound, "index"> {
  return found({ kind: "start", start, said: said(match), isExact: false });
}

interface WindowParts {
  start: string;
  end: string;
  said: string;
  fill?: boolean;
  orElse?: { start: string; end: string } | null;
}

export function windowOf({ start, end, said, fill = false, orElse = null }: WindowParts): Omit<WhenFound, "index"> {
  return found({ kind: "window", start, end, said, fill, orElse });
}
