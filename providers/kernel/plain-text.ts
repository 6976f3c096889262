/**
 * A vendor's text is a stranger's: before it is kept, shown or compared it is one line of visible characters, no longer
 * than agreed. What it says is still only data.
 */

/** Whitespace of every kind, and controls: a newline, a tab or an escape between two words keeps them apart. */
const GAPS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
/**
 * Characters that show nothing: bidirectional marks, zero-width ones, tags, soft hyphens, private use, half characters.
 * Joiners (U+200C, U+200D) stand inside words of many languages and are kept between visible characters alone.
 */
const UNSEEN = /[\p{Co}\p{Cs}\p{Cn}\u{E0000}-\u{E0FFF}\uFFF9-\uFFFC]|(?![\u200C\u200D])\p{Cf}/gu;
const STRAY_JOINERS = /(?<![\p{L}\p{M}\p{So}\p{Sk}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}\p{So}])/gu;
/** Marks heaped on one letter cover the lines around it. */
const HEAPED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Of what is measured: far more than anything that is kept, so that ten megabytes cost nothing. */
const READ_FACTOR = 8;

/** At most `max` UTF-16 units, never half a character; "" for what has nothing to show. */
export function plainText(text: string, max: number): string {
  const plain = text
    .slice(0, max * READ_FACTOR + 1_000)
    .replace(GAPS, " ")
    .replace(UNSEEN, "")
    .replace(STRAY_JOINERS, "")
    .replace(HEAPED_MARKS, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
  if (plain.length <= max) return plain;
  const end = max > 0 && isHighSurrogate(plain, max - 1) ? max - 1 : max;
  return plain.slice(0, end).replace(/[ \u200C\u200D]+$/, "");
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The same of what may be missing, and `null` where nothing is left. */
export function plainTextOrNull(text: string | null | undefined, max: number): string | null {
  return (text === null || text === undefined ? "" : plainText(text, max)) || null;
}
