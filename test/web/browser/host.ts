/** A host as the extension's own library makes one: it shows the page in a sandbox and passes on what it is told to. */

import type { CallToolResult, ReadResourceResult } from "@modelcontextprotocol/client";
import {
  AppBridge,
  type McpUiHostCapabilities,
  type McpUiHostContext,
  PostMessageTransport,
} from "@modelcontextprotocol/ext-apps/app-bridge";

declare global {
  interface Window {
    /** Of the test that drives this page. */
    passOn(method: string, params: unknown): Promise<unknown>;
    host: TestHost;
  }
}

export interface TestHost {
  open(capabilities: McpUiHostCapabilities, context: McpUiHostContext): Promise<void>;
  input(args: Record<string, unknown>): Promise<void>;
  result(result: CallToolResult): Promise<void>;
  cancel(): Promise<void>;
  context(context: McpUiHostContext): void;
  close(): Promise<unknown>;
  log: { links: string[]; sizes: { width?: number; height?: number }[] };
}

let bridge: AppBridge;
let frame: HTMLIFrameElement;
const log: TestHost["log"] = { links: [], sizes: [] };

function newFrame(): HTMLIFrameElement {
  document.querySelector("iframe")?.remove();
  const made = document.createElement("iframe");
  made.setAttribute("sandbox", "allow-scripts");
  document.body.append(made);
  return made;
}

window.host = {
  log,
  open: async (capabilities, context) => {
    log.links.length = 0;
    log.sizes.length = 0;
    frame = newFrame();
    const view = frame.contentWindow;
    if (!view) throw new Error("a frame has a window");
    bridge = new AppBridge(null, { name: "test-host", version: "1.0.0" }, capabilities, { hostContext: context });
    bridge.oncalltool = async (params) => (await window.passOn("tools/call", params)) as CallToolResult;
    bridge.onreadresource = async (params) => (await window.passOn("resources/read", params)) as ReadResourceResult;
    bridge.onopenlink = async ({ url }) => {
      log.links.push(url);
      return {};
    };
    bridge.onsizechange = (size) => {
      log.sizes.push(size);
      if (size.height !== undefined) frame.style.height = `${size.height}px`;
    };
    const ready = new Promise<void>((resolve) => {
      bridge.oninitialized = () => resolve();
    });
    await bridge.connect(new PostMessageTransport(view, view));
    frame.src = "/app.html";
    await ready;
  },
  input: (args) => bridge.sendToolInput({ arguments: args }),
  result: (result) => bridge.sendToolResult(result),
  cancel: () => bridge.sendToolCancelled({ reason: "user action" }),
  context: (context) => bridge.setHostContext(context),
  close: () => bridge.teardownResource({}),
};
