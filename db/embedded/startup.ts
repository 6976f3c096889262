/**
 * The untyped messages that open a connection, and our own one: a status request, by which `doctor`
 * and a starting client learn how the host is doing without waiting in the queue for the engine.
 */
import { randomInt } from "node:crypto";
import { fatalError, int32, message, readyForQuery, strings } from "./wire-frames.ts";

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
/** "TRIP": no protocol version and none of PostgreSQL's request codes. */
const STATUS_REQUEST = 0x54524950;
const PROTOCOL_MAJOR = 3;

/**
 * A client that sends this as its start-up options gets a session as on a real server: SET, temporary
 * tables and named statements last, and everybody else waits until it has gone.
 */
export const KEEP_TURN_OPTIONS = "-c tripwright.keep_turn=on";

export const STATUS_REQUEST_BYTES: Buffer = Buffer.concat([int32(8), int32(STATUS_REQUEST)]);

export type StartupAnswer =
  | { readonly kind: "reply"; readonly bytes: Buffer }
  | { readonly kind: "close"; readonly bytes: Buffer }
  | { readonly kind: "open"; readonly keepsTurn: boolean; readonly welcome: (serverVersion: string) => Buffer };

export function answerStartup(packet: Buffer, status: () => unknown): StartupAnswer {
  const code = packet.length >= 8 ? packet.readInt32BE(4) : 0;
  if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: "reply", bytes: Buffer.from("N") };
  if (code === STATUS_REQUEST) return { kind: "close", bytes: Buffer.from(JSON.stringify(status())) };
  if (code >> 16 === PROTOCOL_MAJOR) {
    return { kind: "open", keepsTurn: packet.includes(KEEP_TURN_OPTIONS), welcome };
  }
  // Statements of the built-in engine cannot be interrupted, so a cancel request has nothing to do.
  if (code === CANCEL_REQUEST) return { kind: "close", bytes: Buffer.alloc(0) };
  const text = `Expected PostgreSQL protocol ${PROTOCOL_MAJOR}; got startup code ${code}.`;
  return { kind: "close", bytes: fatalError("08P01", text) };
}

/** Anybody who can open the socket is the superuser: the folder it stands in is the password. */
function welcome(serverVersion: string): Buffer {
  const parameters: Record<string, string> = {
    server_version: serverVersion,
    server_encoding: "UTF8",
    client_encoding: "UTF8",
    DateStyle: "ISO, MDY",
    IntervalStyle: "postgres",
    TimeZone: "UTC",
    integer_datetimes: "on",
    standard_conforming_strings: "on",
    is_superuser: "on",
    session_authorization: "postgres",
  };
  return Buffer.concat([
    message("R", int32(0)),
    ...Object.entries(parameters).map(([name, value]) => message("S", strings(name, value))),
    message("K", Buffer.concat([int32(process.pid), int32(randomInt(2 ** 31))])),
    readyForQuery("I"),
  ]);
}
