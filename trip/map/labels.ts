/**
 * Where a marker's name fits: the eight spots around it are tried, and the one that covers least wins.
 * A name that would lie on others is left out; its number is still there, and the list has the name.
 */
import type { Point } from "./projection.ts";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  text: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

export interface LabelOptions {
  fontSize: number;
  markerRadius: number;
  width: number;
  height: number;
  /** Already taken: the scale bar, the north arrow. */
  taken: readonly Box[];
}

const WIDE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u;
const MAX_EMS = 13;

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Without a font at hand: a wide character is an em, any other a little more than half of one. */
function emsOf(text: string): number {
  return Array.from(GRAPHEMES.segment(text)).reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 1 : 0.55), 0);
}

/** A name in a second script, in brackets, is the first to go. */
export function shortened(name: string): string {
  if (emsOf(name) <= MAX_EMS) return name;
  const text = name.replace(/ \([^()]*\)$/, "");
  if (emsOf(text) <= MAX_EMS) return text;
  let kept = "";
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (emsOf(kept + segment) > MAX_EMS - 0.6) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function overlap(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

interface Candidate {
  label: Label;
  box: Box;
}

function candidates(text: string, { x, y }: Point, { fontSize, markerRadius }: LabelOptions): Candidate[] {
  const width = emsOf(text) * fontSize;
  const height = fontSize * 1.25;
  const gap = markerRadius + 4;
  const slant = gap * 0.72;
  const spots = [
    { dx: gap, dy: 0, anchor: "start" },
    { dx: -gap, dy: 0, anchor: "end" },
    { dx: 0, dy: gap + height / 2, anchor: "middle" },
    { dx: 0, dy: -gap - height / 2, anchor: "middle" },
    { dx: slant, dy: slant + height / 4, anchor: "start" },
    { dx: slant, dy: -slant - height / 4, anchor: "start" },
    { dx: -slant, dy: slant + height / 4, anchor: "end" },
    { dx: -slant, dy: -slant - height / 4, anchor: "end" },
  ] as const;
  return spots.map(({ dx, dy, anchor }) => {
    const left = { start: 0, middle: -width / 2, end: -width }[anchor];
    return {
      label: { text, x: x + dx, y: y + dy + fontSize * 0.35, anchor },
      box: { x: x + dx + left, y: y + dy - height / 2, width, height },
    };
  });
}

/** One label a marker, in order; `null` where none fits. */
export function placeLabels(
  markers: readonly { point: Point; text: string }[],
  options: LabelOptions,
): (Label | null)[] {
  const { markerRadius: radius, width, height } = options;
  const discs = markers.map(({ point }) => ({
    x: point.x - radius,
    y: point.y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const occupied: Box[] = [...options.taken, ...discs];
  return markers.map(({ point, text }) => {
    const isInside = ({ box }: Candidate): boolean =>
      box.x >= 4 && box.y >= 2 && box.x + box.width <= width - 4 && box.y + box.height <= height - 2;
    const best = candidates(shortened(text), point, options)
      .filter(isInside)
      .map((candidate) => ({
        ...candidate,
        covered: occupied.reduce((sum, box) => sum + overlap(candidate.box, box), 0),
      }))
      .toSorted((a, b) => a.covered - b.covered)
      .at(0);
    if (!best || best.covered > best.box.width * best.box.height * 0.12) return null;
    occupied.push(best.box);
    return best.label;
  });
}
