/** A plan is judged by all of its nodes, the hidden ones of sub-plans too. */
import { describe, expect, test } from "vitest";
import { explainRowSchema, faultsOf, useOf } from "../../bench/db/plan.ts";

/** As PostgreSQL answers to `explain (format json)`, shortened: a policy's sub-plan below an index scan. */
const row = {
  "QUERY PLAN": [
    {
      Plan: {
        "Node Type": "Limit",
        "Total Cost": 812.5,
        Plans: [
          {
            "Node Type": "Index Scan",
            "Total Cost": 90.5,
            "Relation Name": "itineraries",
            "Index Name": "itineraries_trip_key",
            Plans: [
              {
                "Node Type": "Seq Scan",
                "Total Cost": 90.5,
                "Relation Name": "trips",
                "Parent Relationship": "SubPlan",
              },
            ],
          },
          {
            "Node Type": "Bitmap Heap Scan",
            "Total Cost": 90.5,
            "Relation Name": "itinerary_items",
            Plans: [
              { "Node Type": "Bitmap Index Scan", "Total Cost": 90.5, "Index Name": "idx_itinerary_items_order" },
            ],
          },
          { "Node Type": "Seq Scan", "Total Cost": 90.5, "Relation Name": "categories" },
        ],
      },
    },
  ],
};
const use = useOf(explainRowSchema.parse(row)["QUERY PLAN"][0].Plan);

describe("what a plan uses", () => {
  test("indexes of every kind of scan, at every depth", () => {
    expect(use.indexes).toEqual(["itineraries_trip_key", "idx_itinerary_items_order"]);
  });

  test("tables read from end to end, at every depth", () => {
    expect(use.scannedTables).toEqual(["trips", "categories"]);
  });

  test("a look at the first row reads no table to its end", () => {
    const scan = { "Node Type": "Seq Scan", "Total Cost": 20_000, "Relation Name": "attraction_embeddings" };
    expect(useOf({ "Node Type": "Result", "Total Cost": 0.03, Plans: [scan] }).scannedTables).toEqual([]);
    expect(useOf({ "Node Type": "Aggregate", "Total Cost": 20_001, Plans: [scan] }).scannedTables).toEqual([
      "attraction_embeddings",
    ]);
  });

  test("what is no plan is refused", () => {
    expect(explainRowSchema.safeParse({ "QUERY PLAN": "Seq Scan on trips" }).success).toBe(false);
  });
});

describe("what is wrong with it", () => {
  const smallTables = new Set(["trips", "categories"]);

  test("nothing, when its indexes are there and only small tables are read whole", () => {
    expect(faultsOf(use, { indexes: [["itineraries_version_key", "itineraries_trip_key"]], smallTables })).toEqual([]);
  });

  test("an index that is not used, with what was used instead", () => {
    expect(faultsOf(use, { indexes: [["itineraries_trip_key"], ["idx_trips_user_created"]], smallTables })).toEqual([
      "expected idx_trips_user_created, used itineraries_trip_key, idx_itinerary_items_order",
    ]);
  });

  test("a large table that is read whole", () => {
    expect(faultsOf(use, { indexes: [], smallTables: new Set(["categories"]) })).toEqual(["reads all of trips"]);
  });
});
