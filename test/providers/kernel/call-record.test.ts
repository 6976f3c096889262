/** What is told of a request: what harms nobody, by its value; all else by its name at most. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { endpointOf, parametersOf } from "../../../providers/kernel/call-record.ts";
import { redactor } from "../../../providers/kernel/secrets.ts";

const plain = redactor([]);

test("dates, counts and codes are told", () => {
  const query = { departure_date: "2027-05-10", adults: 2, currency: "EUR", sort: "price", direct: "true", page: "3" };
  expect(parametersOf({ query }, plain)).toEqual({ query });
});

test.for<[string, unknown]>([
  ["lat", 38.697_894],
  ["lat", "38.697894"],
  ["near", "-9.2066,38.6978"],
  ["q", "somewhere quiet for Ana's birthday"],
  ["comment", "allergic to nuts"],
  ["since", 1_795_338_000_000],
  ["destination", "Rua do Segredo 7, 1100 Lisboa"],
])("%s=%s is told by its name", ([name, value]) => {
  expect(parametersOf({ json: { search: { [name]: value } } }, plain)).toEqual({ json: { search: { [name]: "***" } } });
});

test.for(["email", "given_name", "passport", "phoneNumber", "birthDate", "childrenAges", "apiKey", "access_token"])(
  "%s is not told at all",
  (name) => {
    expect(parametersOf({ json: { adults: 1, [name]: "2027-05-10" } }, plain)).toEqual({ json: { adults: 1 } });
  },
);

test("a secret is not told, whatever it is called and however it looks", () => {
  const redact = redactor(["travel_light_code"]);
  const said = parametersOf({ query: { sort: "travel_light_code" } }, redact);
  expect(said).toEqual({ query: { sort: "***" } });
  expect(endpointOf({ path: "/v1/travel_light_code/huts?key=7" }, redact)).toBe("/v1/***/huts");
});

test("however much is asked, little is told; and nothing where nothing is", () => {
  const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
  expect(JSON.stringify(parametersOf({ json: deep }, plain))).not.toContain('"g"');
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, one) => [`n${one}`, one]));
  expect(Object.keys((parametersOf({ query: many }, plain) as { query: object }).query)).toHaveLength(24);
  expect(parametersOf({}, plain)).toBeNull();
});

test("no words of a traveller's are told, whatever they are", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, maxLength: 60 }), (words) => {
      fc.pre(/[^\w.:-]/.test(words) && !words.includes("***"));
      expect(JSON.stringify(parametersOf({ json: { text: words, list: [words], sort: words } }, plain))).toBe(
        '{"json":{"text":"***","list":["***"],"sort":"***"}}',
      );
    }),
  );
});
