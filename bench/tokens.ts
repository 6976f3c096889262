/**
 * What a plan costs in tokens: recorded conversations through the real graph and the real tools, counted as they go
 * over the wire, and the same plan by a plain tool loop without the scheduler beside it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_LIMITS } from "../agents/limits.ts";
import { chooseModel } from "../agents/models/choose-model.ts";
import { runPlanner } from "../agents/run-planner.ts";
import { stopHost } from "../db/embedded/ensure-host.ts";
import { loadPrompt } from "../prompts/load-prompt.ts";
import { createClock } from "../server/clock.ts";
import { compose } from "../server/compose.ts";
import { loadConfig } from "../server/config.ts";
import { loadRecording, replay } from "../test/agents/recorded-conversation.ts";
import { modelSchemaOf } from "../tools/model-schema.ts";
import { TOOLS } from "../tools/registry.ts";
import { machineLine } from "./machine.ts";
import { tokensIn, tokensOfRequest } from "./tokens/count-tokens.ts";
import { type LongestResult, listTokens, longestResult, PEERS } from "./tokens/mcp-list.ts";
import { plainLoopTokens } from "./tokens/plain-loop.ts";
import { type Exchange, startReplayingService } from "./tokens/replaying-service.ts";

const TARGET = { prefix: 4_000, plan: 12_000, mcpInputs: 4_000, mcpList: 8_000, mcpResult: 6_000 };
const TODAY = "2026-11-22";

const replyTokens = ({ reply }: Exchange): number =>
  tokensIn((reply.text ?? []).join("")) +
  (reply.calls ?? []).reduce((all, { name, args }) => all + tokensIn(name) + tokensIn(args), 0);

/** The whole registry with the system prompt: the most that any call begins with. */
function prefixTokens(): { instructions: number; tools: Record<string, number>; total: number } {
  const instructions = tokensIn(loadPrompt("planner").fill({}));
  const tools = Object.fromEntries(
    TOOLS.map((tool) => {
      const { name, description } = tool;
      return [name, tokensIn({ name, description, parameters: modelSchemaOf(tool) })];
    }),
  );
  return { instructions, tools, total: instructions + Object.values(tools).reduce((all, one) => all + one, 0) };
}

type Figures = ReturnType<typeof figures> & { mcp: { list: ReturnType<typeof listTokens>; longest: LongestResult } };

async function measure(home: string): Promise<Figures> {
  const config = loadConfig({ ...process.env, DATABASE_URL: "", TRIPWRIGHT_HOME: home, TRIPWRIGHT_TODAY: TODAY });
  const application = await compose(config, createClock(TODAY), {
    onProgress: (message) => process.stderr.write(`· ${message}\n`),
  });
  const recording = loadRecording("five-days-in-lisbon");
  const request = recording.turns[0]?.user ?? "";
  await using service = await startReplayingService(replay(recording));
  try {
    const { toolContext, recorder } = application;
    const settings = { choice: "openai:gpt-5", openaiApiKey: "sk-none", openaiBaseUrl: service.baseUrl };
    const { signal } = new AbortController();
    const { outcome } = await runPlanner({
      ...{ request, toolContext, recorder, signal, tools: TOOLS, limits: DEFAULT_LIMITS },
      model: await chooseModel(settings, () => TODAY),
      prompt: loadPrompt("planner"),
      listener: () => {},
    });
    if (outcome.kind !== "planned") throw new Error(`the recorded conversation made no plan: ${outcome.message}`);
    const stored = await toolContext.trips.findItinerary(outcome.tripId, outcome.version);
    if (!stored) throw new Error("the recorded conversation stored no plan");
    const plain = await plainLoopTokens(
      {
        request,
        answer: outcome.answer,
        itinerary: stored.itinerary,
        cityId: stored.trip.destinations[0]?.cityId ?? "",
      },
      { ...toolContext, run: null, signal },
    );
    const longest = await longestResult({ ...toolContext, run: null, signal });
    return { ...figures(service.exchanges, plain), mcp: { list: listTokens(), longest } };
  } finally {
    await application.close();
  }
}

function figures(exchanges: readonly Exchange[], plain: Awaited<ReturnType<typeof plainLoopTokens>>) {
  const calls = exchanges.map((exchange) => {
    const asked = tokensOfRequest(exchange.request);
    const prefix = asked.instructions + asked.tools;
    return { prefix, input: prefix + asked.conversation, output: replyTokens(exchange) };
  });
  const sum = (key: "input" | "output"): number => calls.reduce((all, call) => all + call[key], 0);
  const ours = { calls: calls.length, input: sum("input"), output: sum("output") };
  return {
    prefix: prefixTokens(),
    prefixWhilePlanning: calls[0]?.prefix ?? 0,
    plan: { ...ours, total: ours.input + ours.output, perCall: calls },
    plainLoop: { ...plain, total: plain.input + plain.output },
  };
}

function mcpLines({ list, longest }: Figures["mcp"]): string {
  const peers = PEERS.map(
    ({ name, tools, tokens, source }) =>
      `    ${name.padEnd(17)} ${String(tools).padStart(4)} tools  ${(tokens ?? "not stated").toString().padStart(10)}  (${source})`,
  );
  return `Over MCP
  names, descriptions, arguments      ${list.inputs} (at most ${TARGET.mcpInputs})
  the whole list with output schemas  ${list.whole} (at most ${TARGET.mcpList})
  the longest result at its default   ${longest.tokens}, of ${longest.tool} (at most ${TARGET.mcpResult})
  others, as they state it:
${peers.join("\n")}`;
}

export async function run(): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), "tripwright-tokens-"));
  try {
    const found = await measure(home);
    const { prefix, plan, plainLoop, prefixWhilePlanning, mcp } = found;
    process.stdout.write(
      `${machineLine()}
Tokens (o200k), on a recorded conversation: five days in Lisbon
  system prompt and all ${TOOLS.length} tools      ${prefix.total} (at most ${TARGET.prefix})
  the same while planning a new trip  ${prefixWhilePlanning}
  the whole plan, ${plan.calls} calls           ${plan.total} (at most ${TARGET.plan})
  a plain tool loop, ${plainLoop.calls} calls        ${plainLoop.total} (${(plainLoop.total / plan.total).toFixed(1)} times as many)
${mcpLines(mcp)}
`,
    );
    process.stdout.write(`${JSON.stringify(found)}\n`);
    const isWithin =
      mcp.list.inputs <= TARGET.mcpInputs && mcp.list.whole <= TARGET.mcpList && mcp.longest.tokens <= TARGET.mcpResult;
    return prefix.total <= TARGET.prefix && plan.total <= TARGET.plan && isWithin ? 0 : 1;
  } finally {
    await stopHost(home).catch(() => {});
    await rm(home, { recursive: true, force: true });
  }
}
