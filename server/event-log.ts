/** What a process that runs for days says of itself: one line an event on the error stream. */
import { isDebugging } from "./config.ts";

export type EventFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
export type EventLog = (event: string, fields?: EventFields) => void;

export function createEventLog({ json }: { json: boolean }): EventLog {
  return (event, fields = {}) => {
    const at = new Date().toISOString();
    const line = json ? JSON.stringify({ at, event, ...fields }) : `${at} ${event}${asWords(fields)}`;
    process.stderr.write(`${line}\n`);
  };
}

function asWords(fields: EventFields): string {
  return Object.entries(fields)
    .map(([name, value]) => ` ${name}=${/^[\w.:/-]+$/.test(String(value)) ? value : JSON.stringify(value)}`)
    .join("");
}

/** An error's class and code, and what it says only where a person has asked for details: it may hold secrets. */
export function errorFields(error: unknown): EventFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error ? String(error.code) : "";
  return { error: error.name, ...(code && { code }), ...(isDebugging() && { message: error.message }) };
}
