/** No flight is looked for or counted for fewer than the party, as if that were all. */
import { expect, test } from "vitest";
import { seatsNotice, seatsToSearch } from "../../../trip/offers/seats.ts";

test("up to nine seats are looked for together; of a larger party the fare of one", () => {
  expect([1, 2, 9, 10, 20].map(seatsToSearch)).toEqual([1, 2, 9, 1, 1]);
});

test("what is for fewer than the party says so", () => {
  expect(seatsNotice(9, 9)).toBeNull();
  expect(seatsNotice(10, 1)).toContain("This trip is of 10");
  expect(seatsNotice(10, 1)).toContain("this is for one seat");
});
