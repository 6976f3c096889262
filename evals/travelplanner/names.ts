/** How the exam writes and reads names: "Name, City", "from A to B"; the last comma parts name from city. */

export interface Named {
  name: string;
  city: string;
}

/** A name as it can be found again: without the spaces around it, and only its last line. */
export function writtenName(name: string): string {
  return (name.split("\n").at(-1) ?? "").trim();
}

export function beforeParenthesis(text: string): string {
  return /^(.*?)\([^)]*\)/.exec(text)?.[1] ?? text;
}

export function nameAndCity(text: string): Named {
  const match = /(.*?),\s*([^,]+)(\(\w[\w\s]*\))?$/.exec(text);
  const [, name, city] = match ?? [];
  if (name === undefined || city === undefined) return { name: "-", city: "-" };
  return { name: name.trim(), city: beforeParenthesis(city.trim()).trim() };
}

export function fromAndTo(text: string): { from: string; to: string } | null {
  const match = /from\s+(.+?)\s+to\s+([^,]+)(?=[,\s]|$)/.exec(text);
  const [, from, to] = match ?? [];
  return from === undefined || to === undefined ? null : { from, to };
}
