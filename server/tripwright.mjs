/**
 * Starts the program where it can run and says what is missing where it cannot. Plain JavaScript,
 * because it has to be read by the Node versions that cannot read the rest.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const readsTypeScript = major > 22 || (major === 22 && minor >= 18);
/** The Node that `npm ci` brings along on Linux. Assistants start whichever is first in their own path. */
const brought = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));

if (readsTypeScript) {
  try {
    await import("./cli.ts");
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
    process.stderr.write("Expected the packages to be installed, and one is missing. Run: npm ci\n");
    process.exitCode = 1;
  }
} else if (existsSync(brought)) {
  const program = fileURLToPath(new URL("./cli.ts", import.meta.url));
  const child = spawn(brought, [program, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", refuse).on("close", (code) => {
    process.exitCode = code ?? 1;
  });
} else refuse();

function refuse() {
  process.stderr.write(
    `Expected Node 22.18 or newer, got ${process.versions.node}. On Linux, npm ci brings Node 24 along; run it first.\n`,
  );
  process.exitCode = 1;
}
