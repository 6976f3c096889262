/** What may be typed after --model, and one line for everything that may not. */
import { expect, test } from "vitest";
import { chooseModel } from "../../agents/models/choose-model.ts";

const today = (): string => "2027-01-15";

test.each([
  ["openai:gpt-5", { openaiApiKey: "sk-test" }, "openai/gpt-5", "gpt-5"],
  ["openai:ft:gpt-5:acme::7p4", { openaiApiKey: "sk-test" }, "openai/ft:gpt-5:acme::7p4", "ft:gpt-5:acme::7p4"],
  ["compatible:qwen3:8b", { compatibleBaseUrl: "http://127.0.0.1:11434/v1" }, "compatible/qwen3:8b", "qwen3:8b"],
  ["compatible:org/model", { compatibleBaseUrl: "http://127.0.0.1:8000/v1" }, "compatible/org/model", "org/model"],
  ["anthropic:claude-x", { services: { anthropic: { apiKey: "sk" } } }, "anthropic/claude-x", "claude-x"],
  ["google:gemini-x", { services: { google: { apiKey: "k" } } }, "google/gemini-x", "gemini-x"],
])("%s", async (choice, settings, version, modelId) => {
  const chosen = await chooseModel({ choice, ...settings }, today);
  expect(chosen.version).toBe(version);
  expect(chosen.model).toMatchObject({ specificationVersion: "v4", modelId });
});

test("several are tried in the order they are named in", async () => {
  const settings = { openaiApiKey: "sk-test", compatibleBaseUrl: "http://127.0.0.1:11434/v1" };
  const { version, fallbacks } = await chooseModel(
    { choice: "openai:gpt-5, compatible:llama3,offline", ...settings },
    today,
  );
  expect([version, ...(fallbacks ?? []).map((next) => next.version)]).toEqual([
    "openai/gpt-5",
    "compatible/llama3",
    expect.stringMatching(/^offline\/\d+$/),
  ]);
});

test.each([
  ["offline,openai:gpt-5", "model_not_configured"],
  ["offline,offline", "invalid_input"],
  ["offline,", "invalid_input"],
])("%s is refused at once, not on the day the second one is needed", async (choice, code) => {
  await expect(chooseModel({ choice }, today)).rejects.toMatchObject({ code });
});

test("offline needs no key, and its version is the model's own name", async () => {
  const { model, version } = await chooseModel({ choice: "offline" }, today);
  expect(version).toMatch(/^offline\/\d+$/);
  expect(model.modelId).toBe(version);
});

test.each([
  ["openai:gpt-5", {}, /^Expected OPENAI_API_KEY to be set for openai:gpt-5, .* leave --model out/],
  ["openai:gpt-5", { openaiApiKey: "" }, /^Expected OPENAI_API_KEY/],
  ["anthropic:claude-x", {}, /^Expected ANTHROPIC_API_KEY to be set for anthropic:claude-x, /],
  ["google:gemini-x", {}, /^Expected GOOGLE_GENERATIVE_AI_API_KEY to be set for google:gemini-x, /],
  ["compatible:qwen3", {}, /^Expected TRIPWRIGHT_MODEL_BASE_URL to be set for compatible:qwen3, for example http/],
])("%s without what it needs", async (choice, settings, message) => {
  const failure = chooseModel({ choice, ...settings }, today);
  await expect(failure).rejects.toMatchObject({ code: "model_not_configured", details: { choice } });
  await expect(failure).rejects.toThrow(message);
  await expect(failure).rejects.not.toThrow(/\n/);
});

test.each(["", "gpt-5", "openai", "openai:", "compatible:", "offline:2", "mistral:large", "OPENAI:gpt-5"])(
  'a choice of "%s" is answered with what may be chosen',
  async (choice) => {
    const failure = chooseModel({ choice, openaiApiKey: "sk-test" }, today);
    await expect(failure).rejects.toMatchObject({
      code: "invalid_input",
      message: `Expected a model as offline, openai:<model id>, compatible:<model id>, anthropic:<model id> or google:<model id>, got "${choice}".`,
    });
  },
);
