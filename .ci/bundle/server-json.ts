/** `server.json`: how the MCP registry tells clients where the program is and how it starts. */
import type { Tool } from "../../tools/tool.ts";
import { TripwrightError } from "../../trip/errors.ts";
import type { PackageFacts } from "./package-facts.ts";

const SCHEMA = "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json";
/** The registry keeps what publishers add under this key. */
const PUBLISHER = "io.modelcontextprotocol.registry/publisher-provided";
const NAME = /^[a-zA-Z0-9.-]+\/tripwright$/;
/** The registry's limit. */
const MOST_DESCRIPTION = 100;

const VARIABLES = [
  { name: "DATABASE_URL", description: "A PostgreSQL server to use instead of the built-in one", isSecret: true },
  { name: "TRIPWRIGHT_HOME", description: "Where the built-in database keeps its files", format: "filepath" },
] as const;

/** What the registry needs besides package.json. */
export interface Published {
  /** `io.github.NAME/tripwright`, unless package.json has it as `mcpName`. */
  name?: string | undefined;
  /** Where the bundle can be downloaded, and what it hashes to. */
  bundle?: { url: string; sha256: string } | undefined;
}

export function serverJson(facts: PackageFacts, tools: readonly Tool[], { name, bundle }: Published): object {
  const { version, mcpName } = facts;
  const published = name ?? mcpName;
  if (published === undefined || !NAME.test(published)) {
    const message = `Expected the name under which the registry will list it, a namespace of yours and "/tripwright", got ${published ?? "none"}. Give it as --name io.github.you/tripwright, or as "mcpName" in package.json.`;
    throw new TripwrightError("invalid_input", message);
  }
  const stdio = { transport: { type: "stdio" }, environmentVariables: VARIABLES };
  return {
    $schema: SCHEMA,
    name: published,
    title: "Tripwright",
    description: inShort(facts.description),
    version,
    packages: [
      {
        ...{ registryType: "npm", identifier: facts.name, version, runtimeHint: "npx" },
        packageArguments: [{ type: "positional", value: "mcp" }],
        ...stdio,
      },
      ...(bundle ? [{ registryType: "mcpb", identifier: bundle.url, fileSha256: bundle.sha256, ...stdio }] : []),
    ],
    _meta: { [PUBLISHER]: { tools: tools.map((tool) => tool.name) } },
  };
}

/** Its first words up to a mark, where all of it would be too long. */
function inShort(text: string): string {
  return text.length <= MOST_DESCRIPTION ? text : (text.split(/[:.;]/)[0] ?? "").slice(0, MOST_DESCRIPTION);
}
