/** Stands between a client and the database and knows their messages, to drop the connection before any one of them. */
import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";
import { FrameReader } from "../../../db/embedded/wire-frames.ts";

export interface PassingFrame {
  readonly from: "client" | "server";
  readonly type: string;
  readonly bytes: Buffer;
  /** Which of the proxy's connections, in the order they were opened. */
  readonly connection: number;
  /** Counted on each connection from 0, both ways, from the server's first ReadyForQuery; negative before it. */
  readonly number: number;
}

export interface CuttingProxy extends AsyncDisposable {
  readonly port: number;
  /** Asked before each message is passed on: `true` drops the connection instead. */
  arm(isCut: (frame: PassingFrame) => boolean): void;
  disarm(): void;
  /** Drops every connection that is open now. */
  dropAll(): void;
}

const READY_FOR_QUERY = "Z";

export async function openCuttingProxy(target: NetConnectOpts): Promise<CuttingProxy> {
  let isCut: (frame: PassingFrame) => boolean = () => false;
  const open = new Set<Socket>();
  let opened = 0;
  const server = createServer((client) => {
    const connection = opened++;
    const upstream = connect(target);
    const drop = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", drop).on("close", () => {
        open.delete(socket);
        drop();
      });
    }
    let seen = 0;
    let readyAt: number | null = null;
    const pass = (from: "client" | "server", type: string, bytes: Buffer, to: Socket): void => {
      const number = readyAt === null ? seen - 1_000 : seen - readyAt;
      seen += 1;
      if (isCut({ from, type, bytes, connection, number })) drop();
      else to.write(bytes);
      if (from === "server" && type === READY_FOR_QUERY) readyAt ??= seen;
    };
    // A client's first message has no type.
    let isTyped = false;
    const said = new FrameReader();
    client.on("data", (piece) => {
      said.push(piece);
      for (let frame = said.next(isTyped); frame !== null && !client.destroyed; frame = said.next(isTyped)) {
        isTyped = true;
        pass("client", frame.type, frame.bytes, upstream);
      }
    });
    const answered = new FrameReader();
    upstream.on("data", (piece) => {
      answered.push(piece);
      for (let frame = answered.next(true); frame !== null && !upstream.destroyed; frame = answered.next(true)) {
        pass("server", frame.type, frame.bytes, client);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a TCP port");
  const dropAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    arm: (next) => {
      isCut = next;
    },
    disarm: () => {
      isCut = () => false;
    },
    dropAll,
    [Symbol.asyncDispose]: async () => {
      dropAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
