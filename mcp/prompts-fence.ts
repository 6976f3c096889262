/**
 * What a person typed, as a block of data inside a prompt: no run of backticks in it can end the fence around it, and
 * no control character can make it look like something else.
 */

/** Line breaks and tabs stay; other controls and the bidirectional overrides say nothing. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const SHORTEST = 3;

export function fenced(text: string): string {
  const clean = text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(UNPRINTABLE, "").trim();
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(SHORTEST, longest + 1));
  return `${fence}text\n${clean}\n${fence}`;
}

/** A line each for what was given; what was not leaves none. */
export function fencedLines(lines: readonly (readonly [label: string, value: string | undefined])[]): string {
  const given = lines.flatMap(([label, value]) =>
    value === undefined ? [] : [`${label}: ${value.replaceAll(/\s+/g, " ").trim()}`],
  );
  return fenced(given.length > 0 ? given.join("\n") : "nothing more was said");
}
