/** From bytes that a vendor sent to a value that was agreed on: read, checked, and nothing else kept. */
import type { z } from "zod";
import type { Answer } from "./exchange.ts";
import { VendorError } from "./vendor-error.ts";
import type { VendorRequest } from "./vendor-http.ts";

/** Names that we gave; in a table by name they would be the vendor's words. */
const OUR_NAME = /^[A-Za-z0-9_-]{1,40}$/;

export function readAnswer<Value>(
  provider: string,
  answer: Answer,
  asked: Pick<VendorRequest<Value>, "read" | "schema" | "whenEmpty">,
): Value {
  const { status, text } = answer;
  if (text.trim() === "" && asked.whenEmpty !== undefined) return asked.whenEmpty;
  let parsed: z.ZodSafeParseResult<Value>;
  try {
    parsed = asked.schema.safeParse(asked.read ? asked.read(text, answer.headers) : JSON.parse(text));
  } catch (error) {
    if (error instanceof VendorError) throw error;
    throw new VendorError(provider, "schema", { status, detail: "not readable" });
  }
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  // Where it differs, and never what stands there.
  const path = (issue?.path ?? []).slice(0, 6).map((part) => (OUR_NAME.test(String(part)) ? String(part) : "…"));
  throw new VendorError(provider, "schema", { status, detail: `at ${path.join(".") || "the top"}` });
}
