/**
 * The best single route of an orienteering instance with narrow windows, by dynamic programming over
 * labels: what is out of reach counts as visited, which makes many labels comparable (Feillet et al.
 * 2004; Righini & Salani 2009). The oracle for the search on one path.
 */
import { distance, type Instance } from "../../../bench/toptw/instance.ts";

interface Label {
  readonly at: number;
  /** When the service there is over. */
  readonly time: number;
  readonly score: number;
  /** Bits of the vertices that are visited or can no longer be reached. */
  readonly gone: bigint;
}

/** When the service at `to` is over, coming from a service that is over at `time`; `null` when out of reach. */
type Reach = (from: number, time: number, to: number) => number | null;

export function bestRouteScore(instance: Instance): number {
  const { vertices, scale } = instance;
  const reach = reachIn(instance);
  const kept: Label[][] = vertices.map(() => []);
  let best = 0;
  let wave: Label[] = [{ at: 0, time: (vertices[0]?.open ?? 0) * scale, score: 0, gone: 1n }];
  while (wave.length > 0) {
    const current = wave.filter((label) => label.at === 0 || kept[label.at]?.includes(label));
    wave = current
      .flatMap((label) => extensions(instance, reach, label))
      .filter((label) => keepIfUnbeaten(kept, label));
    best = Math.max(best, ...wave.map(({ score }) => score));
  }
  return best;
}

function reachIn(instance: Instance): Reach {
  const { vertices, scale } = instance;
  const ways = vertices.map((from) => vertices.map((to) => distance(instance, from, to)));
  const dayEnds = (vertices[0]?.close ?? 0) * scale;
  return (from, time, to) => {
    const { open = 0, close = 0, service = 0 } = vertices[to] ?? {};
    const arrival = time + (ways[from]?.[to] ?? 0);
    const end = Math.max(arrival, open * scale) + service * scale;
    return arrival <= close * scale && end + (ways[to]?.[0] ?? 0) <= dayEnds ? end : null;
  };
}

function extensions({ vertices }: Instance, reach: Reach, { at, time, score, gone }: Label): Label[] {
  const numbers = [...vertices.keys()];
  return numbers.flatMap((to): Label[] => {
    const end = hasBit(gone, to) ? null : reach(at, time, to);
    if (end === null) return [];
    const lost = numbers.filter((other) => other === to || (other > 0 && reach(to, end, other) === null));
    const nowGone = lost.reduce((bits, vertex) => bits | (1n << BigInt(vertex)), gone);
    return [{ at: to, time: end, score: score + (vertices[to]?.score ?? 0), gone: nowGone }];
  });
}

const hasBit = (bits: bigint, index: number): boolean => ((bits >> BigInt(index)) & 1n) === 1n;

function keepIfUnbeaten(kept: Label[][], label: Label): boolean {
  const rivals = kept[label.at] ?? [];
  if (rivals.some((rival) => isBetter(rival, label))) return false;
  kept[label.at] = [...rivals.filter((rival) => !isBetter(label, rival)), label];
  return true;
}

const isBetter = (a: Label, b: Label): boolean => a.time <= b.time && a.score >= b.score && (a.gone & ~b.gone) === 0n;
