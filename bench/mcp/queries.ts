/** What people type for cities: names as the catalogue has them, other names of theirs, and slips of the pen. */
import sql from "sql-template-tag";
import { z } from "zod";
import type { Database } from "../../db/transaction.ts";
import type { Random } from "../db/random.ts";
import { withSlip } from "../db/typed-name.ts";

const namedSchema = z.object({ name: z.string(), countryName: z.string(), aliases: z.array(z.string()) });
type Named = z.infer<typeof namedSchema>;

/** As far down as somebody might plan a trip. */
const KNOWN_CITIES = 5_000;

export async function cityQueries(db: Database, random: Random, count: number): Promise<string[]> {
  const cities = await db.read({ kind: "service" }, (tx) =>
    tx.many(
      namedSchema,
      sql`
        select c.name, co.name as "countryName", coalesce(c.aliases, '{}') as aliases
        from cities c join countries co on co.id = c.country_id
        order by c.prominence desc, c.id limit ${KNOWN_CITIES}`,
    ),
  );
  return distinctQueries(cities, random, count);
}

/** A third of them misspelt, a sixth by another name; no two the same. */
export function distinctQueries(cities: readonly Named[], random: Random, count: number): string[] {
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < 100 * count; tries += 1)
    queries.add(queryFor(random.pick(cities), random));
  if (queries.size < count)
    throw new Error(`Expected ${count} distinct queries of ${cities.length} cities, got ${queries.size}.`);
  return [...queries];
}

function queryFor({ name, countryName, aliases }: Named, random: Random): string {
  const kind = random.next();
  if (kind < 1 / 3) return withSlip(name, random);
  if (kind < 1 / 2 && aliases.length > 0) return random.pick(aliases);
  if (kind < 0.6) return `${name}, ${countryName}`;
  if (kind < 0.7) return name.toLowerCase();
  return name;
}
