/**
 * Holds what an adapter asks, and the answer that its fixture has, against the vendor's own description: the folder that
 * VENDOR_SPECS names. Nothing of a description is kept here; without the folder this is skipped.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { parse } from "yaml";
import type { AskedVendor, VendorReply } from "./loopback-vendor.ts";
import type { VendorOperation } from "./vendor-case.ts";

type Json = Record<string, unknown>;

const folder = process.env.VENDOR_SPECS;

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const recordIn = (value: unknown): Json => (isRecord(value) ? value : {});

export function isDescribed({ described }: VendorOperation): boolean {
  return folder !== undefined && described !== undefined && existsSync(join(folder, described.file));
}

/** Of an older dialect: a switch beside the bound. And patterns that this language cannot read say nothing here. */
function bounds({ exclusiveMinimum, exclusiveMaximum, pattern, ...rest }: Json): Json {
  const { minimum, maximum, ...open } = rest;
  return {
    ...(exclusiveMinimum === true || exclusiveMaximum === true ? open : rest),
    ...(exclusiveMinimum === true ? { exclusiveMinimum: minimum } : minimum !== undefined && { minimum }),
    ...(exclusiveMaximum === true ? { exclusiveMaximum: maximum } : maximum !== undefined && { maximum }),
    ...(typeof exclusiveMinimum !== "boolean" && exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(typeof exclusiveMaximum !== "boolean" && exclusiveMaximum !== undefined && { exclusiveMaximum }),
    ...(isReadable(pattern) && { pattern }),
  };
}

function isReadable(pattern: unknown): boolean {
  if (typeof pattern !== "string") return pattern !== undefined;
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** JSON Schema has no `nullable`, and a list of examples is no rule. References say which file they lead into. */
function asJsonSchema(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((one) => asJsonSchema(one, file));
  if (!isRecord(value)) return value;
  if (typeof value.$ref === "string") return { $ref: new URL(value.$ref, `${HERE}${file}`).href };
  const { nullable, ...rest } = bounds(value);
  const members = Object.entries(rest).map(([name, member]) => [name, asJsonSchema(member, file)] as const);
  const schema = Object.fromEntries(members.filter(([name]) => name !== "example" && name !== "discriminator"));
  return nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
}

const HERE = "vendor://descriptions/";
const DOCUMENTS = new Map<string, Json>();
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: false });

/** With all files that it leads into. */
function open(file: string): Json {
  const known = DOCUMENTS.get(file);
  if (known) return known;
  const document = recordIn(asJsonSchema(parse(readFileSync(join(folder ?? "", file), "utf8")), file));
  DOCUMENTS.set(file, document);
  for (const [, other] of JSON.stringify(document).matchAll(/"\$ref":"vendor:\/\/descriptions\/([^"#]+)/g)) {
    if (other !== undefined && existsSync(join(folder ?? "", other))) open(other);
  }
  ajv.addSchema({ ...document, $id: `${HERE}${file}` });
  return document;
}

function resolved(value: unknown): Json {
  const { $ref } = recordIn(value);
  if (typeof $ref !== "string") return recordIn(value);
  const [file = "", pointer = ""] = $ref.slice(HERE.length).split("#");
  const at = pointer
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolved(at.reduce<unknown>((inner, part) => recordIn(inner)[part], open(file)));
}

const validator = (schema: unknown): ValidateFunction => ajv.compile(recordIn(schema));

function problemsOf(says: string, validate: ValidateFunction, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${says}${instancePath} ${message}`);
}

/** Text of a query is a number, a switch or a list where the description says so. */
function typed(text: readonly string[], schema: Json): unknown {
  const types = [schema.type].flat();
  if (types.includes("array"))
    return text.flatMap((one) => one.split(",")).map((one) => typed([one], recordIn(schema.items)));
  const [one = ""] = text;
  if ((types.includes("integer") || types.includes("number")) && one.trim() !== "" && !Number.isNaN(Number(one)))
    return Number(one);
  return types.includes("boolean") && /^(true|false)$/.test(one) ? one === "true" : one;
}

function queryProblems(parameters: readonly Json[], { query }: AskedVendor): string[] {
  const inQuery = parameters.filter((one) => one.in === "query");
  const known = new Set(inQuery.map(({ name }) => String(name)));
  const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `query/${name} is not described`);
  const wrong = inQuery.flatMap((one) => {
    const name = String(one.name);
    if (!query.has(name)) return one.required === true ? [`query/${name} is missing`] : [];
    const schema = one.schema ?? one;
    const { name: _name, in: _in, required: _required, description: _says, ...plain } = recordIn(schema);
    const value = typed(query.getAll(name), { ...resolved(schema), ...plain });
    return problemsOf(`query/${name}`, validator(plain), value);
  });
  return [...unknown, ...wrong];
}

const jsonSchemaIn = (holder: unknown): unknown => {
  const { content, schema } = resolved(holder);
  const kinds = Object.entries(recordIn(content));
  const found = kinds.find(([kind]) => kind.includes("json")) ?? kinds.find(([kind]) => kind === "*/*");
  return found ? recordIn(found[1]).schema : schema;
};

function bodyProblems(operation: Json, parameters: readonly Json[], { body }: AskedVendor): string[] {
  const schema = jsonSchemaIn(operation.requestBody ?? parameters.find((one) => one.in === "body"));
  if (schema === undefined || !body.trim().startsWith("{")) return [];
  return problemsOf("body", validator(schema), JSON.parse(body));
}

function answerProblems(operation: Json, { status = 200, body }: VendorReply): string[] {
  const responses = recordIn(operation.responses);
  const schema = jsonSchemaIn(responses[status] ?? responses["2XX"] ?? responses.default);
  return schema === undefined || typeof body !== "object" ? [] : problemsOf("answer", validator(schema), body);
}

/** What differs, of the requests that were made to the described path and of the answer that the fixture gives. */
export async function describedProblems(one: VendorOperation, asked: readonly AskedVendor[]): Promise<string[]> {
  if (!one.described || !isDescribed(one)) return [];
  const { file, path, method, differs = {} } = one.described;
  const described = resolved(recordIn(open(file).paths)[path]);
  const operation = recordIn(described[method.toLowerCase()]);
  if (Object.keys(operation).length === 0) return [`${method} ${path} is not in ${file}`];
  const given = [described.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
  const parameters = given.map((parameter) => resolved(parameter));
  const form = new RegExp(`${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
  const made = asked.filter((request) => form.test(request.path) && request.method === method.toUpperCase());
  if (made.length === 0) return [`no request was made to ${method} ${path}`];
  const requests = made.flatMap((request) => [
    ...queryProblems(parameters, request),
    ...bodyProblems(operation, parameters, request),
  ]);
  const [first] = made;
  const answer = typeof one.answer === "function" && first ? await one.answer(first) : one.answer;
  const problems = [...requests, ...(typeof answer === "object" ? answerProblems(operation, answer) : [])];
  const isOver = Object.keys(differs).filter((known) => !problems.includes(known));
  return [
    ...problems.filter((problem) => !Object.hasOwn(differs, problem)),
    ...isOver.map((known) => `no longer differs: ${known}`),
  ];
}
