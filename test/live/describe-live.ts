/**
 * One question to the live service, for somebody who has a key: `LIVE_DUFFEL=1 DUFFEL_ACCESS_TOKEN=… npm test --
 * test/live`. Everybody else sees one skipped line. It costs what the vendor charges for a call.
 */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addressOf } from "../../providers/kernel/create-vendor-http.ts";
import type { Descriptor, VendorPorts } from "../../providers/kernel/descriptor.ts";
import { openVendors, standingOf } from "../../providers/open-vendors.ts";
import type { VendorScope } from "../../trip/vendor-ports.ts";
import { letThrough } from "../network-guard.ts";
import { airportZone } from "../providers/conformance/airport-zones.ts";

export interface LiveQuestion {
  /** "finds flights from Vienna to Lisbon". */
  readonly says: string;
  ask(ports: VendorPorts, scope: VendorScope): Promise<unknown>;
  /** Fails where the answer cannot be right. */
  holds(answer: unknown): void;
}

export function liveVariable({ id }: Descriptor): string {
  return `LIVE_${id.toUpperCase().replaceAll("-", "_")}`;
}

export function describeLive(descriptor: Descriptor, questions: readonly LiveQuestion[]): void {
  const variable = liveVariable(descriptor);
  if (process.env[variable] !== "1") {
    test.skip(`${descriptor.name}, live: set ${variable}=1 and its settings to ask the real service`);
    return;
  }
  describe(`${descriptor.name}, live`, () => {
    const own = [...descriptor.settings.map((setting) => setting.variable), descriptor.address.variable];
    const settings = Object.fromEntries(own.map((name) => [name, process.env[name]?.trim() || undefined]));
    const optedIn = new Set([descriptor.id]);

    beforeEach(() => {
      const address = addressOf(descriptor, settings);
      if (address !== null) letThrough(address.hostname);
    });

    test.for(questions)("$says", async ({ ask, holds }, { signal }) => {
      expect(standingOf(descriptor, { settings, optedIn })).toMatchObject({ state: "ready", missing: [] });
      const options = { vendors: [descriptor], settings, optedIn, airportZone, newId: randomUUID };
      const [opened] = openVendors({ ...options, now: () => new Date() });
      if (opened === undefined) throw new Error(`Expected ${descriptor.name} to open`);
      holds(await ask(opened.ports, { signal, userId: null, runId: null }));
    });
  });
}
