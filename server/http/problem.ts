/**
 * Every refusal and every failure as one document: problem+json (RFC 9457), with the error's code beside the status.
 * What is not ours to explain is told without its text, which may hold secrets.
 */

import { STATUS_CODES } from "node:http";
import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ERROR_CODES, TripwrightError } from "../../trip/errors.ts";
import { HTTP_STATUS } from "./http-status.ts";
import type { HttpContext } from "./parts.ts";

export const PROBLEM_TYPE = "application/problem+json";

export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("what was expected, what came, what to do next"),
    instance: z.string().describe("the path that was asked for"),
    code: z.string().describe("what went wrong, for programs"),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("what is wrong with the request, part by part"),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof problemSchema>;

export interface ProblemParts {
  status: ContentfulStatusCode;
  code: string;
  detail: string;
  errors?: Problem["errors"];
  details?: Record<string, unknown>;
  headers?: Record<string, string>;
}

export function problemResponse(c: HttpContext, { headers = {}, ...parts }: ProblemParts): Response {
  const problem: Problem = {
    type: "about:blank",
    title: STATUS_CODES[parts.status] ?? "Error",
    instance: c.req.path,
    requestId: c.var.requestId,
    ...parts,
  };
  return c.body(JSON.stringify(problem), parts.status, { "content-type": PROBLEM_TYPE, ...headers });
}

/** Codes of what HTTP itself refuses. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: "malformed_request",
  404: "not_found",
  405: "method_not_allowed",
  413: "too_large",
  415: "unsupported_media_type",
  504: "timed_out",
};

const INTERNAL: ProblemParts = {
  status: 500,
  code: "internal",
  detail: "Something inside Tripwright went wrong. The log of the server has it under this request's id.",
};

const RETRY_AFTER_SECONDS = "5";

export function problemOf(error: unknown): ProblemParts {
  if (error instanceof HTTPException) {
    const { status, message } = error;
    return { status: status as ContentfulStatusCode, code: CODE_OF_STATUS[status] ?? "http_error", detail: message };
  }
  if (!(error instanceof TripwrightError) || error.code === "internal") return INTERNAL;
  const { code, message, details } = error;
  const status = HTTP_STATUS[code];
  return {
    status,
    code,
    detail: message,
    // What concerns our own house is in its words already.
    ...(ERROR_CODES[code].blame === "caller" && { details }),
    headers: {
      ...((status === 503 || status === 429) && { "retry-after": RETRY_AFTER_SECONDS }),
    },
  };
}

/** For the responses of a route: whatever goes wrong comes in this form. */
export const problemResponses = {
  default: {
    description: "Why it could not be done",
    content: { [PROBLEM_TYPE]: { schema: problemSchema } },
  },
} as const;

const PART_NAMES: Readonly<Record<string, string>> = { json: "body", param: "path" };

/** What `app.openapi` calls when a request does not keep to the schemas of its route. */
export function invalidRequest(
  checked: { target: string } & ({ success: true } | { success: false; error: z.core.$ZodError }),
  c: HttpContext,
): Response | undefined {
  if (checked.success) return undefined;
  const part = PART_NAMES[checked.target] ?? checked.target;
  const errors = checked.error.issues.map(({ path, message }) => ({ path: [part, ...path].join("."), message }));
  const said = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  return problemResponse(c, {
    status: part === "body" ? 422 : 400,
    code: "invalid_input",
    detail: `The request could not be used. ${said}.`.slice(0, 2_000),
    errors: errors.slice(0, 50),
  });
}
