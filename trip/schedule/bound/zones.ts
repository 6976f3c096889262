/**
 * A day with its visits gathered into zones: where the traveller is, is told by the zone alone, and a way
 * from a zone to a visit is the shortest from any other visit in it. Far fewer ways than between visits;
 * what that gives away is travel within zones. For large problems a bound in time beats a tighter one late.
 */
import type { DayGraph } from "./day-graph.ts";

export function zoned(graph: DayGraph, zones: number): DayGraph {
  const { nodes, places } = graph;
  if (places !== nodes.length || zones >= places) return graph;
  const zoneOf = gather(graph, zones);
  const fromZones = (table: Float64Array): Float64Array => {
    const least = new Float64Array(nodes.length * (zones + 1)).fill(Number.POSITIVE_INFINITY);
    for (let to = 0; to < nodes.length; to++) {
      for (let from = 0; from <= places; from++) {
        if (from === to) continue;
        const leg = to * (zones + 1) + (from === places ? zones : (zoneOf[from] as number));
        least[leg] = Math.min(least[leg] as number, table[to * (places + 1) + from] as number);
      }
    }
    return least;
  };
  const ofZones = (table: Float64Array, pick: (one: number, other: number) => number): Float64Array => {
    const picked = new Float64Array(zones + 1).fill(Number.NaN);
    for (let from = 0; from <= places; from++) {
      const zone = from === places ? zones : (zoneOf[from] as number);
      const each = table[from] as number;
      picked[zone] = Number.isNaN(picked[zone]) ? each : pick(picked[zone] as number, each);
    }
    return picked;
  };
  return {
    ...graph,
    placeOf: zoneOf,
    places: zones,
    minutesInto: fromZones(graph.minutesInto),
    costInto: fromZones(graph.costInto),
    walkInto: fromZones(graph.walkInto),
    minutesHome: ofZones(graph.minutesHome, Math.min),
    costHome: ofZones(graph.costHome, Math.min),
    walkHome: ofZones(graph.walkHome, Math.min),
    slack: ofZones(graph.slack, Math.max),
  };
}

/** Centres as far from one another as can be (Gonzalez 1985), every visit to the nearest. */
function gather({ nodes, places, minutesInto }: DayGraph, zones: number): Int32Array {
  const zoneOf = new Int32Array(nodes.length);
  const away = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY);
  let centre = 0;
  for (let zone = 0; zone < zones; zone++) {
    let farthest = 0;
    for (let node = 0; node < nodes.length; node++) {
      const far = node === centre ? -1 : (minutesInto[node * (places + 1) + centre] as number);
      if (far < (away[node] as number)) {
        away[node] = far;
        zoneOf[node] = zone;
      }
      if ((away[node] as number) > (away[farthest] as number)) farthest = node;
    }
    centre = farthest;
  }
  return zoneOf;
}
