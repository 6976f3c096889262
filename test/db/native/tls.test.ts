/**
 * A server that is not on this machine is spoken to over TLS, verified, or not at all. `0.0.0.0` leads to this
 * machine and is none of its loopback names, so the program treats it as it does any server far away.
 */
import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { connectDatabase } from "../../../db/connect.ts";
import { testFolders } from "../test-folders.ts";
import { type Authority, createAuthority } from "./certificates.ts";
import { Cluster, describeNative, type UrlParts } from "./cluster.ts";

const REMOTE = "0.0.0.0";
const LOGIN = { user: "guarded", password: "s3cret#/", host: REMOTE, database: "postgres" };

interface Session {
  user: string;
  isEncrypted: boolean;
  version: string | null;
}

async function login(url: string): Promise<Session | undefined> {
  const database = await connectDatabase({ databaseUrl: url, ...testFolders(), poolSize: 1, connectTimeoutMs: 5_000 });
  try {
    return await database.migrations.withClient(async (client) => {
      const { rows } = await client.query<Session>(
        'select current_user as user, ssl as "isEncrypted", version from pg_stat_ssl where pid = pg_backend_pid()',
      );
      return rows[0];
    });
  } finally {
    await database.close();
  }
}

describeNative("a server far away", () => {
  let authority: Authority;
  let cluster: Cluster;
  const at = (parts: UrlParts = {}): string => cluster.url({ ...LOGIN, ...parts });

  beforeAll(async () => {
    authority = createAuthority();
    const { cert, key } = authority.sign("server", [`IP:${REMOTE}`, "DNS:db.example.com"]);
    const files = { ssl_cert_file: `'${cert}'`, ssl_key_file: `'${key}'`, ssl_ca_file: `'${authority.ca}'` };
    cluster = await Cluster.start({
      settings: { ssl: "on", ...files },
      hba: [
        "hostnossl all guarded all reject",
        "hostssl all guarded all scram-sha-256",
        "hostssl all certified all cert clientcert=verify-full",
      ],
    });
    await cluster.admin(`create role guarded login password '${LOGIN.password}'; create role certified login`);
  });
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]();
    authority[Symbol.dispose]();
  });
  afterEach(() => vi.unstubAllEnvs());

  test("is trusted when an authority that the URL names has signed for it", async () => {
    const session = await login(at({ params: { sslrootcert: authority.ca } }));
    expect(session).toEqual({ user: "guarded", isEncrypted: true, version: "TLSv1.3" });
  });

  test.each([{}, { sslmode: "require" }, { sslmode: "verify-ca" }, { sslmode: "prefer" }])(
    "is refused when nobody known has signed for it (%o)",
    async (params) => {
      const refused = login(at({ params }));
      await expect(refused).rejects.toMatchObject({
        code: "database_unavailable",
        message: /certificate.*sslrootcert=/,
      });
    },
  );

  test("is refused when another authority has signed for it", async () => {
    using other = createAuthority();
    const refused = login(at({ params: { sslrootcert: other.ca } }));
    await expect(refused).rejects.toMatchObject({ code: "database_unavailable", message: /certificate/ });
  });

  test("is refused under a name that its certificate does not bear", async () => {
    const refused = login(at({ host: "127.0.0.1", params: { sslmode: "verify-full", sslrootcert: authority.ca } }));
    await expect(refused).rejects.toMatchObject({ code: "database_unavailable", message: /altnames/ });
  });

  test("is taken as it comes with no-verify, still encrypted, and without TLS only with disable", async () => {
    expect(await login(at({ params: { sslmode: "no-verify" } }))).toMatchObject({ isEncrypted: true });
    const plain = { user: "postgres", password: undefined };
    expect(await login(at({ ...plain, params: { sslmode: "disable" } }))).toMatchObject({ isEncrypted: false });
    const refused = login(at({ params: { sslmode: "disable" } }));
    await expect(refused).rejects.toMatchObject({
      code: "database_unavailable",
      message: /refused the login.*rejects/,
    });
  });

  test("is not trusted any sooner for what the environment says", async () => {
    vi.stubEnv("PGSSLMODE", "no-verify");
    await expect(login(at())).rejects.toMatchObject({ message: /certificate.*sslrootcert=/ });
    vi.stubEnv("PGSSLMODE", "disable");
    await expect(login(at())).rejects.toMatchObject({ message: /certificate.*sslrootcert=/ });
  });

  test("lets in who shows a certificate of their own", async () => {
    const { cert, key } = authority.sign("certified");
    const params = { sslrootcert: authority.ca, sslcert: cert, sslkey: key };
    const session = await login(at({ user: "certified", password: undefined, params }));
    expect(session).toMatchObject({ user: "certified", isEncrypted: true });
    const nobody = login(at({ user: "certified", password: undefined, params: { sslrootcert: authority.ca } }));
    await expect(nobody).rejects.toMatchObject({ message: /refused the login.*certificate/ });
  });

  test("says in its own words that a password is wrong, and not which it was", async () => {
    const refused = login(at({ password: "wr0ng", params: { sslrootcert: authority.ca } }));
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: /password authentication failed.*DATABASE_URL/,
      details: { sqlstate: "28P01" },
    });
    expect(String(error)).not.toMatch(/wr0ng|s3cret/);
  });
});

describeNative("a server without TLS", () => {
  test("that is far away hears the question for TLS and not a word more", async () => {
    const heard: Buffer[] = [];
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.on("data", (piece) => {
        heard.push(piece);
        socket.write("N");
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const refused = login(`postgres://u:s3cret@${REMOTE}:${port}/trips`);
    await expect(refused).rejects.toMatchObject({ code: "database_unavailable", message: /does not support SSL/ });
    server.close();
    // SSLRequest: its length, and 1234.5679.
    expect(Buffer.concat(heard).toString("hex")).toBe("0000000804d2162f");
  });

  test("on this machine is spoken to as it is, whatever the environment asks for", async () => {
    await using cluster = await Cluster.start();
    vi.stubEnv("PGSSLMODE", "require");
    expect(await login(cluster.url())).toMatchObject({ isEncrypted: false });
    vi.unstubAllEnvs();
    const asked = login(cluster.url({ params: { sslmode: "require" } }));
    await expect(asked).rejects.toMatchObject({ message: /does not support SSL/ });
  });
});
