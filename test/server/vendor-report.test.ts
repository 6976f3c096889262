/** What `doctor` says of vendors: only of those in use, how often and how they answered lately. */
import { expect, test } from "vitest";
import type { VendorActivity } from "../../db/stores/vendor-calls.ts";
import type { Descriptor } from "../../providers/kernel/descriptor.ts";
import { VENDORS } from "../../providers/registry.ts";
import { type VendorLine, vendorReport } from "../../server/vendor-report.ts";

const now = new Date("2026-11-22T09:00:00Z");
const at = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();

function frankfurter(activity: Omit<VendorActivity, "provider">[], optedIn: string[] = ["frankfurter"]): VendorLine {
  const lines = vendorReport({
    config: { settings: {}, optedIn: new Set(optedIn) },
    activity: activity.map((one) => ({ ...one, provider: "frankfurter" })),
    now,
  });
  const line = lines.find(({ id }) => id === "frankfurter");
  if (!line) throw new Error("No line of Frankfurter.");
  return line;
}

test.for<[string, Omit<VendorActivity, "provider">]>([
  ["ready; 0 calls today of 500", { today: 0, last: null }],
  [
    "ready; 12 calls today of 500; last answered 3 min ago",
    { today: 12, last: { at: at(3), status: 200, failure: null } },
  ],
  [
    "ready; 1 call today of 500; last call failed just now: timeout",
    { today: 1, last: { at: at(0), status: null, failure: "timeout" } },
  ],
  [
    "ready; 0 calls today of 500; last answered 26 h ago",
    { today: 0, last: { at: at(26 * 60), status: 200, failure: null } },
  ],
  [
    "ready; 0 calls today of 500; last call failed 9 days ago: auth",
    { today: 0, last: { at: at(9 * 1440), status: 401, failure: "auth" } },
  ],
])("%s", ([says, activity]) => {
  expect(frankfurter([activity])).toMatchObject({ says, calls: { ...activity, perDay: 500 } });
});

test("nothing of the kind of one that is not used, or is never asked", () => {
  expect(frankfurter([{ today: 3, last: null }], [])).toMatchObject({ state: "off", calls: null });
  const activity = VENDORS.map(({ id }) => ({ provider: id, today: 3, last: null }));
  const lines = vendorReport({ config: { settings: {}, optedIn: new Set<string>() }, activity, now });
  const isUnasked = ({ open, limits }: Descriptor): boolean => open === undefined || limits.perDay === 0;
  const unasked = new Set(VENDORS.filter(isUnasked).map(({ id }) => id));
  expect(unasked.size).toBeGreaterThan(5);
  for (const { id, state, calls, says } of lines) {
    if (state !== "ready" || unasked.has(id))
      expect([calls, says]).toEqual([null, expect.not.stringMatching(/calls today/)]);
  }
});
