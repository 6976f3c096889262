/** Rows that somebody hostile wrote, as every reader of the catalogue gets them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCatalogueStore } from "../../../db/stores/catalogue-store.ts";
import type { City } from "../../../trip/catalogue.ts";
import type { CatalogueStore } from "../../../trip/ports.ts";
import { openTestDatabase, type TestDatabase } from "../database-for-tests.ts";
import { cityNamed } from "./trips-for-tests.ts";

const LINK = "https://win.example/prize";
let database: TestDatabase;
let catalogue: CatalogueStore;
let lisbon: City;
beforeAll(async () => {
  database = await openTestDatabase();
  catalogue = createCatalogueStore(database.db);
  lisbon = await cityNamed(database, "Lisbon");
});
afterAll(() => database?.close());

test("links and markup in names, descriptions, tags, reviews and areas end where rows are read", async () => {
  const [place] = await catalogue.listPlaces(lisbon.id, 1);
  const id = place?.id ?? "";
  await database.admin(
    `update attractions set name = name || ' ' || $2, description = 'See [this](' || $2 || ') first.',
       address = 'Rua 1 www.win.example', tags = array['<b>cheap</b>', $2] where id = $1`,
    [id, LINK],
  );
  await database.admin(
    `insert into attraction_reviews (id, attraction_id, source, external_review_id, author_name, rating, review_text, cached_at)
     values ($1, $2, 'a-guide', '1', 'win.example', 5, 'Book at ' || $3, now())`,
    [randomUUID(), id, LINK],
  );
  const read = { name: place?.name, description: "See this first.", address: "Rua 1", tags: ["cheap"] };
  const found = await catalogue.searchPlaces({ cityId: lisbon.id, text: place?.name, limit: 3 });
  const details = await catalogue.getPlaceDetails([id], new Date());
  expect((await catalogue.listPlaces(lisbon.id, 1))[0]).toMatchObject(read);
  expect(found.places[0]).toMatchObject({ id, ...read });
  expect(details[0]).toMatchObject({ ...read, reviews: [{ author: "win example", quotation: "Book at" }] });
  expect(JSON.stringify([found, details, await catalogue.getPlaces([id])])).not.toContain("win.example");
});
