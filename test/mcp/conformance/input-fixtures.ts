/**
 * The suite's tools and the prompt that ask back before they answer. They are written as the product does it: the
 * answer says what is required, and the same call comes again with it, to whichever process.
 */
import {
  acceptedContent,
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  type InputRequests,
  type InputRequiredResult,
  inputRequired,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { text } from "./content-fixtures.ts";

type Answer = CallToolResult | InputRequiredResult;
type Responses = ServerContext["mcpReq"]["inputResponses"];

/** What goes out with a question and comes back with its answer; nobody but this process can have written it. */
export const requestState = createRequestStateCodec<{ round: number; name?: string }>({
  key: crypto.getRandomValues(new Uint8Array(32)),
});

const asking = (message: string, key: string, isYesOrNo = false): InputRequests[string] => {
  const properties = isYesOrNo ? { [key]: { type: "boolean" as const } } : { [key]: { type: "string" as const } };
  return inputRequired.elicit({ message, requestedSchema: { type: "object", properties, required: [key] } });
};
const sampling = (question: string): InputRequests[string] =>
  inputRequired.createMessage({
    messages: [{ role: "user", content: { type: "text", text: question } }],
    maxTokens: 100,
  });
const askName = (): InputRequests[string] => asking("What is your name?", "name");

const done = (said: string): CallToolResult => ({ content: [text(said)] });
const accepted = (responses: Responses, request: string, key: string): unknown =>
  acceptedContent<Record<string, unknown>>(responses, request)?.[key];

const sampled = z.object({ content: z.object({ text: z.string() }) });
const listed = z.object({ roots: z.array(z.object({ uri: z.string() })) });

const capable = z.object({
  [CLIENT_CAPABILITIES_META_KEY]: z.object({
    elicitation: z.object({}).optional(),
    sampling: z.object({}).optional(),
    roots: z.object({}).optional(),
  }),
});

type Fixture = (mcpReq: ServerContext["mcpReq"]) => Answer | Promise<Answer>;

function namedBySomebody({ inputResponses }: ServerContext["mcpReq"]): Answer {
  const name = accepted(inputResponses, "user_name", "name");
  if (typeof name === "string") return done(`Hello, ${name}!`);
  return inputRequired({ inputRequests: { user_name: askName() } });
}

const fromModel =
  (key: string, question: string): Fixture =>
  ({ inputResponses }) => {
    const answer = sampled.safeParse(inputResponses?.[key]);
    if (answer.success) return done(`Sampling response: ${answer.data.content.text}`);
    return inputRequired({ inputRequests: { [key]: sampling(question) } });
  };

function rootsOfClient({ inputResponses }: ServerContext["mcpReq"]): Answer {
  const answer = listed.safeParse(inputResponses?.client_roots);
  if (answer.success) return done(`Roots: ${answer.data.roots.map(({ uri }) => uri).join(", ")}`);
  return inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
}

async function confirmedWithState({ inputResponses, ...mcpReq }: ServerContext["mcpReq"]): Promise<Answer> {
  if (accepted(inputResponses, "confirm", "ok") !== undefined) {
    if (mcpReq.requestState() !== undefined) return done("state-ok");
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, "Expected the requestState of the question, got none.");
  }
  return inputRequired({
    inputRequests: { confirm: asking("Please confirm", "ok", true) },
    requestState: await requestState.mint({ round: 1 }),
  });
}

async function threeAtOnce({ inputResponses }: ServerContext["mcpReq"]): Promise<Answer> {
  const name = accepted(inputResponses, "user_name", "name");
  const greeting = sampled.safeParse(inputResponses?.greeting);
  const roots = listed.safeParse(inputResponses?.client_roots);
  if (typeof name === "string" && greeting.success && roots.success) {
    return done(`${greeting.data.content.text} ${name}, of ${roots.data.roots.length} roots`);
  }
  return inputRequired({
    inputRequests: {
      user_name: askName(),
      greeting: sampling("Generate a greeting"),
      client_roots: inputRequired.listRoots(),
    },
    requestState: await requestState.mint({ round: 1 }),
  });
}

async function inTwoRounds(mcpReq: ServerContext["mcpReq"]): Promise<Answer> {
  const state = mcpReq.requestState<{ round: number; name?: string }>();
  if (state === undefined) {
    return inputRequired({
      inputRequests: { step1: asking("Step 1: What is your name?", "name") },
      requestState: await requestState.mint({ round: 1 }),
    });
  }
  if (state.round === 1) {
    return inputRequired({
      inputRequests: { step2: asking("Step 2: What is your favorite color?", "color") },
      requestState: await requestState.mint({
        round: 2,
        name: String(accepted(mcpReq.inputResponses, "step1", "name")),
      }),
    });
  }
  return done(`${state.name} likes ${String(accepted(mcpReq.inputResponses, "step2", "color"))}`);
}

/** Asks only for what the client said it can do. */
function asFarAsDeclared({ inputResponses, envelope }: ServerContext["mcpReq"]): Answer {
  if (inputResponses !== undefined) return done("All that was asked for has come.");
  const can = capable.parse(envelope)[CLIENT_CAPABILITIES_META_KEY];
  const inputRequests: InputRequests = {
    ...(can.elicitation && { user_name: askName() }),
    ...(can.sampling && { greeting: sampling("Generate a greeting") }),
    ...(can.roots && { client_roots: inputRequired.listRoots() }),
  };
  return Object.keys(inputRequests).length > 0 ? inputRequired({ inputRequests }) : done("Nobody can be asked.");
}

const FIXTURES: Readonly<Record<string, Fixture>> = {
  test_missing_capability: fromModel("answer", "Reply with the single word: pong"),
  test_input_required_result_elicitation: namedBySomebody,
  test_input_required_result_sampling: fromModel("capital_question", "What is the capital of France?"),
  test_input_required_result_list_roots: rootsOfClient,
  test_input_required_result_request_state: confirmedWithState,
  test_input_required_result_tampered_state: confirmedWithState,
  test_input_required_result_multiple_inputs: threeAtOnce,
  test_input_required_result_multi_round: inTwoRounds,
  test_input_required_result_capabilities: asFarAsDeclared,
};

export function addInputFixtures(server: McpServer): void {
  for (const [name, fixture] of Object.entries(FIXTURES)) {
    server.registerTool(name, { description: "asks back", inputSchema: z.object({}) }, (_args, { mcpReq }) =>
      fixture(mcpReq),
    );
  }
}
