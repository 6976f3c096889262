/** Licences ask that their words stand wherever the data is shown: every form of a plan carries them, or none when nothing asks. */
import { describe, expect, test } from "vitest";
import { renderPlan } from "../../../server/render/render-plan.ts";
import { geojsonOf } from "../../../trip/export/geojson.ts";
import { htmlOf } from "../../../trip/export/html.ts";
import { icsOf } from "../../../trip/export/ics.ts";
import { markdownOf } from "../../../trip/export/markdown.ts";
import type { PlanDocument } from "../../../trip/plan-document.ts";
import { lisbon, ZONES } from "../../plan-fixture.ts";

const OSM = "© OpenStreetMap contributors (ODbL-1.0)";
const GUIDE = "Wikivoyage authors (CC-BY-SA-4.0)";

const unfolded = (ics: string): string => ics.replace(/\r?\n[ \t]/g, "");
const FORMS: Record<string, (plan: PlanDocument) => string> = {
  terminal: (plan) => renderPlan(plan, { color: false, width: 200 }),
  markdown: markdownOf,
  html: htmlOf,
  ics: (plan) => unfolded(icsOf(plan, { stampedAt: new Date("2026-11-22T09:00:00Z"), zones: ZONES })),
  geojson: (plan) => JSON.stringify(geojsonOf(plan)),
};

describe.each(Object.keys(FORMS))("as %s", (form) => {
  const shown = (attributions: string[]): string => FORMS[form]?.({ ...lisbon(), attributions }) ?? "";

  test("a plan over imported places names their sources", () => {
    expect(shown([OSM, GUIDE])).toContain(OSM);
    expect(shown([OSM, GUIDE])).toContain(GUIDE);
  });

  test("a plan over built-in places alone names no source of places", () => {
    expect(shown([])).not.toContain("Places:");
  });
});
