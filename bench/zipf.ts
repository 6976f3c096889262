/** What people search for is unlike: the first of them most of all, the n-th 1/n^s as often. */
import type { Random } from "./db/random.ts";

/** Numbers from 0 to below `count`, 0 the most often. */
export function zipf(count: number, exponent: number, random: Random): () => number {
  const upTo: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) {
    sum += rank ** -exponent;
    upTo.push(sum);
  }
  return () => {
    const wanted = random.next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? sum) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
