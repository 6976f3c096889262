/** What an adapter's author says about one vendor, so that the suite can try all the rest of it by itself. */
import type { Descriptor, Settings, VendorPorts } from "../../../providers/kernel/descriptor.ts";
import type { FailureKind, VendorScope } from "../../../trip/vendor-ports.ts";
import type { AskedVendor, Respond, VendorReply } from "./loopback-vendor.ts";

/** One thing that the vendor is asked for. */
export interface VendorOperation {
  readonly name: string;
  call(ports: VendorPorts, scope: VendorScope): Promise<unknown>;
  /** A documented answer, in our own words. Where a call takes several requests, answered by path. */
  readonly answer: VendorReply | Respond;
  /** Every request that was made, in order: method, path, query, headers, body. */
  asks(asked: readonly AskedVendor[]): void;
  /** What becomes of that answer; ids that are made anew are `expect.any(String)`. */
  readonly finds: unknown;
  /** Nothing found: documented, and no failure. */
  readonly empty?: { readonly reply: VendorReply | Respond; readonly finds: unknown };
  /** As the vendor words them, beside HTTP's own statuses. */
  readonly refusals: readonly {
    readonly says: string;
    readonly reply: VendorReply | Respond;
    readonly kind: FailureKind;
  }[];
  /** Answers that are not what was agreed; each is a failure of kind `schema`. */
  readonly drifted: readonly { readonly says: string; readonly reply: VendorReply | Respond }[];
  /** Answers that lie, are odd or hostile, and what becomes of them. */
  readonly odd: readonly { readonly says: string; readonly reply: VendorReply | Respond; readonly finds: unknown }[];
  /** What HTTP's own statuses mean to this one, where it is something else: a kind, or that nothing was found. */
  readonly means?: Readonly<Record<number, FailureKind | "nothing">>;
  /** Done once and never repeated: a token that is handed over, say. */
  readonly isDoneOnce?: true;
  /** Words in the question that are the traveller's own, and stand in no log. */
  readonly ownWords?: readonly string[];
  /** In the vendor's own description, where there is one: folder and file, path and method there. */
  readonly described?: {
    readonly file: string;
    readonly path: string;
    readonly method: string;
    /** Where the description itself is wrong: what differs, and how we know. */
    readonly differs?: Readonly<Record<string, string>>;
  };
}

export interface VendorCase {
  readonly descriptor: Descriptor;
  /** Of all its settings but the address; secrets that a test can look for. */
  readonly settings: Settings;
  readonly operations: readonly VendorOperation[];
}
