/** A town's name as somebody types it: mostly right, often without capitals and accents, sometimes with a slip. */
import { foldText } from "../../db/stores/fold.ts";
import type { Random } from "./random.ts";
import type { Town } from "./sample.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** A shorter beginning could mean anything. */
const PREFIX_CHARS = 4;

/** One slip: neighbours swapped, a letter lost, doubled or hit beside. */
export function withSlip(name: string, random: Random): string {
  const at = random.below(Math.max(1, name.length - 1));
  const [before, here, next, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
  const slips = [
    `${before}${next}${here}${after}`,
    `${before}${next}${after}`,
    `${before}${here}${here}${next}${after}`,
    `${before}${LETTERS.charAt(random.below(LETTERS.length))}${next}${after}`,
  ];
  return random.pick(slips);
}

export function typedName({ name, countryName }: Town, random: Random): string {
  const folded = foldText(name) || name;
  const kind = random.next();
  if (kind < 0.35) return name;
  if (kind < 0.55) return folded;
  if (kind < 0.65) return folded.slice(0, Math.max(PREFIX_CHARS, Math.ceil(folded.length * 0.6)));
  if (kind < 0.75) return `${folded} ${countryName}`;
  return withSlip(folded, random);
}
