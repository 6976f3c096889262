/** How many rooms a party is given unless it says: two to a room, and no more than can be searched for. */
const MOST_ROOMS = 10;

export function roomsFor(travelers: number): number {
  return Math.min(MOST_ROOMS, Math.ceil(travelers / 2));
}
