/** A vendor that is nothing but its limits, for what is true of every vendor. */

import { z } from "zod";
import { createVendorHttp, type VendorHttpOptions } from "../../../providers/kernel/create-vendor-http.ts";
import type { Descriptor, Limits } from "../../../providers/kernel/descriptor.ts";
import type { VendorHttp, VendorRequest } from "../../../providers/kernel/vendor-http.ts";
import type { VendorScope } from "../../../trip/vendor-ports.ts";

export const SECRET = "hut-secret-4711-abc";

const LIMITS: Limits = {
  ...{ perSecond: 1_000, atOnce: 50, perDay: null, perUserPerDay: null },
  ...{ timeoutMs: 2_000, maxBytes: 10_000 },
};

export function huts(limits: Partial<Limits> = {}, change: Partial<Descriptor> = {}): Descriptor {
  return {
    ...{ id: "huts", name: "Huts", domains: ["stays"], access: "key", attribution: null },
    settings: [{ variable: "HUTS_KEY", isSecret: true, isRequired: true, says: "a key" }],
    address: { standard: null, variable: "HUTS_URL" },
    terms: { contentSeconds: 60, priceSeconds: 60, keepsIds: true, isForModels: false },
    limits: { ...LIMITS, ...limits },
    about: { keyAt: "", costs: "", sends: "", stores: "" },
    authorize: ({ HUTS_KEY = "" }) => ({ authorization: `Bearer ${HUTS_KEY}` }),
    ...change,
  };
}

export function open(url: string, descriptor: Descriptor, options: Partial<VendorHttpOptions> = {}): VendorHttp {
  const settings = { HUTS_URL: url, HUTS_KEY: SECRET };
  return createVendorHttp({ descriptor, settings, firstPauseMs: 1, ...options });
}

export const scopeOf = (change: Partial<VendorScope> = {}): VendorScope => ({
  ...{ signal: new AbortController().signal, userId: null, runId: null },
  ...change,
});

const schema = z.object({ huts: z.array(z.string()) });
export const FOUND = { huts: ["Lone"] };

export function find(http: VendorHttp, change: Partial<VendorRequest<typeof FOUND>> = {}): Promise<typeof FOUND> {
  return http.request({ method: "GET", path: "/huts", schema, scope: scopeOf(), ...change });
}
