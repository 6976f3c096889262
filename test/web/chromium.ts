/** The browser of the machine, kept from every other machine. Where there is none, CI fails and anybody else is told. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const path = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export const hasBrowser: boolean = existsSync(path) || process.env.CI === "true";
if (!hasBrowser) process.stderr.write(`Skipped: no browser at ${path}; set CHROMIUM_PATH to a Chromium.\n`);

const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update"],
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: FLAGS });
}
