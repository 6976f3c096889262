/** The suite's resources, its template, and what can be subscribed to. */
import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { PIXEL } from "./content-fixtures.ts";

const PLAIN = "text/plain";
const STILL = {
  "test://static-text": { mimeType: PLAIN, text: "This is the content of the static text resource." },
  "test://static-binary": { mimeType: "image/png", blob: PIXEL },
  "test://watched-resource": { mimeType: PLAIN, text: "Watched resource content" },
} as const;

export function addResourceFixtures(server: McpServer): void {
  for (const [uri, content] of Object.entries(STILL)) {
    const name = uri.replace("test://", "");
    server.registerResource(name, uri, { description: `a ${name}`, mimeType: content.mimeType }, () => ({
      contents: [{ uri, ...content }],
    }));
  }
  server.registerResource(
    "template",
    new ResourceTemplate("test://template/{id}/data", { list: undefined }),
    { description: "one for each id", mimeType: "application/json" },
    (uri, { id }) => {
      const data = { id, templateTest: true, data: `Data for ID: ${String(id)}` };
      return { contents: [{ uri: uri.toString(), mimeType: "application/json", text: JSON.stringify(data) }] };
    },
  );
  server.server.setRequestHandler("resources/subscribe", () => ({}));
  server.server.setRequestHandler("resources/unsubscribe", () => ({}));
}
