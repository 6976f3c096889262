/** Airlines and sites sell no more seats at once; a larger party books as a group, at a fare that no search knows. */
export const MOST_SEATS = 9;

/** Of a party that is too large the fare of one is looked at: that of nine would be read as everybody's. */
export function seatsToSearch(travelers: number): number {
  return travelers > MOST_SEATS ? 1 : travelers;
}

/** To be said beside prices for so many; `null` for a party that one search holds. */
export function seatsNotice(travelers: number, searched: number): string | null {
  if (travelers <= MOST_SEATS) return null;
  const seats = searched === 1 ? "one seat" : `${searched} seats`;
  return `This trip is of ${travelers}, and no more than ${MOST_SEATS} seats are sold at once: this is for ${seats}, and no flight can be chosen for all. Airlines quote groups.`;
}
