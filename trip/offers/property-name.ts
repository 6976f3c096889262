/** Names of houses as vendors write them, brought to one form: "Hotel Mundial", "MUNDIAL HOTEL" and "The Mundial". */

/** Say nothing about which house it is. A hostel is no hotel: those two words are kept apart. */
const FILLERS: ReadonlySet<string> = new Set(["hotel", "the", "and", "a", "an", "by"]);

/** A name of these alone is everybody's. */
const EVERYBODYS: ReadonlySet<string> = new Set(
  (
    "apartment apartments apartamento apartamentos appartement flat flats studio studios room rooms private double " +
    "single house home homes hostel guesthouse guest suite suites central center centre city downtown old town inn " +
    "bed breakfast b lodge villa residence residences cosy cozy lovely beautiful modern in with of near 1 2 3 4 5"
  ).split(" "),
);

function tokensOf(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu)?.filter((token) => !FILLERS.has(token)) ?? [];
}

/** Equal for two spellings of one name, whatever the order of its words. */
export function propertyKey(name: string): string {
  const tokens = tokensOf(name);
  return (tokens.length > 0 ? tokens : [name.trim().toLowerCase()]).toSorted().join(" ");
}

/** Whether a name alone, without a spot on the map, can tell which house is meant. */
export const isTelling = (name: string): boolean => tokensOf(name).some((token) => !EVERYBODYS.has(token));
