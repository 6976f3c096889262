/** What a run is of, to the hash: enough to say next year whether two runs may be compared. */
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { builtInCatalogueDir, hashCatalogue, readCatalogueFiles } from "../../db/seed/catalogue-files.ts";
import { VERSION } from "../../server/version.ts";
import { TOOLS } from "../../tools/registry.ts";
import { LOG_FORMAT, type LogHead, type scorerHeadSchema } from "../log/log-lines.ts";
import type { Sample } from "../sample.ts";
import type { Scorer } from "../scorer.ts";
import type { Suite } from "../suite.ts";

const hashOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** Of what is asked and demanded; how a demand is looked at is in the commit. */
function suiteHash(samples: readonly Sample[]): string {
  return hashOf(
    samples.map(({ id, today, turns, plants, expects }) => [
      id,
      today,
      turns,
      plants,
      expects.map(({ demand }) => demand),
    ]),
  );
}

const toolsHash = (): string =>
  hashOf(TOOLS.map(({ name, description, input }) => [name, description, z.toJSONSchema(input, { io: "input" })]));

export function scorerHead(scorer: Scorer): z.infer<typeof scorerHeadSchema> {
  const { name, title, formula, range, better, unit, total } = scorer;
  return { name, title, formula, range: [...range], better, unit, total };
}

/** `null` outside a checkout. */
function commitHere(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      cwd: import.meta.dirname,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}

export interface HeadParts {
  readonly suite: Suite;
  readonly samples: readonly Sample[];
  readonly scorers: readonly Scorer[];
  readonly methods: readonly string[];
  readonly model: string;
  readonly modelVersion: string;
  readonly prompt: string;
  readonly promptHash: string;
  readonly trials: number;
  readonly seed: number;
  readonly schedulerSteps: number;
  readonly database: string;
}

export async function runHead(parts: HeadParts): Promise<LogHead> {
  const { suite, samples, scorers, methods, trials } = parts;
  const single = samples.filter(({ turns }) => turns.length === 1).length;
  const { model, modelVersion, prompt, promptHash, seed, schedulerSteps, database } = parts;
  return {
    line: "head",
    format: LOG_FORMAT,
    runId: randomUUID(),
    ...{ suite: suite.name, suiteAbout: suite.about, startedAt: new Date().toISOString() },
    ...{ model, modelVersion, prompt, promptHash, trials, seed, methods: [...methods], schedulerSteps },
    answers: trials * (samples.length + methods.length * single),
    versions: { tripwright: VERSION, commit: commitHere(), node: process.version, database },
    hashes: {
      suite: suiteHash(samples),
      catalogue: hashCatalogue(await readCatalogueFiles(builtInCatalogueDir())).slice(0, 16),
      tools: toolsHash(),
      scorers: hashOf(scorers.map(scorerHead)),
    },
    scorers: scorers.map(scorerHead),
  };
}
