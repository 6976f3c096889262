/** A vendor that is still allowed to speak when the search has ended is paid for and not heard. */
import { expect, test } from "vitest";
import { SEARCH_DEADLINE_MS } from "../../providers/offers/vendor-answers.ts";
import { VENDORS } from "../../providers/registry.ts";

const searched = VENDORS.filter(({ domains }) => domains.includes("flights") || domains.includes("stays"));
const called = searched.filter(({ open, domains }) => open !== undefined && !domains.includes("links"));

test.each(called.map(({ id, limits }) => [id, limits.timeoutMs] as const))(
  "%s ends before the search",
  (_, timeoutMs) => {
    expect(timeoutMs).toBeLessThan(SEARCH_DEADLINE_MS);
  },
);

test("vendors of flights and of stays are among them", () => {
  expect(called.map(({ id }) => id)).toEqual(expect.arrayContaining(["duffel", "ignav", "liteapi", "amadeus"]));
});
