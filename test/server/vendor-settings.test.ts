import { expect, test } from "vitest";
import { vendorsIn } from "../../server/vendor-settings.ts";

test.for(["http://osrm:5000", "http://127.0.0.1:5000", "https://osrm.example.org"])(
  "an own server that no key goes to may be at %s",
  (url) => {
    expect(vendorsIn({ OSRM_URL: url }).settings).toMatchObject({ OSRM_URL: url });
  },
);

test("where a key goes, plain http leads to this machine only, and that is said", () => {
  expect(vendorsIn({ DUFFEL_URL: "http://127.0.0.1:5000" }).settings).toMatchObject({
    DUFFEL_URL: "http://127.0.0.1:5000",
  });
  expect(() => vendorsIn({ DUFFEL_URL: "http://duffel.internal/s3cret" })).toThrow(/^(?!.*s3cret).*DUFFEL_URL.*https/);
});
