/** People change their mind while they write: what stands after "or rather" or "make that" is what they want. */
import type { Span } from "./request-text.ts";

export const CORRECTION =
  "or rather|or,? better|i mean|i meant|make (?:that|it)|let's make (?:that|it)|scratch that|strike that|correction|actually|on second thoughts?|no,? wait|wait|sorry|oops|my mistake|instead|no[,:]|nope|now|revised|raised|increased|lowered|reduced|updated|adjusted|changed|switched|amended";
const MARKED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CORRECTION})(?![\\p{L}\\p{N}])`, "iu");

/** Those after the last correction that stands between two of them; all of them without one. */
export function afterCorrections<Found extends Span>(text: string, found: readonly Found[]): Found[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  for (let index = inOrder.length - 1; index > 0; index -= 1) {
    const [before, after] = [inOrder[index - 1], inOrder[index]];
    if (before && after && MARKED.test(text.slice(before.end, after.start))) return inOrder.slice(index);
  }
  return inOrder;
}
