/** The environment is read once, and what is wrong with it is said by the name of the variable. */
import { expect, test } from "vitest";
import { loadConfig, silenceLibraries } from "../../server/config.ts";

const DATABASE_URL = "postgres://u:s3cret@db.example.com/trips";

test("a replica goes with a primary", () => {
  const DATABASE_READ_URL = "postgres://u:s3cret@replica.example.com/trips";
  expect(loadConfig({ DATABASE_URL, DATABASE_READ_URL })).toMatchObject({ databaseReadUrl: DATABASE_READ_URL });
  expect(loadConfig({ DATABASE_URL, DATABASE_READ_URL: "" }).databaseReadUrl).toBeUndefined();
  expect(() => loadConfig({ DATABASE_READ_URL })).toThrow(/no DATABASE_URL its primary/);
  expect(() => loadConfig({ DATABASE_URL, DATABASE_READ_URL: "mysql://u:s3cret@db" })).toThrow(
    /^(?!.*s3cret).*DATABASE_READ_URL/,
  );
});

test.each([
  ["25", 25],
  ["", undefined],
  [undefined, undefined],
])("a pool size of %o is %o", (typed, size) => {
  expect(loadConfig({ DATABASE_POOL_SIZE: typed }).poolSize).toBe(size);
});

test.each(["0", "-1", "2.5", "ten", "5000"])("a pool size of %s is refused", (typed) => {
  expect(() => loadConfig({ DATABASE_POOL_SIZE: typed })).toThrow(/DATABASE_POOL_SIZE/);
});

test("libraries read nothing of the environment by themselves, but for where passwords are kept", () => {
  const environment = {
    PGSSLMODE: "disable",
    PGHOST: "evil",
    PGOPTIONS: "-c role=x",
    PGPASSFILE: "/f",
    LANGSMITH_X: "1",
    PATH: "/bin",
  };
  silenceLibraries(environment);
  expect(environment).toEqual({ PGPASSFILE: "/f", PATH: "/bin" });
});

test("every service of the registry has its key and address, and no library reads them by itself", () => {
  const { model } = loadConfig({
    ANTHROPIC_API_KEY: " sk-ant ",
    GOOGLE_GENERATIVE_AI_API_KEY: "g",
    GOOGLE_GENERATIVE_AI_BASE_URL: "https://proxy.example.com/v1beta",
    TRIPWRIGHT_MODEL: "anthropic:claude-haiku-4-5,offline",
  });
  expect(model).toMatchObject({
    choice: "anthropic:claude-haiku-4-5,offline",
    reasoning: undefined,
    services: {
      anthropic: { apiKey: "sk-ant", baseUrl: undefined },
      google: { apiKey: "g", baseUrl: "https://proxy.example.com/v1beta" },
    },
  });
});

test.each([
  ["ANTHROPIC_BASE_URL", "not a url s3cret"],
  ["TRIPWRIGHT_REASONING", "lots s3cret"],
  ["TRIPWRIGHT_DAILY_TOKENS", "many s3cret"],
  ["TRIPWRIGHT_DAILY_USD", "-1"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "s3cret:4318"],
  ["OTEL_EXPORTER_OTLP_HEADERS", "authorization=%E0%A4%A"],
])("%s as %s is refused by its name", (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`^(?!.*s3cret).*${name}: `));
});

test("a day's allowance has a default, and may be lifted", () => {
  expect(loadConfig({}).allowance).toEqual({ tokens: 2_000_000, usd: 10 });
  expect(loadConfig({ TRIPWRIGHT_DAILY_TOKENS: "0", TRIPWRIGHT_DAILY_USD: "2.5" }).allowance).toEqual({
    tokens: 0,
    usd: 2.5,
  });
  expect(loadConfig({ TRIPWRIGHT_DAILY_TOKENS: "unlimited" }).allowance.tokens).toBe(Number.MAX_SAFE_INTEGER);
});

test("telemetry is off until an endpoint is named, and carries words only when asked to", () => {
  expect(loadConfig({}).telemetry).toEqual({ endpoint: undefined, headers: {}, hasContent: false });
  expect(
    loadConfig({
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
      OTEL_EXPORTER_OTLP_HEADERS: "authorization=Bearer%20x, tenant=a=b",
      TRIPWRIGHT_TELEMETRY_CONTENT: "1",
    }).telemetry,
  ).toEqual({
    endpoint: "http://127.0.0.1:4318",
    headers: { authorization: "Bearer x", tenant: "a=b" },
    hasContent: true,
  });
});
