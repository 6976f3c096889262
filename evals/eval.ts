/** `npm run eval -- …`: a suite by its name, or one of the other things that evaluation does. Loaded when called. */

type Command = (args: readonly string[]) => Promise<number>;

/** Whatever is not one of these is a suite. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  score: async () => (await import("./score/score-command.ts")).scoreCommand,
  compare: async () => (await import("./compare/compare-command.ts")).compareCommand,
  agreement: async () => (await import("./agreement/agreement-command.ts")).agreementCommand,
  toptw: async () => (await import("./toptw/run-toptw.ts")).runToptw,
  travelplanner: async () => (await import("./travelplanner/command.ts")).runTravelplanner,
};

/** Answers the exit code; throws what a person is told in one line. */
export async function evalCommand([name = "", ...rest]: readonly string[]): Promise<number> {
  if (name === "" || name === "--help") {
    process.stdout.write(`${(await import("./usage.ts")).usageText()}\n`);
    return name === "" ? 2 : 0;
  }
  const command = COMMANDS[name];
  if (command) return (await command())(rest);
  return (await import("./run/suite-command.ts")).suiteCommand([name, ...rest]);
}
