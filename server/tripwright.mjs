/**
 * Starts the program where it can run and says what is missing where it cannot. Plain JavaScript,
 * because it has to be read by the Node versions that cannot read the rest.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const readsTypeScript = major > 22 || (major === 22 && minor >= 18);

if (readsTypeScript) {
  try {
    await import("./cli.ts");
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
    process.stderr.write("Expected the packages to be installed, and one is missing. Run: npm ci\n");
    process.exitCode = 1;
  }
} else {
  process.stderr.write(
    `Expected Node 22.18 or newer, got ${process.versions.node}. On Linux, npm ci brings Node 24 along; run it first.\n`,
  );
  process.exitCode = 1;
}
