/** What the host says about where the page is shown, put where the style sheet finds it. What it does not say, the browser does. */
import { numberOf, partOf, type Told, textOf } from "./told.ts";

const DARK = matchMedia("(prefers-color-scheme: dark)");
const SIDES = ["top", "right", "bottom", "left"] as const;

export interface HostContext {
  /** Takes what is new; the rest stays. */
  update(changed: Told): void;
}

export function createHostContext(root: HTMLElement): HostContext {
  let context: Told = {};
  const apply = (): void => {
    const theme = textOf(context, "theme") ?? (DARK.matches ? "dark" : "light");
    root.dataset.theme = theme === "dark" ? "dark" : "light";
    const insets = partOf(context, "safeAreaInsets");
    for (const side of SIDES) root.style.setProperty(`--inset-${side}`, `${numberOf(insets, side) ?? 0}px`);
    const font = textOf(partOf(partOf(context, "styles"), "variables"), "--font-sans");
    if (font === null) root.style.removeProperty("--host-font");
    else root.style.setProperty("--host-font", font);
    root.dataset.mode = textOf(context, "displayMode") ?? "inline";
  };
  DARK.addEventListener("change", apply);
  apply();
  return {
    update: (changed) => {
      context = { ...context, ...changed };
      apply();
    },
  };
}
