/** Which vendors are used here, which are not and why, and how they answered lately: for `doctor`, in words and as data. */
import type { VendorActivity } from "../db/stores/vendor-calls.ts";
import { CONTRACT_VENDORS } from "../providers/contracts.ts";
import type { Descriptor, Domain } from "../providers/kernel/descriptor.ts";
import { standingOf, type VendorState } from "../providers/open-vendors.ts";
import { OPT_IN_VARIABLE, VENDORS } from "../providers/registry.ts";
import type { VendorsConfig } from "./vendor-settings.ts";

export interface VendorLine {
  id: string;
  name: string;
  domains: readonly Domain[];
  state: VendorState;
  /** Of its prices; `null` where it is not used. */
  basis: string | null;
  /** Variables to set. */
  missing: readonly string[];
  /** Nobody of ours has spoken to the live service. */
  isUntested: boolean;
  /** Of today, and the newest one; `null` where it is not used, or never over a network. */
  calls: VendorCalls | null;
  says: string;
}

export interface VendorCalls extends Pick<VendorActivity, "today" | "last"> {
  /** As many as a day may have. */
  perDay: number | null;
}

const CONTRACT_WORDS = "needs a partner contract";

function whatToDo({ id, access, about }: Descriptor, state: VendorState, missing: readonly string[]): string {
  if (state === "contract") return `${CONTRACT_WORDS} (${about.keyAt}); then set ${missing.join(" and ")}`;
  if (access === "opt-in") return `off; needs no key: add ${id} to ${OPT_IN_VARIABLE}. It is sent ${about.sends}`;
  if (access === "self-hosted") return `off; set ${missing.join(" and ")} to the address of your own server`;
  return `set ${missing.join(" and ")}; ${about.keyAt}`;
}

const MINUTE_MS = 60_000;

function ago(at: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / MINUTE_MS));
  if (minutes < 1) return "just now";
  if (minutes < 120) return `${minutes} min ago`;
  return minutes < 2 * 1440 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 1440)} days ago`;
}

function callWords({ today, perDay, last }: VendorCalls, now: Date): string {
  const count = `; ${today} ${today === 1 ? "call" : "calls"} today${perDay === null ? "" : ` of ${perDay}`}`;
  if (last === null) return count;
  const when = ago(last.at, now);
  return `${count}; ${last.failure === null ? `last answered ${when}` : `last call failed ${when}: ${last.failure}`}`;
}

function lineOf(descriptor: Descriptor, { config, activity, now }: VendorReportOptions): VendorLine {
  const { id, name, domains, about } = descriptor;
  const { state, missing } = standingOf(descriptor, config);
  const basis = state === "ready" ? (descriptor.basis?.(config.settings) ?? "live") : null;
  const isUntested = about.isUntested === true;
  // Sites that are only linked to are never called.
  const isCalled = state === "ready" && descriptor.open !== undefined && descriptor.limits.perDay !== 0;
  const asked = isCalled ? activity.find(({ provider }) => provider === id) : undefined;
  const calls = asked ? { today: asked.today, perDay: descriptor.limits.perDay, last: asked.last } : null;
  const untested = isUntested ? "; never tried against the live service" : "";
  const says =
    state === "ready"
      ? `ready${basis === "sandbox" ? ", answers from its sandbox" : ""}${calls ? callWords(calls, now) : ""}`
      : whatToDo(descriptor, state, missing);
  return { id, name, domains, state, basis, missing, isUntested, calls, says: `${says}${untested}` };
}

export interface VendorReportOptions {
  readonly config: VendorsConfig;
  readonly activity: readonly VendorActivity[];
  readonly now: Date;
}

export function vendorReport(options: VendorReportOptions): VendorLine[] {
  return [
    ...VENDORS.map((descriptor) => lineOf(descriptor, options)),
    ...CONTRACT_VENDORS.map(({ id, name, domains, contractAt, instead }) => ({
      ...{ id, name, domains, state: "contract" as const, basis: null, missing: [], isUntested: false, calls: null },
      says: `${CONTRACT_WORDS} (${contractAt}); meanwhile: ${instead}`,
    })),
  ];
}
