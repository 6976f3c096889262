/**
 * Runs a suite: every sample as often as there are trials, the plain methods over the trips that came of it, every
 * answer judged and handed on as soon as it is there. What is answered already is not asked again.
 */
import type { LoggedAnswer } from "../log/log-lines.ts";
import type { Method } from "../method.ts";
import type { Sample } from "../sample.ts";
import type { Scene } from "../scene.ts";
import type { Scorer } from "../scorer.ts";
import type { Planner } from "../solvers/open-planner.ts";
import { plainEpisode } from "../solvers/plain-episode.ts";
import { PLAIN_MODEL, type PlainModel } from "../solvers/plain-model.ts";
import { draftedWorld } from "../solvers/planned-world.ts";
import { judge, PLANNER } from "./judge.ts";
import { createLimit } from "./limit.ts";

export interface SuiteRun {
  readonly samples: readonly Sample[];
  readonly planner: Planner;
  readonly methods: readonly Method[];
  /** One call of a model without tools, beside the planner's first turn. */
  readonly plainModel?: PlainModel | undefined;
  readonly scorers: readonly Scorer[];
  readonly trials: number;
  readonly seed: number;
  readonly concurrency: number;
  /** Of an interrupted run, by `answerKey`. */
  readonly answered: ReadonlySet<string>;
  readonly signal: AbortSignal;
  onAnswer(answer: LoggedAnswer): void;
}

/** What an answer is the answer to: once in a log. */
export const answerKey = ({ sample, trial, method }: Pick<LoggedAnswer, "sample" | "trial" | "method">): string =>
  JSON.stringify([sample, trial, method]);

export async function runSuite(run: SuiteRun): Promise<void> {
  const limit = createLimit(run.concurrency);
  const scenes = new Map<string, Promise<Scene>>();
  const byId = new Map(run.samples.map((sample) => [sample.id, sample]));
  const sceneOf = (sample: Sample, trial: number): Promise<Scene> => {
    const key = `${sample.id} ${trial}`;
    const known = scenes.get(key) ?? limit(() => askPlanner(run, sample));
    scenes.set(key, known);
    return known;
  };
  const answer = async (sample: Sample, trial: number): Promise<void> => {
    if (isDone(run, sample, trial)) return;
    const relatives: Record<string, Scene> = {};
    for (const [name, id] of Object.entries(sample.relatives ?? {})) {
      const relative = byId.get(id);
      if (!relative) throw new Error(`${sample.id} is a twin of "${id}", which is no sample of the suite.`);
      relatives[name] = await sceneOf(relative, trial);
    }
    const scene = { ...(await sceneOf(sample, trial)), relatives };
    if (!isTwinOfAny(run.samples, sample)) scenes.delete(`${sample.id} ${trial}`);
    for (const one of [scene, ...methodScenes(run, scene, trial), ...(await plainModelScenes(run, scene))]) {
      const key = { sample: sample.id, trial, method: one.method };
      if (!run.answered.has(answerKey(key))) run.onAnswer(judge(one, trial, run.scorers));
    }
  };
  for (let trial = 1; trial <= run.trials; trial += 1) {
    await Promise.all(run.samples.map((sample) => answer(sample, trial)));
  }
}

function isDone({ answered, methods, plainModel }: SuiteRun, { id, turns }: Sample, trial: number): boolean {
  const beside = [...methods.map(({ name }) => name), ...(plainModel ? [PLAIN_MODEL] : [])];
  const names = [PLANNER, ...(turns.length === 1 ? beside : [])];
  // A planner without a plan leaves its methods nothing to do: they are asked again, which costs one answer.
  return names.every((method) => answered.has(answerKey({ sample: id, trial, method })));
}

/** Of samples of one turn, as for plain methods; a refusal of its own is an answer without a plan. */
async function plainModelScenes({ plainModel }: SuiteRun, scene: Scene): Promise<Scene[]> {
  if (!plainModel || scene.sample.turns.length > 1) return [];
  const episode = await plainModel(scene.sample, scene.plan?.trip ?? null);
  return [{ ...scene, method: PLAIN_MODEL, plan: episode.turns.at(-1)?.plan ?? null, before: null, episode }];
}

const isTwinOfAny = (samples: readonly Sample[], { id }: Sample): boolean =>
  samples.some(({ relatives }) => Object.values(relatives ?? {}).includes(id));

async function askPlanner(run: SuiteRun, sample: Sample): Promise<Scene> {
  run.signal.throwIfAborted();
  const episode = await run.planner(sample);
  const plan = episode.turns.at(-1)?.plan ?? null;
  const before = episode.turns.at(-2)?.plan ?? null;
  return { sample, method: PLANNER, episode, plan, before, relatives: {} };
}

/** Over the same trip with the same facts; conversations are the planner's alone. */
function methodScenes({ methods, seed }: SuiteRun, scene: Scene, trial: number): Scene[] {
  const { sample, plan } = scene;
  if (plan === null || sample.turns.length > 1) return [];
  return methods.map((method) => {
    const startedAt = performance.now();
    const made = draftedWorld(plan.trip, method.plan(plan.trip, plan.facts, seed + trial - 1), plan.facts);
    const latencyMs = Math.round(performance.now() - startedAt);
    return {
      ...scene,
      method: method.name,
      plan: made,
      before: null,
      episode: plainEpisode(sample.turns[0], made, latencyMs),
    };
  });
}
