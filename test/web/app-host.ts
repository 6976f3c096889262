/** A host page on loopback that shows the app as a host must: in a sandbox, under the policy that its resource asks for. */

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { CallToolResult } from "@modelcontextprotocol/client";
import type { McpUiHostCapabilities, McpUiHostContext } from "@modelcontextprotocol/ext-apps/app-bridge";
import type { Browser, Frame, Page } from "playwright-core";
import { build } from "rolldown";
import { z } from "zod";
import { openBrowser } from "./chromium.ts";

/** Answers what the page asks its host to pass on. */
export type PassOn = (method: string, params: Record<string, unknown>) => Promise<unknown>;

export interface Shown {
  page: Page;
  /** The app's own frame. */
  app: Frame;
  input(args: Record<string, unknown>): Promise<void>;
  result(result: CallToolResult): Promise<void>;
  context(context: McpUiHostContext): Promise<void>;
  cancel(): Promise<void>;
  log(): Promise<{ links: string[]; sizes: { width?: number; height?: number }[] }>;
  /** What any of the frames asked the network for, the host page and the app itself apart. */
  requests: string[];
  /** Dialogs, errors and what the policy stopped. */
  incidents: string[];
  passedOn: string[];
  close(): Promise<void>;
}

export interface ShowOptions {
  capabilities?: McpUiHostCapabilities;
  context?: McpUiHostContext;
  width?: number;
  passOn?: PassOn;
}

export interface AppHost {
  show(options?: ShowOptions): Promise<Shown>;
  close(): Promise<void>;
}

const metaSchema = z.object({
  ui: z.object({ csp: z.object({ connectDomains: z.array(z.string()), resourceDomains: z.array(z.string()) }) }),
});

/** As the specification builds it from a resource's `csp`. */
function policyOf(meta: unknown): string {
  const { connectDomains, resourceDomains } = metaSchema.parse(meta).ui.csp;
  const from = (...sources: string[]): string => sources.join(" ");
  return [
    "default-src 'none'",
    `script-src ${from("'unsafe-inline'", ...resourceDomains)}`,
    `style-src ${from("'unsafe-inline'", ...resourceDomains)}`,
    `img-src ${from("data:", ...resourceDomains)}`,
    `connect-src ${connectDomains.length > 0 ? from(...connectDomains) : "'none'"}`,
    "frame-src 'none'",
    "base-uri 'none'",
  ].join("; ");
}

async function hostScript(): Promise<string> {
  const input = fileURLToPath(new URL("browser/host.ts", import.meta.url));
  const { output } = await build({
    input,
    platform: "browser",
    write: false,
    logLevel: "warn",
    output: { format: "iife" },
  });
  return output[0].code;
}

const HOST_PAGE = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><style>body{margin:0}iframe{border:0;width:100%;height:300px}</style>
<body><script src="/host.js"></script></body></html>`;

export async function openAppHost({ html, meta }: { html: string; meta: unknown }): Promise<AppHost> {
  const script = await hostScript();
  const files: Record<string, { type: string; text: string }> = {
    "/host.html": { type: "text/html", text: HOST_PAGE },
    "/host.js": { type: "text/javascript", text: script },
    "/app.html": { type: "text/html", text: html },
  };
  const server = createServer(({ url }, response) => {
    const file = files[url ?? ""];
    response.writeHead(file ? 200 : 404, {
      "content-type": `${file?.type ?? "text/plain"}; charset=utf-8`,
      ...(url === "/app.html" && { "content-security-policy": policyOf(meta) }),
    });
    response.end(file?.text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  return {
    show: (options = {}) => show(browser, base, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function show(browser: Browser, base: string, options: ShowOptions): Promise<Shown> {
  const { capabilities = {}, context = {}, width = 900 } = options;
  const [requests, incidents, passedOn]: [string[], string[], string[]] = [[], [], []];
  const tab = await browser.newContext({ viewport: { width, height: 900 }, serviceWorkers: "block" });
  const page = await tab.newPage();
  const own = ["/host.html", "/host.js", "/app.html"].map((path) => `${base}${path}`);
  page.on("request", (request) => {
    if (!own.includes(request.url())) requests.push(request.url());
  });
  page.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") incidents.push(`console: ${message.text()}`);
  });
  await page.exposeFunction("passOn", async (method: string, params: Record<string, unknown>) => {
    passedOn.push(method);
    if (!options.passOn) throw new Error("this host passes nothing on");
    return options.passOn(method, params);
  });
  await page.goto(`${base}/host.html`);
  const call = (name: string, ...args: unknown[]): Promise<unknown> =>
    page.evaluate(`window.host.${name}(${args.map((arg) => JSON.stringify(arg)).join(",")})`);
  await call("open", capabilities, context);
  const app = page.frames().find((frame) => frame.url().endsWith("/app.html"));
  if (!app) throw new Error("the app is not shown");
  return {
    ...{ page, app, requests, incidents, passedOn },
    input: async (args) => void (await call("input", args)),
    result: async (result) => void (await call("result", result)),
    context: async (changed) => void (await call("context", changed)),
    cancel: async () => void (await call("cancel")),
    log: () => page.evaluate("window.host.log"),
    close: () => tab.close(),
  };
}
