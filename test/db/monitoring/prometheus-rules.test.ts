/** The alerting rules speak of metrics that exist, by the numbers that `doctor` judges by. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { TARGETS } from "../../../db/monitoring/targets.ts";
import { createMetrics } from "../../../server/metrics.ts";

const ruleSchema = z.object({
  alert: z.string().regex(/^Tripwright[A-Z]\w+$/),
  expr: z.string(),
  for: z.string().regex(/^\d+[mh]$/),
  labels: z.object({ severity: z.enum(["warning", "critical"]), metric: z.string().optional() }),
  annotations: z.object({ summary: z.string().endsWith("."), description: z.string().endsWith(".") }),
});
const file = join(import.meta.dirname, "..", "..", "..", "db", "monitoring", "prometheus-rules.yml");
const { groups } = z
  .object({ groups: z.array(z.object({ name: z.string(), rules: z.array(ruleSchema) })) })
  .parse(parse(readFileSync(file, "utf8")));
const rules = groups.flatMap((group) => group.rules);

test.each(rules.map(({ alert, expr }) => [alert, expr]))("%s asks for metrics that there are", async (_alert, expr) => {
  const known = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name);
  const named = [...expr.matchAll(/tripwright_\w+/g)].map(([name]) => name.replace(/_bucket$/, ""));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test("each figure of the design has its alert, at the design's threshold and on its side", () => {
  const limits = Object.fromEntries(
    rules.flatMap(({ labels: { metric }, expr }) => {
      const [, side, limit] = / ([<>]) ([\d.]+)$/.exec(expr) ?? [];
      return metric === undefined ? [] : [[metric, { side, limit: Number(limit) }]];
    }),
  );
  const expected = Object.entries(TARGETS).map(([metric, { isGood, alert }]) => [
    metric,
    { side: isGood === "below" ? ">" : "<", limit: alert },
  ]);
  expect(limits).toEqual(Object.fromEntries(expected));
});
