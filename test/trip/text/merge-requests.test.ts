/** A request and the answer to a question about it are one request. */
import { expect, test } from "vitest";
import { mergeRequests } from "../../../trip/text/merge-requests.ts";
import { understandRequest } from "../../../trip/text/understand-request.ts";
import { meaningOf } from "./meaning.ts";

const today = "2026-11-22";
const merged = (first: string, second: string) =>
  mergeRequests(understandRequest(first, { today }), understandRequest(second, { today }), today);

test("the length comes from the first, the window from the second", () => {
  const request = merged("a weekend in Kyoto, temples, slow", "in April, for two");
  expect(meaningOf(request)).toEqual({
    to: ["Kyoto"],
    dates: ["2027-04-09", "2027-04-11"],
    people: 2,
    likes: ["temples_shrines"],
    pace: "relaxed",
  });
  expect(request.assumptions).toEqual(["You said a weekend in April: I chose Friday 9 to Sunday 11 April 2027."]);
});

test("a place answers where", () => {
  const request = merged("5 days in Portugal in May, vegan", "Porto");
  expect(meaningOf(request)).toEqual({ to: ["Porto"], dates: ["2027-05-08", "2027-05-12"], diets: ["vegan"] });
});

test("what is said later replaces what was said before", () => {
  const request = merged("3 days in Rome in May for two, 500 EUR", "make it 4 days in June for three, 1200 EUR");
  expect(meaningOf(request)).toEqual({
    to: ["Rome"],
    dates: ["2027-06-10", "2027-06-13"],
    people: 3,
    budget: "1200 EUR",
  });
  expect(request.assumptions).toEqual(["You said 4 days in June: I chose Thursday 10 to Sunday 13 June 2027."]);
});
