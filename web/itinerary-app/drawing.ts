/** The page as it stands: what is drawn, which day is chosen, what is under the pointer. */
import { ROUTE_COLOURS } from "../../trip/map/draw-map.ts";
import { dayId } from "./day-card.ts";
import type { ItineraryView } from "./itinerary-view.ts";
import { type Abilities, pageOf } from "./page.ts";

export interface Drawing {
  draw(view: ItineraryView, abilities: Abilities): void;
  /** One line about what is going on; "" when nothing is. */
  say(text: string): void;
}

/** `null`: all days. */
type Choice = number | null;

function markersOf(page: HTMLElement, stop: string): Element[] {
  const markers = [...page.querySelectorAll(".map-marker")];
  return markers.filter((marker) => marker.querySelector("text")?.textContent === stop);
}

function applyChoice(page: HTMLElement, choice: Choice): void {
  page.classList.toggle("overview", choice === null && page.querySelector("nav") !== null);
  for (const button of page.querySelectorAll<HTMLElement>("[data-choose]")) {
    button.setAttribute("aria-pressed", String(button.dataset.choose === `${choice ?? ""}`));
  }
  for (const day of page.querySelectorAll<HTMLElement>("[data-day]")) {
    day.hidden = choice !== null && day.id !== dayId(choice);
  }
  for (const stay of page.querySelectorAll<HTMLElement>(".stay")) {
    stay.hidden = [...stay.querySelectorAll<HTMLElement>("[data-day]")].every(({ hidden }) => hidden);
    if (choice === null) delete stay.dataset.route;
    else stay.dataset.route = String(((choice - 1) % ROUTE_COLOURS) + 1);
  }
}

export function createDrawing(page: HTMLElement, status: HTMLElement): Drawing {
  let choice: Choice = null;
  page.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-choose]") : null;
    if (!button) return;
    choice = button.dataset.choose ? Number(button.dataset.choose) : null;
    applyChoice(page, choice);
  });
  const point = (event: Event, isHere: boolean): void => {
    const stop = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-stop]") : null;
    for (const marker of markersOf(page, stop?.dataset.stop ?? "")) marker.classList.toggle("here", isHere);
  };
  for (const kind of ["pointerover", "focusin"]) page.addEventListener(kind, (event) => point(event, true));
  for (const kind of ["pointerout", "focusout"]) page.addEventListener(kind, (event) => point(event, false));

  return {
    say: (text) => {
      status.textContent = text;
      status.hidden = text === "";
    },
    draw: (view, abilities) => {
      if (!view.days.some(({ dayNumber }) => dayNumber === choice)) choice = null;
      // A chooser that had the focus keeps it when the same plan is drawn anew.
      const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.choose : undefined;
      page.innerHTML = pageOf(view, abilities);
      applyChoice(page, choice);
      if (focused !== undefined) page.querySelector<HTMLElement>(`[data-choose="${focused}"]`)?.focus();
    },
  };
}
