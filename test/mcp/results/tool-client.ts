/** A real client beside the server in one process, for what tools show of themselves: it holds results to their schemas. */
import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { z } from "zod";
import { createCallKeeper } from "../../../db/stores/call-keeper.ts";
import { createTripChanges } from "../../../db/stores/trip-changes.ts";
import { createTripDirectory } from "../../../db/stores/trip-directory.ts";
import { LOCAL_USER_ID } from "../../../db/stores/users.ts";
import { createMcpServer } from "../../../mcp/create-server.ts";
import type { ToolContext } from "../../../tools/tool.ts";
import { NOW, type ToolWorld } from "../../tools/tool-context.ts";

const answerSchema = z.object({
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional(), uri: z.string().optional() })),
  structuredContent: z.looseObject({
    status: z.string(),
    request: z.record(z.string(), z.unknown()),
    notices: z.array(z.string()),
    error: z
      .object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) })
      .partial()
      .optional(),
  }),
  isError: z.boolean().default(false),
});
export type ToolAnswer = z.infer<typeof answerSchema>;

export const textOf = ({ content }: ToolAnswer): string => content.flatMap(({ text }) => text ?? []).join("\n");
export const linksOf = ({ content }: ToolAnswer): string[] => content.flatMap(({ uri }) => uri ?? []);

export interface ToolClient extends AsyncDisposable {
  client: Client;
  call(name: string, args?: Record<string, unknown>): Promise<ToolAnswer>;
}

/** The client knows the list, so that it refuses a result that does not fit its tool's output schema. */
export async function connectTools(
  { database: { db }, context, recorder }: ToolWorld,
  over?: Partial<ToolContext>,
): Promise<ToolClient> {
  const application = {
    ...{ toolContext: { ...context, ...over }, recorder },
    calls: createCallKeeper({ db, userId: LOCAL_USER_ID, now: () => NOW }),
    changes: createTripChanges({ db, userId: LOCAL_USER_ID }),
    directory: createTripDirectory({ db, userId: LOCAL_USER_ID }),
  };
  const onError = (error: unknown): void => {
    throw error;
  };
  const parts = { version: "0.0.0", actFor: async () => application, onError };
  const server = createMcpServer(parts, { userId: LOCAL_USER_ID, scopes: new Set(["read", "plan", "write"]) });
  const client = new Client({ name: "tests", version: "1.0.0" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  await client.listTools();
  return {
    client,
    call: async (name, args = {}) => answerSchema.parse(await client.callTool({ name, arguments: args })),
    async [Symbol.asyncDispose]() {
      await client.close();
      await server.close();
    },
  };
}
