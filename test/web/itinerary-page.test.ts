/** The page by itself in a real browser: themes, days, keyboard, hosts that can do less, and names that mean harm. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readApp } from "../../mcp/itinerary-app.ts";
import { isActive } from "../../trip/itinerary.ts";
import type { PlanDocument } from "../../trip/plan-document.ts";
import { itineraryApp } from "../../web/build-itinerary-app.ts";
import { HOSTILE_NAMES, renamed } from "../hostile-plan.ts";
import { japan, lisbon } from "../plan-fixture.ts";
import { type AppHost, openAppHost, type Shown, type ShowOptions } from "./app-host.ts";
import { hasBrowser } from "./chromium.ts";
import { exporting, resultOf } from "./plan-results.ts";

test("the page that is served is the one that its sources make, and stays small", async () => {
  const page = readFileSync("mcp/itinerary-app.html", "utf8");
  expect(page === (await itineraryApp()), "run: node web/build-itinerary-app.ts").toBe(true);
  expect(Buffer.byteLength(page)).toBeLessThan(80_000);
  expect(page).not.toMatch(/\s(?:src|href)=["']?https?:/);
});

describe.skipIf(!hasBrowser)("in a browser", () => {
  let host: AppHost;
  const shown: Shown[] = [];
  beforeAll(async () => {
    const [content] = readApp().contents;
    if (!content || !("text" in content)) throw new Error("the page is text");
    host = await openAppHost({ html: content.text, meta: content._meta });
  });
  afterAll(async () => {
    await Promise.all(shown.map((each) => each.close()));
    await host?.close();
  });

  async function drawn(plan: PlanDocument, options: ShowOptions = {}): Promise<Shown> {
    const view = await host.show({
      capabilities: { serverTools: {}, openLinks: {} },
      passOn: exporting(plan),
      ...options,
    });
    shown.push(view);
    await view.result(resultOf(plan));
    await view.app.locator("footer").waitFor();
    return view;
  }
  const quiet = ({ requests, incidents }: Shown): void => expect([requests, incidents]).toEqual([[], []]);

  const colours = (view: Shown): Promise<[page: string, text: string, paper: string]> =>
    view.app.evaluate(
      `[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color, getComputedStyle(document.querySelector(".map-paper")).fill]`,
    );

  test("light and dark are the host's, also when it changes its mind", async () => {
    const view = await drawn(lisbon(), { context: { theme: "dark" } });
    const dark = await colours(view);
    await view.context({ theme: "light" });
    await expect.poll(() => colours(view)).not.toEqual(dark);
    const light = await colours(view);
    for (const [index, colour] of light.entries()) expect(colour).not.toBe(dark[index]);
    await view.page.emulateMedia({ colorScheme: "dark" });
    expect(await colours(view)).toEqual(light);
    await view.context({ theme: "dark" });
    await expect.poll(() => colours(view)).toEqual(dark);
    quiet(view);
  });

  test("a host that says nothing about a theme gets the browser's", async () => {
    const view = await drawn(lisbon());
    const before = await colours(view);
    await view.page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => colours(view)).not.toEqual(before);
  });

  test.each(["light", "dark"] as const)("every text of the %s page can be read (4.5:1)", async (theme) => {
    const view = await drawn(japan(), { context: { theme } });
    expect(await view.app.evaluate(LOW_CONTRASTS)).toEqual([]);
    await view.app.locator("[data-choose='3']").click();
    expect(await view.app.evaluate(LOW_CONTRASTS)).toEqual([]);
  });

  test("a day is chosen by keyboard: its stops alone, in full, and alone on the map", async () => {
    const view = await drawn(lisbon());
    const day = view.app.getByRole("button", { name: "Tue 11 May" });
    await day.focus();
    await view.page.keyboard.press("Enter");
    expect(await day.getAttribute("aria-pressed")).toBe("true");
    expect(await view.app.locator("article:visible h3").allTextContents()).toEqual(["Day 2 Tuesday 11 May 2027"]);
    expect(await view.app.locator("article:visible .way").first().textContent()).toContain("min walk");
    const opacity = (marker: string): Promise<unknown> =>
      view.app.evaluate(
        `getComputedStyle([...document.querySelectorAll(".map-marker")].find((m) => m.textContent.startsWith("${marker}."))).opacity`,
      );
    await expect.poll(() => opacity("1")).toBe("0.18");
    expect(await opacity("7")).toBe("1");
    await view.app.getByRole("button", { name: "All days" }).click();
    await expect.poll(() => opacity("1")).toBe("1");
    expect(await view.app.locator("article:visible").count()).toBe(3);
  });

  test("what a stop costs says who says so, and what nobody knows is said to be unknown", async () => {
    const view = await drawn(lisbon());
    await view.app.getByRole("button", { name: "Mon 10 May" }).click();
    const stop = (name: string): Promise<string | null> => view.app.locator(".stop", { hasText: name }).textContent();
    expect(await stop("Jerónimos Monastery")).toContain("€18 each, open data");
    expect(await stop("Jerónimos Monastery")).toContain("Book ahead");
    expect(await stop("Pastéis de Belém")).toContain("estimated");
    expect(await stop("National Coach Museum")).toContain("price unknown");
    await view.app.getByRole("button", { name: "Tue 11 May" }).click();
    expect(await stop("Tasca do Chico")).toContain("Opening hours unknown");
    expect(await view.app.locator(".panel", { hasText: "Cost for two travellers" }).textContent()).toContain(
      "Known from catalogue (open data), Sun 22 Nov 2026: 12 stops.",
    );
  });

  test("what does not hold stands on top and at its stop; two cities have a map each", async () => {
    const view = await drawn(japan());
    expect(await view.app.locator(".verdict.bad").textContent()).toBe(
      "This plan does not hold yet: one problem to solve.",
    );
    expect(await view.app.locator(".stop", { hasText: "東京国立博物館" }).textContent()).toContain("closed on Mondays");
    expect(await view.app.locator("svg.map").count()).toBe(2);
    expect(await view.app.getByRole("img", { name: "Map of Kyoto" }).count()).toBe(1);
  });

  test("links go out by the host, and only where it lets them", async () => {
    const view = await drawn(lisbon());
    await view.app.getByRole("link", { name: "São Jorge Castle" }).click();
    await view.app.getByRole("link", { name: "Booking.com" }).click();
    await expect.poll(async () => (await view.log()).links).toHaveLength(2);
    expect((await view.log()).links[0]).toMatch(/^https:\/\/www\.openstreetmap\.org\/\?mlat=38\.712700/);
    quiet(view);
    const without = await drawn(lisbon(), { capabilities: { serverTools: {} } });
    expect(await without.app.locator("a").count()).toBe(0);
    expect(await without.app.getByText("Where to look further").count()).toBe(0);
  });

  test.each([320, 600, 1200])("nothing sticks out at %i pixels, and the host is told the height", async (width) => {
    const view = await drawn(lisbon(), { width });
    const [inside, outside] = (await view.app.evaluate(
      "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
    )) as [number, number];
    expect(inside).toBe(outside);
    const height = await view.app.evaluate("Math.ceil(document.getElementById('all').getBoundingClientRect().height)");
    await expect.poll(async () => (await view.log()).sizes.at(-1)?.height).toBe(height);
  });

  test("a host that passes nothing on gets the days in short, and is told so", async () => {
    const view = await host.show({ capabilities: {} });
    shown.push(view);
    await view.result(resultOf(lisbon()));
    await view.app.getByText("This is the plan in short").waitFor();
    expect(await view.app.locator(".when").first().textContent()).toBe("09:30–11:00");
    expect(await view.app.locator(".name").first().textContent()).toBe("Jerónimos Monastery");
    expect(await view.app.locator(".verdict").textContent()).toBe("Checked: this plan holds; five things to mind.");
    expect(await view.app.locator("svg.map").count()).toBe(0);
    expect(view.passedOn).toEqual([]);
    quiet(view);
  });

  test("a host that fails to pass on gets the days in short as well", async () => {
    const view = await host.show({ capabilities: { serverTools: {} } });
    shown.push(view);
    await view.result(resultOf(lisbon()));
    await view.app.getByText("This is the plan in short").waitFor();
    expect(view.passedOn).toEqual(["tools/call"]);
    expect(await view.app.locator(".stop").count()).toBeGreaterThan(10);
  });

  test("a newer result wins over an older one, whatever comes first", async () => {
    const older = lisbon();
    const newer: PlanDocument = {
      ...older,
      trip: { ...older.trip, title: "Changed since" },
      itinerary: { ...older.itinerary, version: older.itinerary.version + 1, days: older.itinerary.days.slice(0, 2) },
    };
    const answer = exporting(older, newer);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const view = await host.show({
      capabilities: { serverTools: {} },
      passOn: async (method, params) => {
        const { version } = (params.arguments ?? {}) as { version?: number };
        if (version === older.itinerary.version) await held;
        return answer(method, params);
      },
    });
    shown.push(view);
    await view.result(resultOf(older));
    await view.result(resultOf(newer));
    await view.app.locator("footer").waitFor();
    release();
    await view.page.waitForTimeout(200);
    expect(await view.app.locator("h1").textContent()).toBe("Changed since");
    expect(await view.app.locator("article").count()).toBe(2);
  });

  test("what is going on is said: planning, stopped, refused", async () => {
    const tool = { name: "create_trip", inputSchema: { type: "object" as const } };
    const view = await host.show({ context: { toolInfo: { tool } } });
    shown.push(view);
    const status = view.app.getByRole("status");
    expect(await status.textContent()).toBe("Waiting for a plan…");
    await view.input({});
    await expect.poll(() => status.textContent()).toBe("Planning your trip…");
    await view.cancel();
    await expect.poll(() => status.textContent()).toBe("Stopped before it was done.");
    const error = { code: "budget_too_small", message: "No plan can be made with €10.", details: {} };
    await view.result({ content: [], structuredContent: { status: "error", notices: [], error }, isError: true });
    await view.app.getByText("No plan can be made with €10.").waitFor();
    expect(await status.isHidden()).toBe(true);
    await view.result({ content: [{ type: "text", text: "Only words <b>here</b>" }] });
    await view.app.getByText("Only words <b>here</b>").waitFor();
    quiet(view);
  });

  test.each(HOSTILE_NAMES)("a name stays text: %j", async (name) => {
    const plan = renamed(lisbon(), name);
    const view = await drawn(plan);
    const tags = (selector: string): Promise<number> => view.app.locator(selector).count();
    expect(await tags("#page :is(script, img, iframe, b, style, object)")).toBe(0);
    expect(
      await tags("#page a:not([href^='https://www.openstreetmap.org/']):not([href^='https://example.com/'])"),
    ).toBe(0);
    expect(await tags(".stop .name")).toBe(plan.itinerary.days.flatMap(({ items }) => items.filter(isActive)).length);
    quiet(view);
    await view.close();
    const short = await host.show({});
    await short.result(resultOf(plan));
    await short.app.locator(".stop").first().waitFor();
    expect(await short.app.locator("#page :is(script, img, iframe, b, style, object)").count()).toBe(0);
    quiet(short);
    await short.close();
  });

  test("even markup that got in would run nothing", async () => {
    const view = await host.show({});
    shown.push(view);
    await view.app.evaluate(
      `document.getElementById("page").innerHTML = '<img src=x onerror="document.title=1"><a href="javascript:document.title=2">x</a>'`,
    );
    await view.page.waitForTimeout(200);
    expect(await view.app.evaluate("document.title")).toBe("Itinerary");
    expect(view.incidents.join("\n")).toContain("Content Security Policy");
  });
});

/** Texts whose colour stands out too little from the nearest background behind them, as the browser computes both. */
const LOW_CONTRASTS = `(() => {
  const rgb = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const element of document.querySelectorAll("#all *")) {
    if (element.closest("svg") || !element.checkVisibility()) continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(element.className + ": " + element.textContent + " " + ratio.toFixed(2));
  }
  return low;
})()`;
