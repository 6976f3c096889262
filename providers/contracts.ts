/**
 * Vendors that only their partners can ask, and that nobody here is a partner of: named so that whoever looks for them
 * finds out why they are not used, and what leads to them all the same.
 */
import type { Descriptor } from "./kernel/descriptor.ts";

export type ContractVendor = Pick<Descriptor, "id" | "name" | "domains"> & {
  /** Where a contract is asked for. */
  readonly contractAt: string;
  /** What to use in its place. */
  readonly instead: string;
};

export const CONTRACT_VENDORS: readonly ContractVendor[] = [
  {
    id: "booking-demand",
    name: "Booking.com Demand API",
    domains: ["stays"],
    contractAt: "developers.booking.com/demand, for managed affiliate partners",
    instead: "search links to Booking.com",
  },
  {
    id: "expedia-rapid",
    name: "Expedia Rapid",
    domains: ["stays"],
    contractAt: "developers.expediagroup.com/rapid, with a commercial agreement",
    instead: "LiteAPI or trivago",
  },
  {
    id: "tripadvisor-terra",
    name: "Tripadvisor Terra",
    domains: ["places"],
    contractAt: "terra.tripadvisor.com, with an allowlist of places and no use by language models",
    instead: "search links to Tripadvisor",
  },
];
