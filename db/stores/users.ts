/** The users that are always there: the traveller of a program on its own machine, and the one of evaluations. */
import sql from "sql-template-tag";
import type { Database } from "../transaction.ts";
import { catalogueId } from "./catalogue-ids.ts";

export const LOCAL_USER_ID: string = catalogueId("user", "local");
const LOCAL_USER_EMAIL = "local@tripwright.localhost";

/** Whose the trips of evaluations are: they are in nobody's list of trips. */
export const EVALUATION_USER_ID: string = catalogueId("user", "evaluation");
const EVALUATION_USER_EMAIL = "evaluation@tripwright.localhost";

/** Makes the local user where missing; returns its id. */
export function ensureLocalUser(db: Database): Promise<string> {
  return ensureUser(db, { id: LOCAL_USER_ID, email: LOCAL_USER_EMAIL, firstName: "Local", lastName: "Traveller" });
}

/** Makes the user that evaluations act for where missing; returns its id. */
export function ensureEvaluationUser(db: Database): Promise<string> {
  const names = { firstName: "Offline", lastName: "Evaluation" };
  return ensureUser(db, { id: EVALUATION_USER_ID, email: EVALUATION_USER_EMAIL, ...names });
}

async function ensureUser(
  db: Database,
  { id, email, firstName, lastName }: { id: string; email: string; firstName: string; lastName: string },
): Promise<string> {
  await db.transaction({ kind: "user", userId: id }, (tx) =>
    tx.execute(sql`
      insert into users (id, email, first_name, last_name)
      values (${id}, ${email}, ${firstName}, ${lastName})
      on conflict (id) do nothing`),
  );
  return id;
}
