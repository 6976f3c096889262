/**
 * What ties the stops of a plan together beyond one day's clock: once over the trip, the purse, the
 * visits of a day, a category's limits, variety. Each is a use u (so many visits, so much money) and a
 * convex loss φ(u), infinite where the use is forbidden. The bound lets go of all of them and charges a
 * price p per unit used instead: since -φ(u) ≤ -p·u + max over v of (p·v - φ(v)) for every u and p, the
 * days with the charges plus these refunds are worth at least as much as any plan (Lagrangian relaxation;
 * Geoffrion, "Lagrangean relaxation for integer programming", 1974).
 */

/** Corners of a convex piecewise linear loss, in order of use. */
export interface Loss {
  readonly used: readonly number[];
  readonly lost: readonly number[];
  /** The last slope goes on for ever; else the last use is the most allowed. */
  readonly isOpen: boolean;
}

export interface Coupling extends Loss {
  /** How many identical days have one of this each, at one price. */
  readonly copies: number;
  /** A typical step in units of use, so that prices of money and of visits move at like speed. */
  readonly unit: number;
}

const slope = ({ used, lost }: Loss, corner: number): number => {
  const rise = (lost[corner + 1] ?? 0) - (lost[corner] ?? 0);
  return rise / ((used[corner + 1] ?? 0) - (used[corner] ?? 0));
};

/** Outside these prices the bound only gets worse. */
export function priceRange(coupling: Loss): { least: number; most: number } {
  const corners = coupling.used.length;
  const least = corners > 1 ? slope(coupling, 0) : Number.NEGATIVE_INFINITY;
  const most = corners > 1 && coupling.isOpen ? slope(coupling, corners - 2) : Number.POSITIVE_INFINITY;
  // A use that begins above zero must be met: any price, however negative, may be the right one.
  return { least: (coupling.used[0] ?? 0) > 0 ? Number.NEGATIVE_INFINITY : least, most };
}

/** The most that use at this price can be worth after its loss. */
export function refund({ used, lost }: Loss, price: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let corner = 0; corner < used.length; corner++) {
    best = Math.max(best, price * (used[corner] ?? 0) - (lost[corner] ?? 0));
  }
  return best;
}

const TIE = 1e-9;

/** The use that earns the refund; among equals the one nearest to what is really used. */
export function refundedUse(loss: Loss, price: number, really: number): number {
  const best = refund(loss, price);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [corner, used] of loss.used.entries()) {
    if (price * used - (loss.lost[corner] ?? 0) < best - TIE * (1 + Math.abs(best))) continue;
    lowest = Math.min(lowest, used);
    highest = Math.max(highest, used);
  }
  if (loss.isOpen && highest === loss.used.at(-1) && price >= priceRange(loss).most) highest = Number.POSITIVE_INFINITY;
  return Math.min(Math.max(really, lowest), highest);
}

/** At most so much, at no loss. */
export function atMost(most: number): Loss {
  return most > 0 ? { used: [0, most], lost: [0, 0], isOpen: false } : { used: [0], lost: [0], isOpen: false };
}

/** Done or not: not done loses so much; what is part of every plan cannot be left. */
export function once(lossWithout: number, isFixed: boolean): Loss {
  return isFixed ? { used: [1], lost: [0], isOpen: false } : { used: [0, 1], lost: [lossWithout, 0], isOpen: false };
}

const MOST_CORNERS = 12;

/** Each further visit of a group costs `repeat` more than the one before; beyond a dozen only as much as the dozenth. */
export function repeats(repeat: number, possible: number): Loss {
  const corners = Array.from({ length: Math.min(possible, MOST_CORNERS) + 1 }, (_, count) => count);
  return {
    used: corners,
    lost: corners.map((count) => (repeat * count * (count - 1)) / 2),
    isOpen: possible > MOST_CORNERS,
  };
}

/** Up to `most`; every one short of `least` loses so much. */
export function between(least: number, most: number, shortfall: number): Loss {
  if (least >= most) return { used: [0, most], lost: [shortfall * least, shortfall * (least - most)], isOpen: false };
  if (least <= 0) return atMost(most);
  return { used: [0, least, most], lost: [shortfall * least, 0, 0], isOpen: false };
}
