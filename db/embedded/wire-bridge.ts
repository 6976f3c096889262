/**
 * PostgreSQL's wire protocol in front of an engine that knows only one session. Written here because
 * the package made for it interleaves clients message by message, and can hand one client another
 * one's rows (electric-sql/pglite#1046).
 */
import { createServer, type Server, type Socket } from "node:net";
import type { Engine } from "./engine.ts";
import { type Release, TurnQueue } from "./turn-queue.ts";
import { WireConnection } from "./wire-connection.ts";

export interface WireBridgeOptions {
  /** Clients may connect before the engine is open; they wait. */
  readonly engine: Promise<Engine>;
  readonly idleInTransactionMs: number;
  readonly status: () => unknown;
  /** Called whenever a client has come or gone. */
  readonly onClients: (count: number) => void;
}

export class WireBridge {
  readonly #options: WireBridgeOptions;
  readonly #server: Server;
  readonly #turns = new TurnQueue();
  readonly #connections = new Set<WireConnection>();

  constructor(options: WireBridgeOptions) {
    this.#options = options;
    this.#server = createServer((socket) => this.#welcome(socket));
  }

  get clientCount(): number {
    return [...this.#connections].filter((connection) => connection.isClient).length;
  }

  listen(socketPath: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(socketPath, () => resolve());
    });
  }

  /** For the host's own statements. */
  takeTurn(): Promise<Release> {
    return this.#turns.take();
  }

  /** Takes no new client, lets the running statement finish, tells the rest that the host is going. */
  async close(): Promise<void> {
    this.#server.close();
    const code = "57P01";
    for (const connection of this.#connections) connection.end(code, "The built-in database is shutting down.");
    await this.#turns.take();
  }

  #welcome(socket: Socket): void {
    const connection = new WireConnection(socket, { ...this.#options, turns: this.#turns });
    this.#connections.add(connection);
    const report = (): void => this.#options.onClients(this.clientCount);
    // A client is known by its first message; until then it may be no more than a status request.
    socket.once("data", report);
    socket.once("close", () => {
      this.#connections.delete(connection);
      report();
    });
  }
}
