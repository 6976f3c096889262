/**
 * What PostgreSQL prints of an expression changes with every dump and restore, for the same meaning:
 * `status IN ('a', 'b')` comes back with other casts between the kinds of text. Here those casts go.
 */
const TEXT_CAST = /::(?:character varying(?:\(\d+\))?|text|bpchar)(?:\[\])?/g;
/** What somebody wrote, a function's body, is left as it is. */
const FROM_THE_CATALOG = /^(?:constraint|index|policy|view|\w+ .* default |\w+ .* generated )/;

export function plainExpression(line: string): string {
  return FROM_THE_CATALOG.test(line) ? line.replace(TEXT_CAST, "") : line;
}
