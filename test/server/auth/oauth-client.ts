/** The official client signed in at an authorization server, as a chat assistant signs its person in. */
import {
  Client,
  type OAuthClientMetadata,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import type { TestAuthorizationServer } from "./authorization-server.ts";

/** Keeps in memory what a real one keeps for its person. */
export class RememberingProvider implements OAuthClientProvider {
  readonly redirectUrl = "http://127.0.0.1:1/callback";
  readonly clientMetadata: OAuthClientMetadata = {
    ...{ client_name: "An assistant", redirect_uris: [this.redirectUrl], application_type: "native" },
    ...{ grant_types: ["authorization_code", "refresh_token"], response_types: ["code"] },
    token_endpoint_auth_method: "none",
  };
  client: StoredOAuthClientInformation | undefined;
  kept: StoredOAuthTokens | undefined;
  /** Where the person has been sent, in order. */
  readonly sentTo: URL[] = [];
  #verifier = "";
  #discovered: OAuthDiscoveryState | undefined;

  state(): string {
    return "of this test";
  }
  clientInformation(): StoredOAuthClientInformation | undefined {
    return this.client;
  }
  saveClientInformation(client: StoredOAuthClientInformation): void {
    this.client = client;
  }
  tokens(): StoredOAuthTokens | undefined {
    return this.kept;
  }
  saveTokens(tokens: StoredOAuthTokens): void {
    this.kept = tokens;
  }
  redirectToAuthorization(url: URL): void {
    this.sentTo.push(url);
  }
  saveCodeVerifier(verifier: string): void {
    this.#verifier = verifier;
  }
  codeVerifier(): string {
    return this.#verifier;
  }
  saveDiscoveryState(state: OAuthDiscoveryState): void {
    this.#discovered = state;
  }
  discoveryState(): OAuthDiscoveryState | undefined {
    return this.#discovered;
  }
}

export const newClient = (): Client =>
  new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });

/** Signs the person in where the server asks for it, and connects. */
export async function connectSignedIn(
  url: string,
  server: TestAuthorizationServer,
  { login, provider = new RememberingProvider() }: { login: string; provider?: RememberingProvider },
): Promise<{ client: Client; provider: RememberingProvider }> {
  const first = new StreamableHTTPClientTransport(new URL(url), { authProvider: provider });
  const refused = await newClient()
    .connect(first)
    .then(
      () => null,
      (error: unknown) => error,
    );
  const asked = provider.sentTo.at(-1);
  if (!asked) throw new Error(`Expected to be sent to sign in, got ${refused}`);
  const callback = await server.signIn(asked, login);
  await first.finishAuth(callback.searchParams);
  const client = newClient();
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { authProvider: provider }));
  return { client, provider };
}
