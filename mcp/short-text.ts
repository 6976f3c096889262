/**
 * A result in a few lines that a person can read, and that a model of a host which passes on no data can go on from:
 * names and times, what holds and what does not, and the ids that the next call takes. Names and words of others are
 * one harmless line each.
 */
import { z } from "zod";
import type { Tool, ToolResult, ToolStatus } from "../tools/tool.ts";
import { plainText } from "../trip/export/words.ts";
import { type Asked, goesOn, restOfDays, restOfPage } from "./rest-of.ts";
import { type Words, wordsOf } from "./result-words.ts";
import { estimatedTokens } from "./token-estimate.ts";

type ToolError = NonNullable<ToolResult["error"]>;

/** Notices with them; entries of a page and days of a plan come on top, as far as there is room. */
const MOST_LINES = 12;
const LEAST_LINES = 6;
const MOST_ENTRIES = 20;
const MOST_DAYS = 31;
const MOST_NOTICES = 4;
const MOST_LINE = 300;
/** A dozen stops of a day. */
const MOST_DAY = 1_100;
/** What it takes to say where the others are. */
const REST_TOKENS = 90;

const oneLine = (text: string, most: number = MOST_LINE): string => {
  const line = plainText(text);
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** What was asked, in the words that came: "text castle, city Lisbon, Portugal". */
function asked({ request }: ToolResult): string {
  const told = Object.entries(request).flatMap(([name, value]) =>
    ["query", "text", "city", "trip", "openOn", "countryCode"].includes(name) && typeof value === "string"
      ? [`${name} "${oneLine(value)}"`]
      : [],
  );
  return told.length > 0 ? ` for ${told.join(", ")}` : "";
}

const detailsSchema = z.object({
  changes: z.array(z.string()).catch([]),
  confirmation: z.string().nullish().catch(null),
});

/** Why not; where a person has to agree first, what would become of their plan, and how to go on. */
function refused({ name }: Pick<Tool, "name">, status: ToolStatus, { message, details }: ToolError): string[] {
  const { changes, confirmation } = detailsSchema.parse({ ...details, changes: details.changes ?? [] });
  const isNamed = status !== "error" || message.startsWith(name);
  return [
    isNamed ? message : `${name} did not work: ${message}`,
    ...changes.map((change) => `- ${change}`),
    ...(confirmation && !message.includes(confirmation)
      ? [`Once agreed: the same call with confirmation ${confirmation}.`]
      : []),
  ];
}

const asLines = (texts: readonly string[]): Words[] => texts.map((text) => ({ kind: "line", text }));

function wordsFor(tool: Pick<Tool, "name">, result: ToolResult): Words[] {
  const { status, error } = result;
  if (error) return asLines(refused(tool, status, error));
  const words = wordsOf(result);
  if (status === "empty") return asLines([`Nothing found${asked(result)}.`]);
  if (status === "needs_input" && words.length === 0) return asLines(["Something more is needed first."]);
  if (status === "infeasible") return [...asLines(["It could not be done as asked."]), ...words];
  return words.length > 0 ? words : asLines(["Done."]);
}

/** What stands beside it, as shown: notices may say more than the tool's own. */
export interface Beside {
  notices: readonly string[];
  nextCursor?: string | null | undefined;
  mostTokens: number;
}

/** How many from the beginning are within both. */
function fitting(lines: readonly string[], mostLines: number, mostTokens: number): number {
  let left = mostTokens;
  const end = lines.findIndex((line) => {
    left -= estimatedTokens(line) + 1;
    return left < 0;
  });
  return Math.max(1, Math.min(mostLines, end < 0 ? lines.length : end));
}

interface Telling {
  lines: string[];
  tokens: number;
}

/** All of one kind, or the first of them and where the others are. */
function told(
  lines: readonly string[],
  most: Telling & { mostLines: number },
  restAfter: (shown: number) => string,
): Telling {
  if (lines.length === 0) return most;
  const all = fitting(lines, most.mostLines, most.tokens);
  const isAll = all >= lines.length;
  // The line that says where the others are takes room as well.
  const shown = isAll ? lines.length : fitting(lines, most.mostLines - 1, most.tokens - REST_TOKENS);
  const kept = isAll
    ? [...lines]
    : [...lines.slice(0, shown), `… and ${lines.length - shown} more ${restAfter(shown)}`];
  return { lines: [...most.lines, ...kept], tokens: most.tokens - estimatedTokens(kept) };
}

const IN_DATA = "in this result's data.";

export function shortText(tool: Asked["tool"], result: ToolResult, beside: Beside): string {
  const { notices, nextCursor, mostTokens } = beside;
  const asking: Asked = { tool, request: result.request };
  const ends = notices.slice(0, MOST_NOTICES).map((notice) => oneLine(notice));
  const isTold = !nextCursor || ends.some((notice) => notice.includes(nextCursor));
  const where = goesOn(asking) && tool.name !== "get_trip" ? "the same call" : "get_trip";
  const last = isTold ? ends : [...ends, `There is more: ${where} with cursor ${nextCursor}.`];

  const words = wordsFor(tool, result);
  const of = (kind: Words["kind"], most: number): string[] =>
    words.flatMap((word) => (word.kind === kind ? [oneLine(word.text, most)] : []));
  const room = Math.max(LEAST_LINES, MOST_LINES - last.length);
  const start = { lines: [], tokens: mostTokens - estimatedTokens(last) };
  const plain = told(of("line", MOST_LINE), { ...start, mostLines: room }, () => IN_DATA);
  const entries = told(of("entry", MOST_LINE), { ...plain, mostLines: MOST_ENTRIES }, (shown) => {
    const rest = restOfPage(asking, shown);
    return rest ? `by ${rest.call}.` : IN_DATA;
  });
  const dayNumbers = dayNumbersOf(result);
  const all = told(of("day", MOST_DAY), { ...entries, mostLines: MOST_DAYS }, (shown) => {
    const rest = restOfDays({ ...result }, asking, dayNumbers[shown - 1] ?? 0);
    return rest ? `days by ${rest.call}.` : IN_DATA;
  });
  return [...all.lines, ...last].join("\n");
}

const daysSchema = z.object({
  itinerary: z.object({ days: z.array(z.object({ dayNumber: z.number() })) }).nullish(),
});
const dayNumbersOf = (result: ToolResult): number[] =>
  daysSchema.safeParse(result).data?.itinerary?.days.map(({ dayNumber }) => dayNumber) ?? [];
