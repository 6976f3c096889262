/**
 * `npm run bundle -- OUT`: what publishing needs. `tripwright.mcpb` for desktop apps, `server.json` for the MCP registry
 * where a name for it is known.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { TOOLS } from "../../tools/registry.ts";
import { TripwrightError } from "../../trip/errors.ts";
import { fillBundleFolder } from "./bundle-folder.ts";
import { bundleManifest } from "./manifest.ts";
import { readPackageFacts } from "./package-facts.ts";
import { serverJson } from "./server-json.ts";
import { zipFolder } from "./zip.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const USAGE = "npm run bundle -- OUT --name io.github.you/tripwright [--url https://…/tripwright.mcpb]";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: "string" }, url: { type: "string" } },
  });
  const [given] = positionals;
  if (given === undefined) throw new TripwrightError("invalid_input", `Expected a folder to write to. ${USAGE}`);
  const facts = readPackageFacts(join(ROOT, "package.json"));
  // Refuses a bad name before anything is built.
  serverJson(facts, TOOLS, values);
  const out = resolve(given);
  mkdirSync(out, { recursive: true });
  execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "tripwright-bundle-"));
  const bundle = join(out, "tripwright.mcpb");
  try {
    fillBundleFolder(ROOT, folder, bundleManifest(facts, TOOLS));
    const { files } = await zipFolder(folder, bundle);
    const sha256 = createHash("sha256").update(readFileSync(bundle)).digest("hex");
    const entry = serverJson(facts, TOOLS, { ...values, bundle: values.url ? { url: values.url, sha256 } : undefined });
    writeFileSync(join(out, "server.json"), `${JSON.stringify(entry, null, 2)}\n`);
    const megabytes = Math.round(statSync(bundle).size / 1e6);
    process.stdout.write(
      `${bundle}: ${files} files, ${megabytes} MB, SHA-256 ${sha256}\n${join(out, "server.json")}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof TripwrightError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
