/** The report in a real browser, as a file from disk: both themes, no request, no script but its own, narrow and filtered. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunLog } from "../../../evals/log/log-lines.ts";
import { writeReports } from "../../../evals/report/write-reports.ts";
import { seededRandom } from "../../../trip/schedule/random.ts";
import { HOSTILE_NAMES } from "../../hostile-plan.ts";
import { hasBrowser, openBrowser } from "../../web/chromium.ts";
import { answerOf, logOf, planOf } from "../log-for-tests.ts";
import { richLog } from "../rich-log-for-tests.ts";

interface Opened {
  readonly page: Page;
  /** Console errors, page errors, dialogs and requests beyond the file itself. */
  readonly incidents: string[];
}

describe.skipIf(!hasBrowser)("in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-page-"));
  let browser: Browser;
  const written = new Map<string, string>();
  beforeAll(async () => {
    browser = await openBrowser();
    for (const [name, log] of Object.entries({ rich: richLog(60), hostile: hostileLog() })) {
      written.set(name, (await writeReports(log, join(folder, name))).html);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Opened> {
    const page = await browser.newPage({ viewport: { width: 1_280, height: 900 }, ...options });
    const incidents: string[] = [];
    const url = pathToFileURL(written.get(name) ?? "").href;
    page.on("console", (message) => incidents.push(message.text()));
    page.on("pageerror", (error) => incidents.push(String(error)));
    page.on("dialog", (dialog) => {
      incidents.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("request", (request) => request.url() !== url && incidents.push(request.url()));
    await page.goto(url);
    return { page, incidents };
  }

  test.each(["light", "dark"] as const)(
    "%s: scores, plots and maps are there, legible, and nothing is asked for",
    async (colorScheme) => {
      const { page, incidents } = await open("rich", { colorScheme });
      const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(background).toBe(colorScheme === "light" ? "rgb(250, 248, 243)" : "rgb(20, 24, 26)");
      expect(await page.locator("table.scores tbody tr:visible").count()).toBe(6);
      expect(await page.locator(".verdict").textContent()).toMatch(/^\d+ of 60 samples passed\.$/);
      const failed = page.locator(".sample.failed[open]").first();
      await failed.scrollIntoViewIfNeeded();
      expect(await failed.locator("svg.map .map-marker").count()).toBeGreaterThan(4);
      expect(await failed.getByRole("img", { name: /^Map of / }).count()).toBeGreaterThan(0);
      const untitled =
        "[...document.querySelectorAll('svg[role=img]')].filter((svg) => !svg.querySelector('title')?.textContent).length";
      expect(await page.evaluate(untitled)).toBe(0);
      expect(
        await page.evaluate(
          "[...document.querySelectorAll('table')].filter((table) => !table.caption?.textContent).length",
        ),
      ).toBe(0);
      expect(await page.evaluate(LOW_CONTRASTS)).toEqual([]);
      expect(incidents).toEqual([]);
      await page.close();
    },
  );

  test("the filter narrows the list to the words typed, and a passed sample opens", async () => {
    const { page, incidents } = await open("rich");
    const all = await page.locator(".sample").count();
    expect(all).toBe(60);
    await page.getByLabel("Filter").fill("kyoto 4-days");
    const shown = await page.locator(".sample:visible h4").allTextContents();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(all);
    for (const name of shown) expect(name).toMatch(/kyoto.*4-days/);
    expect(await page.locator("#found").textContent()).toBe(`${shown.length} of 60 shown`);
    await page.getByLabel("Filter").fill("");
    const passed = page.locator(".sample.passed").first();
    expect(await passed.locator(".body").isVisible()).toBe(false);
    await passed.locator("summary").first().click();
    expect(await passed.locator(".days").isVisible()).toBe(true);
    expect(incidents).toEqual([]);
    await page.close();
  });

  test("a formula is told when its score is opened", async () => {
    const { page } = await open("rich");
    const formula = page.getByText("interest of the plan ÷ the bound on what any plan could have", { exact: true });
    expect(await formula.isVisible()).toBe(false);
    await page.locator("table.scores").getByText("Interest captured", { exact: true }).click();
    expect(await formula.isVisible()).toBe(true);
    await page.close();
  });

  test("without scripts all samples are there and no filter that does nothing", async () => {
    const { page } = await open("rich", { javaScriptEnabled: false });
    expect(await page.locator(".sample").count()).toBe(60);
    expect(await page.getByLabel("Filter").isVisible()).toBe(false);
    await page.close();
  });

  test.each(["rich", "hostile"])("%s: nothing sticks out on a phone", async (name) => {
    const { page } = await open(name, { viewport: { width: 390, height: 844 } });
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    // What is skipped while it is out of sight would hide what sticks out of it.
    await page.evaluate(
      "document.styleSheets[0].insertRule('.sample{content-visibility:visible!important}', document.styleSheets[0].cssRules.length)",
    );
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.close();
  });

  test("hostile names are shown as they are written, and do nothing", async () => {
    const { page, incidents } = await open("hostile");
    const names = await page.locator(".sample h4").allTextContents();
    expect(names).toContain("</script><script>alert(1)</script>");
    expect(names).toContain('"><img src=x onerror=alert(1)>');
    expect(await page.locator("main img, main script, main a").count()).toBe(0);
    expect(await page.locator("svg.map").first().locator("title").first().textContent()).toContain("Map of");
    expect(incidents).toEqual([]);
    await page.close();
  });
});

function hostileLog(): RunLog {
  const names = ["</script><script>alert(1)</script>", "</style></title><b>bold", "x".repeat(300), ...HOSTILE_NAMES];
  const answers = names.map((name, index) => {
    const plan = planOf(seededRandom(index), 2, ["Lisbon"]);
    const days = plan.days.map((day) => ({
      ...day,
      city: name,
      items: day.items.map((item) => ({ ...item, title: name })),
    }));
    const violations = [{ code: name, severity: "error" as const, path: "days[0].items[1]", message: name }];
    return answerOf({
      ...{ sample: name, purpose: name, city: name, tags: [name], failure: name, passed: false },
      findings: [{ demand: name, kind: name, holds: false, found: name }],
      turns: [
        { said: name, answer: name, outcome: name, code: name, toolCalls: [{ name, status: name, errorCode: name }] },
      ],
      plan: { ...plan, title: name, days, verdict: { ok: false, violations } },
      scores: { "final-pass": { value: 0, explanation: name }, "interest-captured": { value: 0.4, explanation: name } },
    });
  });
  const more = answers.map((answer, index) => ({ ...answer, method: index % 2 === 0 ? "</script>" : '"><i>' }));
  const [script = ""] = names;
  return logOf([...answers, ...more], {
    suite: script,
    suiteAbout: script,
    model: script,
    modelVersion: script,
    prompt: script,
  });
}

/** Texts whose colour stands out less than 4.5:1 from the nearest background behind them, as the browser computes both. */
const LOW_CONTRASTS = `(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return painted(layers);
  };
  const seen = new Set();
  const low = [];
  for (const element of document.querySelectorAll("main *")) {
    if (element.closest("svg") || !element.checkVisibility()) continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
    const key = element.tagName + "." + element.className + ">" + element.parentElement.className + ">" + element.parentElement.parentElement.className;
    if (seen.has(key)) continue;
    seen.add(key);
    const [a, b] = [light(painted([getComputedStyle(element).color])), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(key + " " + ratio.toFixed(2));
  }
  return low;
})()`;
