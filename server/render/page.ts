/** The sheet a rendering is set on: how wide, and in which colours. */
import { type Paint, paintWith } from "./paint.ts";

export interface Page {
  paint: Paint;
  width: number;
}

/** Longer lines are hard to follow with the eye, however wide the window. */
const MOST_COLUMNS = 100;

export function pageOf({ color, width }: { color: boolean; width: number }): Page {
  return { paint: paintWith(color), width: Math.min(width, MOST_COLUMNS) };
}
