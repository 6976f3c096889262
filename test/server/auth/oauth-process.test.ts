/** An authorization server as somebody configures it: `doctor` asks it, `serve` starts with it, one that is away is named. */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openIssuer, type TestIssuer } from "../../providers/sign-in/issuer.ts";
import { freePort, openTestServer, send } from "../http/http-for-tests.ts";
import { messageOf } from "../http/oauth-servers.ts";
import { runCli, startCli } from "../run-cli.ts";

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await openIssuer();
  await issuer.addKey("one");
});
afterAll(() => issuer?.[Symbol.asyncDispose]());

const findingIn = (stdout: string): { state: string; says: string } =>
  JSON.parse(stdout).findings.find(({ name }: { name: string }) => name === "sign-in");

test("doctor asks it, and says what is wrong when it does not answer", async () => {
  const environment = { TRIPWRIGHT_OAUTH_ISSUER: issuer.issuer, TRIPWRIGHT_PUBLIC_URL: "https://trips.example.org" };
  const asked = await runCli(["doctor", "--json"], environment);
  expect(findingIn(asked.stdout)).toEqual({
    ...{ name: "sign-in", state: "ok" },
    says: `${issuer.issuer} answers, with 1 key; tokens for https://trips.example.org/mcp with tripwright:read, tripwright:plan, tripwright:write are good`,
  });
  issuer.fault = "down";
  const away = await runCli(["doctor"], environment).finally(() => {
    issuer.fault = null;
  });
  expect(away.status).toBe(1);
  expect(away.stdout).toMatch(/^✗ sign-in .*cannot be asked about tokens now \(it answered with an error\)/m);
}, 240_000);

test("serve starts with it alone, asks everybody for a token, and says of whom", async () => {
  const port = String(await freePort());
  const environment = { TRIPWRIGHT_AUTH: "oauth", TRIPWRIGHT_OAUTH_ISSUER: issuer.issuer };
  const child = startCli(["serve", "--port", port], environment);
  try {
    child.stderr?.resume();
    if (!child.stdout) throw new Error("the child has no streams");
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      if (line.startsWith("Ctrl-C")) break;
    }
    expect(said.join("\n")).toContain(`Tokens of ${issuer.issuer} are good`);
    expect((await send(Number(port), "/api/trips")).status).toBe(401);
    const refused = await send(Number(port), "/mcp", messageOf("tools/list"));
    expect(refused.headers["www-authenticate"]).toContain(
      `resource_metadata="http://127.0.0.1:${port}/.well-known/oauth-protected-resource/mcp"`,
    );
    const metadata = await send(Number(port), "/.well-known/oauth-protected-resource/mcp");
    expect(metadata.json).toMatchObject({
      authorization_servers: [issuer.issuer],
      resource: `http://127.0.0.1:${port}/mcp`,
    });
  } finally {
    child.kill("SIGINT");
    await once(child, "close");
  }
}, 120_000);

test("while it is away its tokens wait, ours work, and nobody is told to sign in again", async () => {
  const gone = await openIssuer();
  await gone[Symbol.asyncDispose]();
  const oauth = { issuer: gone.issuer, audience: undefined, scopePrefix: "tripwright:" };
  const server = await openTestServer({ http: { oauth } });
  try {
    const token = await new SignJWT({ sub: "ann" })
      .setProtectedHeader({ alg: "HS256", kid: "x" })
      .sign(new TextEncoder().encode("any secret that is long enough for it"));
    const asymmetric = `${Buffer.from('{"alg":"RS256","kid":"x"}').toString("base64url")}.${token.split(".").slice(1).join(".")}`;
    const answer = await server.call("/mcp", { ...messageOf("tools/list"), token: asymmetric });
    expect(answer.json).toMatchObject({ status: 503, code: "sign_in_unavailable" });
    expect(answer.json.detail).toMatch(/^The authorization server 127\.0\.0\.1:\d+ cannot be asked [^\n]+$/);
    expect(answer.headers["retry-after"]).toMatch(/^\d+$/);
    expect(answer.headers["www-authenticate"]).toBeUndefined();
    expect((await server.call("/mcp", messageOf("tools/list"))).status).toBe(401);
    const { token: own } = await server.tokenFor();
    expect((await server.call("/mcp", { ...messageOf("tools/list"), token: own })).status).toBe(200);
  } finally {
    await server.close();
  }
});
