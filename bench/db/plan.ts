/** What a plan of `explain (format json)` uses: its indexes, and the tables it reads from end to end. */
import { z } from "zod";

export interface PlanNode {
  readonly "Node Type": string;
  readonly "Total Cost": number;
  readonly "Relation Name"?: string | undefined;
  readonly "Index Name"?: string | undefined;
  readonly Plans?: readonly PlanNode[] | undefined;
}

const planNodeSchema: z.ZodType<PlanNode> = z.object({
  "Node Type": z.string(),
  "Total Cost": z.number(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  get Plans() {
    return z.array(planNodeSchema).optional();
  },
});

/** The row that EXPLAIN answers with. */
export const explainRowSchema = z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planNodeSchema })]) });

export interface PlanUse {
  readonly indexes: readonly string[];
  readonly scannedTables: readonly string[];
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

const distinct = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.filter((name) => name !== undefined)),
];

/** Of a whole statement. To read even the smallest of large tables to its end costs more, so this one stops before. */
const EARLY_END_COST = 25;

export function useOf(plan: PlanNode): PlanUse {
  const nodes = nodesOf(plan);
  const scans = plan["Total Cost"] < EARLY_END_COST ? [] : nodes.filter((node) => node["Node Type"] === "Seq Scan");
  return {
    indexes: distinct(nodes.map((node) => node["Index Name"])),
    scannedTables: distinct(scans.map((node) => node["Relation Name"])),
  };
}

export interface PlanExpectation {
  /** At least one index of each group, so that two ways to the same rows are both fine. */
  readonly indexes: readonly (readonly string[])[];
  /** Tables so small that reading them whole is right. */
  readonly smallTables: ReadonlySet<string>;
}

/** What is wrong with a plan, in words; nothing when it does what was expected. */
export function faultsOf(use: PlanUse, { indexes, smallTables }: PlanExpectation): string[] {
  const missing = indexes
    .filter((group) => !group.some((name) => use.indexes.includes(name)))
    .map((group) => `expected ${group.join(" or ")}, used ${use.indexes.join(", ") || "no index"}`);
  const scanned = use.scannedTables.filter((table) => !smallTables.has(table)).map((table) => `reads all of ${table}`);
  return [...missing, ...scanned];
}
