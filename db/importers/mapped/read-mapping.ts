/** A mapping file, or one line that says what to change in it. */
import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { TripwrightError } from "../../../trip/errors.ts";
import { invalidFile } from "../invalid-file.ts";
import { FIELD_KINDS, type Mapping, mappingSchema } from "./mapping.ts";

const REMEDY = `A mapping is JSON such as {"source": {"name": "my-guide", "title": "My guide"}, "fields": {"name": "title", "lat": "latitude", "lon": "longitude", "type": {"value": "museum"}}}.`;

/** What a person can act upon: where in the file, what was expected. */
function sentence(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = issue.path.join(".") === "fields" ? `; fields are ${Object.keys(FIELD_KINDS).join(", ")}` : "";
      return `${where}"${issue.keys.join('", "')}" is not known here${known}`;
    }
    case "invalid_union": {
      const deepest = issue.errors.map((errors) => errors[0]).findLast((inner) => inner !== undefined);
      return deepest
        ? sentence({ ...deepest, path: [...issue.path, ...deepest.path] } as z.core.$ZodIssue)
        : issue.message;
    }
    default:
      return `${where}${issue.message}`;
  }
}

export async function readMapping(path: string | undefined): Promise<Mapping> {
  if (path === undefined) {
    throw new TripwrightError("invalid_input", `Expected a mapping file for a table of your own, got none. ${REMEDY}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw invalidFile(path, { expected: "a mapping (JSON)", got: (error as Error).message, remedy: REMEDY }, error);
  }
  const mapping = mappingSchema.safeParse(json);
  if (mapping.success) return mapping.data;
  const problems = mapping.error.issues.map(sentence);
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  throw invalidFile(path, { expected: "a mapping", got: `a fault: ${problems[0]}${more}` }, mapping.error);
}
