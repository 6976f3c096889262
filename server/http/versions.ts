/** Versions of a plan as HTTP says them: the selected one is the trip's state, and `If-Match` holds a change to it. */
import { HTTPException } from "hono/http-exception";
import { TripwrightError } from "../../trip/errors.ts";
import type { TripStore } from "../../trip/ports.ts";
import type { HttpContext } from "./parts.ts";

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that the client believes to be selected: `If-Match`, else the body's; `undefined` for neither. */
export function expectedVersion(c: HttpContext, inBody: number | undefined): number | undefined {
  const header = c.req.header("if-match");
  if (header === undefined || header.trim() === "*") return inBody;
  const named = Number(/^\s*"([1-9]\d{0,9})"\s*$/.exec(header)?.[1]);
  if (!Number.isInteger(named)) {
    throw new HTTPException(400, {
      message: 'Expected If-Match with the number of a version, such as "3", got another.',
    });
  }
  if (inBody === undefined || inBody === named) return named;
  throw new HTTPException(400, {
    message: `If-Match names version ${named}, and the body version ${inBody}. Say one.`,
  });
}

/** Throws `version_conflict` unless that one is selected. */
export async function requireSelected(trips: TripStore, tripId: string, expected: number | undefined): Promise<void> {
  if (expected === undefined) return;
  const selected = (await trips.listVersions(tripId)).find(({ isSelected }) => isSelected);
  if (selected?.version === expected) return;
  const now = selected ? `version ${selected.version}` : "none";
  const message = `Expected version ${expected} to be the selected one, and ${now} is. Get the plan again, then repeat the change.`;
  throw new TripwrightError("version_conflict", message, { expected, selected: selected?.version ?? null });
}
