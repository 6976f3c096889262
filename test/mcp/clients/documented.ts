/** What the documents tell people to paste: configurations, command lines and code, as they stand there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Address, ANYWHERE, environmentOf, type Place, ROOT } from "./places-to-connect.ts";

export const DOCUMENTS = ["README.md", "docs/mcp.md"] as const;

const programSchema = z.strictObject({
  type: z.literal("stdio").optional(),
  command: z.string(),
  args: z.array(z.string()),
});
const addressSchema = z.strictObject({
  type: z.literal("http").optional(),
  url: z.url(),
  headers: z.strictObject({ Authorization: z.string() }),
});
const entrySchema = z.union([programSchema, addressSchema]);
type Entry = z.infer<typeof entrySchema>;
const serversSchema = z.strictObject({ tripwright: entrySchema });
/** Of Claude, Cursor and most others; and of VS Code, where a type must be said. */
const configurationSchema = z.union([
  z.strictObject({ mcpServers: serversSchema }),
  z.strictObject({
    inputs: z.array(z.looseObject({ id: z.string() })).optional(),
    servers: z.strictObject({ tripwright: entrySchema.and(z.looseObject({ type: z.enum(["stdio", "http"]) })) }),
  }),
]);

export interface Snippet {
  document: string;
  /** The heading it stands under. */
  heading: string;
  text: string;
}

function blocks(document: string, pattern: RegExp): Snippet[] {
  const sections = readFileSync(join(ROOT, document), "utf8").split(/^## /m);
  return sections.flatMap((section) => {
    const heading = section.split("\n", 1)[0] ?? "";
    return [...section.matchAll(pattern)].map(([, text = ""]) => ({ document, heading, text }));
  });
}

const everywhere = (pattern: RegExp): Snippet[] => DOCUMENTS.flatMap((document) => blocks(document, pattern));

export const configurations = (): Snippet[] =>
  everywhere(/^```json\n(.*?)^```$/gms).filter(({ text }) => /"(mcpServers|servers)"/.test(text));
export const commandLines = (): Snippet[] => everywhere(/^ {4}(claude mcp add .+)$/gm);
export const programs = (): Snippet[] => blocks("docs/mcp.md", /^```ts\n(.*?)^```$/gms);

/** The token's place in any client's way of naming a variable. */
const TOKEN = /\$\{?(?:env:|input:)?(?:TRIPWRIGHT_TOKEN|tripwright-token)\}?/;
const PORT_3000 = "http://127.0.0.1:3000/mcp";

/** In this checkout, or at that server. */
function placeOf(entry: Entry, address: Address): Place {
  if ("command" in entry) {
    const args = entry.args.map((argument) => argument.replace(ANYWHERE, ROOT));
    return { kind: "stdio", command: entry.command, args, env: environmentOf() };
  }
  const { url, headers } = entry;
  if (url !== PORT_3000 || !TOKEN.test(headers.Authorization)) throw new Error(`not ours: ${JSON.stringify(entry)}`);
  const [, token] = headers.Authorization.replace(TOKEN, address.token).split("Bearer ");
  return { kind: "http", url: address.url, token: token ?? "" };
}

export function placeOfConfiguration({ text }: Snippet, address: Address): Place {
  const configuration = configurationSchema.parse(JSON.parse(text));
  const { tripwright } = "servers" in configuration ? configuration.servers : configuration.mcpServers;
  return placeOf(tripwright, address);
}

/** `claude mcp add NAME -- COMMAND ARGS…` or `claude mcp add --transport http NAME URL --header "…"`. */
export function placeOfCommandLine({ text }: Snippet, address: Address): Place {
  const [, line] = /^claude mcp add tripwright -- (.+)$/.exec(text) ?? [];
  if (line !== undefined) {
    const [command = "", ...args] = line.split(" ");
    return placeOf({ command, args }, address);
  }
  const [, url, header] =
    /^claude mcp add --transport http tripwright (\S+) --header "Authorization: ([^"]+)"$/.exec(text) ?? [];
  return placeOf(addressSchema.parse({ url, headers: { Authorization: header } }), address);
}

/** The code with its address moved; the token comes from the environment, as it says. */
export function codeFor({ text }: Snippet, { url }: Address): string {
  if (!text.includes(PORT_3000)) throw new Error("the code names no address");
  return text.replaceAll(PORT_3000, url);
}
