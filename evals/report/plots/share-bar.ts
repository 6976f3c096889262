/** A share as a bar with its 95 % interval as a whisker; it stretches to the cell it stands in. */
import type { Tally } from "../run-reading.ts";
import { at } from "./scale.ts";

export function shareBar({ passed, of, interval }: Tally): string {
  const x = (share: number): string => at(share * 100);
  return (
    `<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="12" rx="1"/>` +
    `<rect class="filled" width="${x(passed / of)}" height="12" rx="1"/>` +
    `<path class="whisker" d="M${x(interval.low)} 6H${x(interval.high)}M${x(interval.low)} 3V9M${x(interval.high)} 3V9"/></svg>`
  );
}
