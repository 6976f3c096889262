/** What `npm run bench -- schedule` can be asked for. */
import { parseArgs } from "node:util";
import { wholeNumber } from "../toptw/options.ts";

export const PARTS = ["time", "large", "growth", "plain", "exact"] as const;
export type Part = (typeof PARTS)[number];

export interface ScheduleOptions {
  readonly parts: readonly Part[];
  /** Cities of each size to measure. */
  readonly seeds: number;
  /** Small cases with a proven optimum. */
  readonly cases: number;
  /** The JSON line alone on standard output. */
  readonly json: boolean;
  readonly markdown: boolean;
}

export const USAGE = `npm run bench -- schedule [options]
  --part time,large,growth,plain,exact   all of them by default
  --seeds 10       cities of 200 candidates and 7 days
  --cases 50       small cases with a proven optimum
  --json           nothing but the JSON line on standard output
  --markdown       the tables as Markdown
`;

/** Throws with a sentence for the person at the keyboard. */
export function readOptions(args: readonly string[]): ScheduleOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      part: { type: "string", default: PARTS.join() },
      seeds: { type: "string", default: "10" },
      cases: { type: "string", default: "50" },
      json: { type: "boolean", default: false },
      markdown: { type: "boolean", default: false },
    },
  });
  return {
    parts: values.part.split(",").map(partOf),
    seeds: wholeNumber(values.seeds, "seeds", 1),
    cases: wholeNumber(values.cases, "cases", 1),
    json: values.json,
    markdown: values.markdown,
  };
}

function partOf(text: string): Part {
  const part = PARTS.find((known) => known === text);
  if (part === undefined) throw new Error(`Expected --part to be of ${PARTS.join(", ")}, got "${text}".`);
  return part;
}
