/**
 * The conformance suite cannot send a bearer token: requests pass through here on their way to `/mcp` and get one.
 * Everything else stays as it came, `Host` and `Origin` too, and what streams streams.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

export interface Relay {
  url: string;
  close(): void;
}

export async function startRelay({ port, token }: { port: number; token: string }): Promise<Relay> {
  const server = createServer((incoming, outgoing) => pass(incoming, outgoing, { port, token }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The relay has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { port, token }: { port: number; token: string },
): void {
  const { method, url: path, headers } = incoming;
  const onward = request(
    {
      ...{ host: "127.0.0.1", port, method, path, agent: false },
      headers: { ...headers, authorization: `Bearer ${token}` },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      answer.pipe(outgoing);
      answer.on("error", () => outgoing.destroy());
    },
  );
  onward.on("error", () => outgoing.destroy());
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
