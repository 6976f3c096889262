/** Stands between a client and the database, to break the stream up or cut it where a test wants. */
import { connect, createServer, type NetConnectOpts, type Socket } from "node:net";

export interface WireProxyOptions {
  readonly target: NetConnectOpts;
  /** Bytes a piece, both ways; as they come unless given. */
  readonly pieceBytes?: number;
  /** Called with what the client sends, before it is passed on; "cut" drops the connection instead. */
  readonly watch?: (piece: Buffer) => "pass" | "cut" | "cut-after";
}

export interface WireProxy extends AsyncDisposable {
  readonly port: number;
}

export async function openWireProxy({ target, pieceBytes, watch }: WireProxyOptions): Promise<WireProxy> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (piece) => {
      const verdict = watch?.(piece) ?? "pass";
      if (verdict === "cut") client.destroy();
      else void send(upstream, piece, pieceBytes).then(() => verdict === "cut-after" && client.destroy());
    });
    upstream.on("data", (piece) => void send(client, piece, pieceBytes));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a TCP port");
  return {
    port: address.port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Pieces go out in order: each socket writes as it is told, and the event loop turns between two. */
const queues = new WeakMap<Socket, Promise<void>>();

function send(to: Socket, bytes: Buffer, pieceBytes = bytes.length): Promise<void> {
  const sent = (queues.get(to) ?? Promise.resolve()).then(async () => {
    for (let offset = 0; offset < bytes.length && !to.destroyed; offset += pieceBytes) {
      to.write(bytes.subarray(offset, offset + pieceBytes));
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  queues.set(to, sent);
  return sent;
}
