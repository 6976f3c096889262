/** Remembers what was made for a key, and forgets the keys that were used longest ago. */

export function boundedCache<Value extends object>(
  make: (key: string) => Value,
  mostKept: number,
): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    // A map keeps the order of insertion: the first key is the one that was used longest ago.
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return value;
  };
}
