/**
 * How adapters speak to their vendor: a question in, a checked value out. Everything that every vendor needs happens in
 * between, once: where it may lead, how often, how long, what a refusal means, whether to ask again, and the record.
 */
import type { z } from "zod";
import type { VendorScope } from "../../trip/vendor-ports.ts";

type Scalar = string | number | boolean;

export interface VendorRequest<Value> {
  readonly method: "GET" | "POST" | "DELETE";
  /** Appended to the vendor's address; its changing parts encoded. */
  readonly path: string;
  /** How the call is named in logs; to be given where ids or names stand in the path. */
  readonly endpoint?: string;
  /** A list is the same name several times; what is `null` or `undefined` is left out. */
  readonly query?: Readonly<Record<string, Scalar | readonly Scalar[] | null | undefined>>;
  /** Beside those that let us in, and instead of ours: `accept`. Never a secret of the operator's. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** The narrow part that we read; all else is dropped here. */
  readonly schema: z.ZodType<Value>;
  readonly scope: VendorScope;
  /** JSON unless given: what to make of the answer before the schema. Throws for what is no answer. */
  readonly read?: (text: string, headers: Headers) => unknown;
  /** For an answer without a body (204). */
  readonly whenEmpty?: Value;
  /** A shorter time than the vendor's usual one, where the vendor was told it too. */
  readonly timeoutMs?: number;
  /** What equal questions have in common where their bodies differ, by an id that is made anew: instead of the body. */
  readonly sharedAs?: string;
  /** Asking twice changes nothing: searches, whatever their method, and so unless given. `false` for what is done once. */
  readonly isRepeatable?: boolean;
}

export interface VendorHttp {
  /** Throws `VendorError`, and the signal's reason when the caller gave up. */
  request<Value>(asked: VendorRequest<Value>): Promise<Value>;
}
