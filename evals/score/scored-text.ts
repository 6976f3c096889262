/** What was scored, as a terminal shows it: the table of all, then each itinerary with what is wrong with it. */
import type { LoggedAnswer, LogHead } from "../log/log-lines.ts";
import { totalsText } from "../run/print-totals.ts";
import type { JudgedLine } from "./judge-line.ts";

const MOST_FAULTS = 8;

export function scoredText(head: LogHead, answers: readonly LoggedAnswer[], judged: readonly JudgedLine[]): string {
  return [
    totalsText({ head, answers, end: null }),
    "",
    ...judged.flatMap((line, index) => itineraryLines(line, answers[index])),
  ].join("\n");
}

function itineraryLines({ line, world, unresolved }: JudgedLine, answer: LoggedAnswer | undefined): string[] {
  const { violations } = world.verdict;
  const errors = violations.filter(({ severity }) => severity === "error");
  const warnings = violations.filter(({ severity }) => severity === "warning");
  const cities = world.trip.destinations.map(({ name }) => name).join(", ");
  const about = `${cities}, ${world.itinerary.days.length} days from ${world.trip.startDate}`;
  const counts = [counted(errors.length, "error"), counted(warnings.length, "warning"), unread(unresolved)];
  const shown = errors.slice(0, MOST_FAULTS).map(({ code, path, message }) => `      ${code} ${path}: ${message}`);
  return [
    `${answer?.passed ? "ok  " : "FAIL"}  ${line.id}  ${about}: ${counts.filter(Boolean).join(", ")}`,
    ...shown,
    ...(errors.length > MOST_FAULTS ? [`      and ${errors.length - MOST_FAULTS} more`] : []),
    ...(warnings.length > 0 ? [`      warnings: ${tally(warnings.map(({ code }) => code))}`] : []),
    ...(unresolved.length > 0 ? [`      not found: ${unresolved.slice(0, MOST_FAULTS).join(", ")}`] : []),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
const unread = (names: readonly string[]): string => (names.length > 0 ? `${names.length} names not found` : "");

function tally(codes: readonly string[]): string {
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, { length }]) => (length > 1 ? `${length} ${code}` : code))
    .join(", ");
}
