/** Text of a log into a page. All of it may come from strangers: it is escaped, and cannot turn its neighbours around. */
import { plainText } from "../../../trip/export/words.ts";
import { escapeMarkup } from "../../../trip/map/markup.ts";

/** One line of anybody's text. */
export const shown = (text: string): string => escapeMarkup(plainText(text));

/** A name within a sentence: its direction ends where it ends. */
export const named = (text: string): string => `<bdi>${shown(text)}</bdi>`;

const UNPRINTABLE = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Several lines, kept as such; what is longer is cut, and says how much more the log has. */
export function shownLines(text: string, most: number): string {
  const lines = text.toWellFormed().replace(UNPRINTABLE, " ").trim();
  if (lines.length <= most) return escapeMarkup(lines);
  const cut = lines.slice(0, most).toWellFormed();
  return `${escapeMarkup(cut)}… <span class="soft">(${(lines.length - most).toLocaleString("en")} more characters in the log)</span>`;
}
