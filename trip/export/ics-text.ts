/** RFC 5545's content lines: escaped text, CRLF, and folding at 75 octets that never cuts a character in two. */

const MAX_OCTETS = 75;

/** Section 3.3.11: backslash, semicolon, comma and newline. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

function octetsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
}

/** Section 3.1: a continuation begins with one space, which counts towards its 75 octets. */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** Content lines as a whole calendar object, each folded and each ended. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** "20270510T083000Z". */
export function utcStamp(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** "20270510T093000", a wall time that stays the same wherever it is read. */
export function floatingStamp(date: string, wallTime: string): string {
  return `${date.replaceAll("-", "")}T${wallTime.replace(":", "")}00`;
}
