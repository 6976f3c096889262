/** How alike two words are written: a slip of the pen is forgiven, another word is not. */
import { editDistance } from "../edit-distance.ts";

const undoubled = (word: string): string => word.replace(/(.)\1+/g, "$1");

/** "Uffitzi" is a slip; "Roma" for "Rome" another word. */
export function likenessOf(said: string, known: string): number {
  if (said === known) return 1;
  if (said.length > 3 && (said === `${known}s` || known === `${said}s`)) return 0.97;
  if (said.length > 3 && undoubled(said) === undoubled(known)) return 0.94;
  const shorter = Math.min(said.length, known.length);
  if (shorter < 5 || Math.abs(said.length - known.length) > 2) return 0;
  const slips = editDistance(said, known);
  const allowed = shorter >= 8 ? 2 : 1;
  if (slips > allowed || (said[0] !== known[0] && slips > 1)) return 0;
  return slips === 1 ? 0.93 : 0.87;
}
