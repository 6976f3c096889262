/** What Google's refusals mean: a google.rpc.Status, whose reason says more than HTTP's status does. */
import { z } from "zod";
import type { FailureKind } from "../../trip/vendor-ports.ts";
import type { Answer } from "../kernel/exchange.ts";

const statusSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    details: z
      .array(
        z.object({
          reason: z.string().optional(),
          metadata: z.object({ quota_limit: z.string().optional(), quota_unit: z.string().optional() }).optional(),
        }),
      )
      .catch([])
      .default([]),
  }),
});

const KINDS: Readonly<Record<string, FailureKind>> = {
  UNAUTHENTICATED: "auth",
  PERMISSION_DENIED: "auth",
  INVALID_ARGUMENT: "bad_request",
  FAILED_PRECONDITION: "bad_request",
  OUT_OF_RANGE: "bad_request",
  NOT_FOUND: "not_found",
  RESOURCE_EXHAUSTED: "rate_limited",
  DEADLINE_EXCEEDED: "timeout",
  UNAVAILABLE: "upstream",
  INTERNAL: "upstream",
};

function statusIn(text: string): z.infer<typeof statusSchema>["error"] | null {
  try {
    return statusSchema.safeParse(JSON.parse(text)).data?.error ?? null;
  } catch {
    return null;
  }
}

/** `null` where HTTP's status says it all. */
export function failureIn({ status, text }: Answer): FailureKind | null {
  if (status < 400) return null;
  const said = statusIn(text);
  if (said === null) return null;
  // A wrong key is told as a wrong argument.
  if (said.details.some(({ reason }) => reason?.startsWith("API_KEY_"))) return "auth";
  const kind = KINDS[said.status ?? ""] ?? null;
  const limits = said.details.map(({ metadata }) => metadata?.quota_limit ?? metadata?.quota_unit ?? "");
  return kind === "rate_limited" && limits.some((limit) => /day|\/d\b/i.test(limit)) ? "quota" : kind;
}
