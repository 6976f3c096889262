/** Every call of a tool is a span, whoever calls: the agent, or an assistant over a protocol. */
import { addContent, failSpan, inSpan } from "./in-span.ts";
import type { Tool } from "./tool.ts";

export function tracedCall(name: string, call: Tool["call"]): Tool["call"] {
  const attributes = {
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": name,
    "gen_ai.tool.type": "function",
  };
  return (args, context) =>
    inSpan(`execute_tool ${name}`, { attributes }, async (span) => {
      const result = await call(args, context);
      span.setAttribute("tripwright.tool.status", result.status);
      if (result.error) failSpan(span, result.error.code);
      addContent(span, () => ({ "gen_ai.tool.call.arguments": args, "gen_ai.tool.call.result": result }));
      return result;
    });
}
