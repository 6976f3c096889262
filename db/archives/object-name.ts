/** Names of archived objects are ours, but they become paths: nothing may lead out of the archive. */
import { TripwrightError } from "../../trip/errors.ts";

const PARTS = /^[a-z0-9_-][a-z0-9_.-]*(\/[a-z0-9_-][a-z0-9_.-]*)*$/;

export function checkObjectName(name: string): string {
  if (PARTS.test(name)) return name;
  throw new TripwrightError(
    "internal",
    `Expected the name of an archived object, such as user_activities/a.jsonl.gz; got "${name}".`,
  );
}
