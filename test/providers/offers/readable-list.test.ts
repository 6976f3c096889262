import { expect, test } from "vitest";
import { z } from "zod";
import { readableList } from "../../../providers/offers/readable-list.ts";

const entry = z.object({ price: z.string() });
const list = readableList(entry);

test("broken entries are left out, and only where others can be read", () => {
  expect(list.parse([{ price: "1" }, { price: 2 }, null, { price: "3", more: 1 }])).toEqual([
    { price: "1" },
    { price: "3" },
  ]);
  expect(list.parse([])).toEqual([]);
  expect(list.safeParse([{ price: 2 }]).success).toBe(false);
  expect(list.safeParse({ price: "1" }).success).toBe(false);
});

test("of a long list the lowest are read, and no more", () => {
  const rank = (one: unknown) => Number((one as { price?: unknown } | null)?.price ?? Number.POSITIVE_INFINITY);
  const cheapest = readableList(entry, { most: 2, rank });
  expect(cheapest.parse([{ price: "30" }, null, { price: 5 }, { price: "20" }, { price: "10" }])).toEqual([
    { price: "10" },
    { price: "20" },
  ]);
});
