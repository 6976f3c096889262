/** What went wrong outside a tool's call, as the protocol has it: one clear line to a client, no word of our insides. */
import { ProtocolError, ProtocolErrorCode, ResourceNotFoundError } from "@modelcontextprotocol/server";
import { ERROR_CODES, type ErrorCode, TripwrightError } from "../trip/errors.ts";
import type { Identity } from "../trip/ports.ts";
import type { McpParts } from "./parts.ts";

const NOT_THERE: ReadonlySet<ErrorCode> = new Set(["trip_not_found", "itinerary_not_found", "city_not_found"]);

function protocolErrorOf(error: TripwrightError, uri: string | null): ProtocolError {
  const { code, message } = error;
  if (uri !== null && NOT_THERE.has(code)) return new ResourceNotFoundError(uri, message);
  const { blame } = ERROR_CODES[code];
  const isOurs = blame === "us" || blame === "provider";
  return new ProtocolError(isOurs ? ProtocolErrorCode.InternalError : ProtocolErrorCode.InvalidParams, message, {
    code,
  });
}

/** `uri` is that of the resource asked for, where one was. */
export async function answered<Result>(
  parts: Pick<McpParts, "onError">,
  uri: string | null,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (error instanceof TripwrightError) throw protocolErrorOf(error, uri);
    parts.onError(error);
    throw new ProtocolError(ProtocolErrorCode.InternalError, "Something went wrong on our side. Try again later.");
  }
}

export function requireRead({ scopes }: Identity, what: string): void {
  if (scopes.has("read")) return;
  const has = [...scopes].join(", ") || "none";
  const message = `Reading ${what} needs the scope "read", and the token has ${has}.`;
  throw new TripwrightError("not_allowed", message, { scope: "read" });
}
