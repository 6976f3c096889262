/** The one traveller of a program on its own machine: everything that is not signed in acts for them. */
import sql from "sql-template-tag";
import type { Database } from "../transaction.ts";
import { catalogueId } from "./catalogue-ids.ts";

export const LOCAL_USER_ID: string = catalogueId("user", "local");
const LOCAL_USER_EMAIL = "local@tripwright.localhost";

/** Makes the local user where missing; returns its id. */
export async function ensureLocalUser(db: Database): Promise<string> {
  await db.transaction({ kind: "user", userId: LOCAL_USER_ID }, (tx) =>
    tx.execute(sql`
      insert into users (id, email, first_name, last_name)
      values (${LOCAL_USER_ID}, ${LOCAL_USER_EMAIL}, 'Local', 'Traveller')
      on conflict (id) do nothing`),
  );
  return LOCAL_USER_ID;
}
