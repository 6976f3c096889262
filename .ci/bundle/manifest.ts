/** The bundle's `manifest.json`: how a desktop app shows the program and starts it. */
import type { Tool } from "../../tools/tool.ts";
import type { PackageFacts } from "./package-facts.ts";

export function bundleManifest(facts: PackageFacts, tools: readonly Tool[]): object {
  const entry = facts.bin.tripwright;
  return {
    manifest_version: "0.3",
    name: facts.name,
    display_name: "Tripwright",
    version: facts.version,
    description: facts.description,
    author: { name: "The Tripwright authors" },
    license: facts.license,
    server: {
      type: "node",
      entry_point: entry,
      mcp_config: { command: "node", args: [`\${__dirname}/${entry}`, "mcp"] },
    },
    tools: tools.map(({ name, description }) => ({ name, description })),
    // The built-in database is served on a unix socket.
    compatibility: { platforms: ["darwin", "linux"], runtimes: { node: facts.engines.node } },
  };
}
