/** The two documents of an authorization server on loopback, and everything that can be wrong with them. */
import { once } from "node:events";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

export interface TestIssuer extends AsyncDisposable {
  issuer: string;
  /** Where its metadata stands. */
  place: string;
  /** Said in place of what is true. */
  metadata: Record<string, unknown>;
  keys: JWK[];
  /** `null` while all is well. */
  fault: "down" | "gone" | "redirect" | "page" | "huge" | "silent" | null;
  /** Paths that were asked for, in order. */
  asked: string[];
  /** Publishes a key, and signs with it from then on. */
  addKey(kid: string): Promise<() => Promise<string>>;
}

const JWKS_PATH = "/keys";

export async function openIssuer({
  path = "",
  place = `/.well-known/oauth-authorization-server${path}`,
}: {
  path?: string;
  place?: string;
} = {}): Promise<TestIssuer> {
  const server = createServer((request, response) => {
    const { url = "" } = request;
    issuer.asked.push(url);
    const own = { issuer: issuer.issuer, jwks_uri: `${origin}${JWKS_PATH}`, ...issuer.metadata };
    const documents: Record<string, object> = { [issuer.place]: own, [JWKS_PATH]: { keys: issuer.keys } };
    const json = JSON.stringify(documents[url] ?? {});
    if (issuer.fault === "silent") return;
    if (issuer.fault === "down") response.writeHead(500).end();
    else if (issuer.fault === "gone" || documents[url] === undefined) response.writeHead(404).end();
    else if (issuer.fault === "redirect") response.writeHead(302, { location: `${url}?again` }).end();
    else if (issuer.fault === "page") response.writeHead(200).end("<html>Please wait</html>");
    else if (issuer.fault === "huge") response.writeHead(200).end(`{"x":"${"y".repeat(400_000)}",${json.slice(1)}`);
    else response.writeHead(200, { "content-type": "application/json" }).end(json);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const issuer: TestIssuer = {
    ...{ issuer: `${origin}${path}`, place, metadata: {}, keys: [], fault: null, asked: [] },
    addKey: async (kid) => {
      const { privateKey, publicKey } = await generateKeyPair("ES256");
      issuer.keys.push({ ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" });
      return () => new SignJWT({}).setProtectedHeader({ alg: "ES256", kid }).sign(privateKey);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return issuer;
}
