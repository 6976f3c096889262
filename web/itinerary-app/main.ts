/** The page's life: greet the host, say what is being worked on, draw each result at once and fully as soon as the plan is there. */
import { createDrawing } from "./drawing.ts";
import { fetchPlan } from "./fetch-plan.ts";
import { connectToHost, PROTOCOL_VERSION } from "./host-connection.ts";
import { createHostContext } from "./host-context.ts";
import type { ItineraryView } from "./itinerary-view.ts";
import { reportSize } from "./report-size.ts";
import { isTold, NOTHING, partOf, partsOf, type Told, textOf } from "./told.ts";
import { viewOfPlan } from "./view-of-plan.ts";
import { newsIn, planIn, viewOfResult } from "./view-of-result.ts";

const SHORT_FORM = "This is the plan in short: this host does not hand out the map, the costs and the details.";
const WORKING: Readonly<Record<string, string>> = {
  create_trip: "Planning your trip…",
  plan_itinerary: "Planning your trip…",
  edit_itinerary: "Changing the plan…",
  update_trip: "Changing the trip…",
  check_itinerary: "Checking the plan…",
};

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

const page = elementById("page");
const context = createHostContext(document.documentElement);
const drawing = createDrawing(page, elementById("status"));
let can: Told = NOTHING;
let toolName = "";
let request: Told = NOTHING;
/** Counts results: what was asked for an older one comes too late. */
let latest = 0;

const abilities = (): { openLinks: boolean } => ({ openLinks: isTold(can.openLinks) });

function learn(changed: Told): void {
  context.update(changed);
  toolName = textOf(partOf(partOf(changed, "toolInfo"), "tool"), "name") ?? toolName;
}

/** A result without data: a host that hands on the text only, or a call that failed before the tool. */
function viewOfText(result: Told): ItineraryView {
  const texts = partsOf(result, "content").flatMap((part) => textOf(part, "text") ?? []);
  return { ...viewOfResult(NOTHING), news: texts };
}

async function show(result: Told): Promise<void> {
  const mine = ++latest;
  const data = result.structuredContent;
  if (!isTold(data)) {
    drawing.say("");
    drawing.draw(viewOfText(result), abilities());
    return;
  }
  const told = { ...data, request: { ...request, ...partOf(data, "request") } };
  const short = viewOfResult(told);
  const name = planIn(told);
  if (short.days.length > 0 || name === null) drawing.draw(short, abilities());
  drawing.say(name === null ? "" : "Drawing the plan…");
  if (name === null) return;
  const plan = await fetchPlan(host, can, name).catch(() => null);
  if (mine !== latest) return;
  const full = plan && viewIfWhole(() => viewOfPlan(plan, newsOfWhole(told)));
  drawing.draw(full ?? short, abilities());
  drawing.say(full || short.days.length === 0 ? "" : SHORT_FORM);
}

/** That the result was cut is no news where all of the plan is drawn. */
function newsOfWhole(told: Told): Pick<ItineraryView, "news" | "changes"> {
  const { news, changes } = newsIn(told);
  return { news: news.filter((text) => !text.startsWith("Too long to show at once")), changes };
}

/** A plan with parts that this page does not know is shown in short rather than not at all. */
function viewIfWhole(make: () => ItineraryView): ItineraryView | null {
  try {
    return make();
  } catch {
    return null;
  }
}

const host = connectToHost(window.parent, {
  "ui/notifications/host-context-changed": learn,
  "ui/notifications/tool-input": (params) => {
    request = partOf(params, "arguments");
    drawing.say(WORKING[toolName] ?? "Opening the plan…");
  },
  "ui/notifications/tool-result": (params) => void show(params),
  "ui/notifications/tool-cancelled": () => drawing.say("Stopped before it was done."),
});

/** Links lead out through the host: the sandbox lets nothing else out. */
page.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link) return;
  event.preventDefault();
  host.ask("ui/open-link", { url: link.href }).catch(() => drawing.say("The host did not open the link."));
});

async function start(): Promise<void> {
  const greeting = await host.ask("ui/initialize", {
    appInfo: { name: "tripwright-itinerary", title: "Itinerary", version: "1.0.0" },
    appCapabilities: { availableDisplayModes: ["inline", "fullscreen"] },
    protocolVersion: PROTOCOL_VERSION,
  });
  can = partOf(greeting, "hostCapabilities");
  learn(partOf(greeting, "hostContext"));
  host.tell("ui/notifications/initialized", NOTHING);
  reportSize(host, elementById("all"));
}

start().catch(() => drawing.say("This page is shown by an assistant's app, and none answers here."));
