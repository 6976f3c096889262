/** Small phrases: lists, counts and parties, as they are said. */

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

export function listOf(items: readonly string[]): string {
  return LIST.format(items);
}

export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** "for one", "for two adults and a child of 6". */
export function partyWords(travelers: number, childAges: readonly number[]): string {
  if (childAges.length === 0) return `for ${numberWord(travelers)}`;
  const adults = travelers - childAges.length;
  const children =
    childAges.length === 1
      ? `a child of ${childAges[0]}`
      : `${numberWord(childAges.length)} children (${childAges.join(", ")})`;
  return adults > 0
    ? `for ${numberWord(adults)} ${adults === 1 ? "adult" : "adults"} and ${children}`
    : `for ${children}`;
}
