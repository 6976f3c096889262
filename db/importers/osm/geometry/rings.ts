/**
 * Outlines of areas: ways joined end to end into closed rings, and one point that stands for what they
 * enclose. A ring that does not close, because the file ends before it does, is no ring.
 */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}
export type Ring = readonly Point[];

function isClosed(chain: readonly number[]): boolean {
  return chain.length > 3 && chain[0] === chain.at(-1);
}

/** Closed sequences of node ids out of pieces in any order and direction. */
export function joinRings(pieces: readonly (readonly number[])[]): number[][] {
  return joinChains(pieces).filter(isClosed);
}

/** The same, with what does not close. */
export function joinChains(pieces: readonly (readonly number[])[]): number[][] {
  const chains = pieces.filter(isClosed).map((piece) => [...piece]);
  const open = pieces.filter((piece) => piece.length > 1 && !isClosed(piece));
  const byEnd = endsOf(open);
  const isUsed = new Set<number>();
  for (const [at, piece] of open.entries()) {
    if (isUsed.has(at)) continue;
    isUsed.add(at);
    const onward = grown(piece, open, byEnd, isUsed);
    // An open chain goes on at its other end too.
    chains.push(isClosed(onward) ? onward : grown(onward.toReversed(), open, byEnd, isUsed));
  }
  return chains;
}

function endsOf(pieces: readonly (readonly number[])[]): Map<number, number[]> {
  const byEnd = new Map<number, number[]>();
  for (const [at, piece] of pieces.entries()) {
    for (const end of [piece[0] ?? 0, piece.at(-1) ?? 0]) byEnd.set(end, [...(byEnd.get(end) ?? []), at]);
  }
  return byEnd;
}

/** Adds pieces at the open end until the ring closes or nothing fits. */
function grown(
  start: readonly number[],
  pieces: readonly (readonly number[])[],
  byEnd: ReadonlyMap<number, readonly number[]>,
  isUsed: Set<number>,
): number[] {
  const ring = [...start];
  while (ring[0] !== ring.at(-1)) {
    const end = ring.at(-1) ?? 0;
    const next = byEnd.get(end)?.find((at) => !isUsed.has(at));
    if (next === undefined) break;
    isUsed.add(next);
    const piece = pieces[next] ?? [];
    const onward = piece[0] === end ? piece : piece.toReversed();
    for (const id of onward.slice(1)) ring.push(id);
  }
  return ring;
}

/** Twice the area in square degrees, positive anticlockwise; for comparing sizes nearby. */
function signedArea(ring: Ring): number {
  const first = ring[0];
  if (!first) return 0;
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const a = ring[at - 1] as Point;
    const b = ring[at] as Point;
    sum += (a.lon - first.lon) * (b.lat - first.lat) - (b.lon - first.lon) * (a.lat - first.lat);
  }
  return sum;
}

export function areaOf(ring: Ring): number {
  return Math.abs(signedArea(ring));
}

/** By the number of edges a ray to the east crosses; a point on an edge may be either. */
export function isInRing({ lat, lon }: Point, ring: Ring): boolean {
  let isInside = false;
  for (let at = 1; at < ring.length; at++) {
    const a = ring[at - 1] as Point;
    const b = ring[at] as Point;
    if (a.lat > lat === b.lat > lat) continue;
    if (lon < a.lon + ((lat - a.lat) / (b.lat - a.lat)) * (b.lon - a.lon)) isInside = !isInside;
  }
  return isInside;
}

export interface Area {
  readonly outers: readonly Ring[];
  readonly inners: readonly Ring[];
}

export function isInArea(point: Point, { outers, inners }: Area): boolean {
  return outers.some((ring) => isInRing(point, ring)) && !inners.some((ring) => isInRing(point, ring));
}

/** Where a ring balances, which a crescent's does outside itself. */
function centroidOf(ring: Ring): Point | null {
  const first = ring[0];
  const doubled = signedArea(ring);
  if (!first || doubled === 0) return null;
  let lat = 0;
  let lon = 0;
  for (let at = 1; at < ring.length; at++) {
    const a = ring[at - 1] as Point;
    const b = ring[at] as Point;
    const cross = (a.lon - first.lon) * (b.lat - first.lat) - (b.lon - first.lon) * (a.lat - first.lat);
    lat += (a.lat + b.lat - 2 * first.lat) * cross;
    lon += (a.lon + b.lon - 2 * first.lon) * cross;
  }
  return { lat: first.lat + lat / (3 * doubled), lon: first.lon + lon / (3 * doubled) };
}

/** Where the rings cross a parallel, from west to east: between the first and second it is inside, and so on. */
function crossingsAt(lat: number, rings: readonly Ring[]): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at++) {
      const a = ring[at - 1] as Point;
      const b = ring[at] as Point;
      if (a.lat > lat === b.lat > lat) continue;
      crossings.push(a.lon + ((lat - a.lat) / (b.lat - a.lat)) * (b.lon - a.lon));
    }
  }
  return crossings.sort((a, b) => a - b);
}

/** The middle of the widest stretch inside, on a few parallels across the ring. */
function pointOnSurface(outer: Ring, inners: readonly Ring[]): Point | null {
  const lats = [...new Set(outer.map(({ lat }) => lat))].sort((a, b) => a - b);
  const rings = [outer, ...inners];
  let best: { point: Point; width: number } | null = null;
  const step = Math.max(1, Math.floor(lats.length / 16));
  for (let at = step; at < lats.length; at += step) {
    const lat = ((lats[at - 1] as number) + (lats[at] as number)) / 2;
    const crossings = crossingsAt(lat, rings);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const west = crossings[pair] as number;
      const width = (crossings[pair + 1] as number) - west;
      const point = { lat, lon: west + width / 2 };
      if (width > (best?.width ?? 0) && isInArea(point, { outers: [outer], inners })) best = { point, width };
    }
  }
  return best?.point ?? null;
}

/** A point inside the largest part: its centroid when that lies inside, else one on its surface. */
export function pointInside({ outers, inners }: Area): Point | null {
  const largest = outers.toSorted((a, b) => areaOf(b) - areaOf(a))[0];
  if (!largest) return null;
  const centroid = centroidOf(largest);
  if (centroid && isInArea(centroid, { outers: [largest], inners })) return centroid;
  return pointOnSurface(largest, inners) ?? centroid;
}

/** Halfway along a line. */
export function middleOf(line: readonly Point[]): Point | null {
  const east = Math.cos(((line[0]?.lat ?? 0) * Math.PI) / 180);
  const lengths = line.slice(1).map((point, at) => {
    const before = line[at] as Point;
    return Math.hypot(point.lat - before.lat, (point.lon - before.lon) * east);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const a = line[at] as Point;
    const b = line[at + 1] as Point;
    if (length >= left && length > 0) {
      const part = left / length;
      return { lat: a.lat + (b.lat - a.lat) * part, lon: a.lon + (b.lon - a.lon) * part };
    }
    left -= length;
  }
  return line[0] ?? null;
}
