/** How alike two words are written: a slip of the pen is forgiven, another word is not. */
import { editDistance } from "../edit-distance.ts";

/** "Lelo" for "Lello", "Taylors" for "Taylor's". */
function isSpelledAlike(said: string, known: string): boolean {
  if (said.length < 4 || known.length < 4) return false;
  const plain = (word: string): string => word.replace(/(\p{L})\1/gu, "$1");
  return plain(said) === plain(known) || said === `${known}s` || known === `${said}s`;
}

/** "Uffitzi" is a slip; "Roma" for "Rome" another word. */
export function likenessOf(said: string, known: string): number {
  if (said === known) return 1;
  if (isSpelledAlike(said, known)) return 0.97;
  const shorter = Math.min(said.length, known.length);
  if (shorter < 5 || Math.abs(said.length - known.length) > 2) return 0;
  const slips = editDistance(said, known);
  const allowed = shorter >= 8 ? 2 : 1;
  if (slips > allowed || (said[0] !== known[0] && slips > 1)) return 0;
  return slips === 1 ? 0.93 : 0.87;
}
