/**
 * The least minutes between an end of the day and the beginning (from the start) or the end (to the end)
 * of each visit, over any visits in between, stays included (Dijkstra 1959): tables of travel times need
 * not keep the triangle inequality.
 */
export function leastMinutes(
  stays: readonly number[],
  outer: (node: number) => number,
  between: (near: number, far: number) => number,
): Float64Array {
  const nodes = stays.length;
  const least = Float64Array.from({ length: nodes }, (_, node) => outer(node));
  const isDone = new Uint8Array(nodes);
  for (let round = 0; round < nodes; round++) {
    let near = -1;
    for (let node = 0; node < nodes; node++) {
      if (isDone[node] === 0 && (near < 0 || (least[node] as number) < (least[near] as number))) near = node;
    }
    isDone[near] = 1;
    const after = (least[near] as number) + (stays[near] ?? 0);
    for (let node = 0; node < nodes; node++) {
      const around = after + between(near, node);
      if (around < (least[node] as number)) least[node] = around;
    }
  }
  return least;
}
