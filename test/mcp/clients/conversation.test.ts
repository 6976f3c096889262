/** Whole conversations by clients that others wrote, over both transports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOOLS } from "../../../tools/registry.ts";
import { openTestServer, type TestServer } from "../../server/http/http-for-tests.ts";
import { planEditExport } from "./conversation.ts";
import { FRAMEWORK_CLIENTS } from "./framework-clients.ts";
import { documentedProgram, type Place, ROOT } from "./places-to-connect.ts";
import { CLIENTS_WITH_FORMS, SDK_CLIENTS } from "./sdk-clients.ts";

const CLIENTS = [...SDK_CLIENTS, ...CLIENTS_WITH_FORMS, ...FRAMEWORK_CLIENTS];
const NAMES = TOOLS.map(({ name }) => name).sort();

let server: TestServer;
let address: Place;
beforeAll(async () => {
  server = await openTestServer();
  address = { kind: "http", url: `${server.url}/mcp`, token: (await server.tokenFor()).token };
});
afterAll(() => server?.close());

/** Of the conversation in docs/mcp.md. */
function documentedCalls(): string[] {
  const calls = readFileSync(join(ROOT, "docs/mcp.md"), "utf8").matchAll(/^→ (\w+) /gm);
  return [...calls].map(([, tool = ""]) => tool);
}

const places = { stdio: (): Place => documentedProgram(), http: (): Place => address };

describe.each(["stdio", "http"] as const)("over %s", (transport) => {
  test.each(CLIENTS)("$name plans, edits, exports", { timeout: 240_000 }, async ({ connect, elicits }) => {
    const place = places[transport]();
    const assistant = await connect(place);
    try {
      expect((await assistant.toolNames()).sort()).toEqual(NAMES);
      const isAsked = elicits?.(place) ?? false;
      const exchanges = await planEditExport(assistant, { elicits: isAsked });
      if (isAsked) return;
      const made = exchanges.map(({ tool }) => tool);
      // In this order, with others between them.
      const shown = documentedCalls();
      expect(shown.filter((tool) => made.splice(0, made.indexOf(tool) + 1).includes(tool))).toEqual(shown);
    } finally {
      await assistant.close();
    }
  });
});
