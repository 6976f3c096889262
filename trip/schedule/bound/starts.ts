/**
 * When a visit may begin on a day and what the hour takes off its worth, as spans of starts in order.
 * A plan begins each stop as soon as it can; the bound may also wait, for a quieter hour or for where the
 * visit stood before. That only adds plans, and makes arriving earlier never worse, which dominance needs.
 */
import type { OpenWindow } from "../../opening-hours.ts";
import { MOST_MOVED_MINUTES } from "../evaluate.ts";
import type { Visit } from "../problem.ts";

/** Starts from `from` to `to`, over by `close`; each worth `gain` more (mostly less) at the most. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly close: number;
  readonly gain: number;
}

interface When {
  readonly visit: Visit;
  readonly windows: readonly OpenWindow[];
  readonly earliest: number;
  /** The last minute at which the visit, at its shortest, may begin for the day's sake. */
  readonly latest: number;
  readonly grid: number;
  /** Where it stood on this very day, and what a minute away from there costs. */
  readonly movedFrom: number | null;
  readonly movedMinute: number;
}

const PIECE_MINUTES = 30;

export function spansOf(when: When): Span[] {
  const { visit, windows, earliest, latest, grid, movedFrom } = when;
  const spans: Span[] = [];
  for (const { openMinute, lastEntryMinute, closeMinute } of windows) {
    const first = Math.ceil(Math.max(openMinute, earliest) / grid) * grid;
    const last = Math.min(lastEntryMinute, latest, closeMinute - visit.leastMinutes);
    let from = first;
    while (from <= last) {
      const next = nextPiece(when, from);
      const to = Math.min(last, next - 1);
      const gain = -(visit.crowd?.[Math.floor(from / 60) % 24] ?? 0) - moved(when, from, to);
      const before = spans.at(-1);
      if (before && before.gain === gain && before.close === closeMinute && from > first) {
        spans[spans.length - 1] = { ...before, to };
      } else spans.push({ from, to, close: closeMinute, gain });
      from = Math.ceil(next / grid) * grid;
    }
  }
  return movedFrom === null && visit.crowd === null ? spans : spans.filter(({ to, from }) => to >= from);
}

/** Where the worth of a start may change next. */
function nextPiece({ visit, movedFrom, movedMinute }: When, from: number): number {
  const nextHour = visit.crowd ? (Math.floor(from / 60) + 1) * 60 : Number.POSITIVE_INFINITY;
  if (movedFrom === null || movedMinute === 0) return nextHour;
  const nextMoved = from <= movedFrom - PIECE_MINUTES || from > movedFrom ? from + PIECE_MINUTES : movedFrom + 1;
  return Math.min(nextHour, nextMoved);
}

/** The least that being moved costs within a piece. */
function moved({ movedFrom, movedMinute }: When, from: number, to: number): number {
  if (movedFrom === null) return 0;
  const away = Math.max(0, movedFrom - to, from - movedFrom);
  return Math.min(MOST_MOVED_MINUTES, away) * movedMinute;
}
