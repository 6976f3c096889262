/** How a map looks, by day and by night. Every colour carries its number legibly (4.5:1 and better). */

export interface Palette {
  /** One colour a route. */
  routes: readonly string[];
  /** The number on it. */
  onRoute: string;
  paper: string;
  grid: string;
  ink: string;
}

export const LIGHT_PALETTE: Palette = {
  routes: ["#1d6a86", "#ad4b27", "#5a6a1c", "#75499a", "#a6325d", "#2a6b4b", "#83600f", "#3b57a6"],
  onRoute: "#ffffff",
  paper: "#f3f1ea",
  grid: "#e4e0d4",
  ink: "#5d5a50",
};

export const DARK_PALETTE: Palette = {
  routes: ["#72c4de", "#f0a583", "#bfcd74", "#cfabea", "#f39bb9", "#88d0a9", "#e3c06d", "#a5b8f3"],
  onRoute: "#14181a",
  paper: "#1f2426",
  grid: "#2b3134",
  ink: "#b5b2a8",
};

export function paletteVariables({ routes, onRoute, paper, grid, ink }: Palette): string {
  const colours = routes.map((colour, index) => `--route-${index + 1}:${colour}`);
  return [...colours, `--on-route:${onRoute}`, `--paper:${paper}`, `--grid:${grid}`, `--ink:${ink}`].join(";");
}

const ROUTE_RULES = LIGHT_PALETTE.routes
  .map((_, index) => `.route-${index + 1}{--route:var(--route-${index + 1})}`)
  .join("\n");

export const MAP_STYLE = `:root{${paletteVariables(LIGHT_PALETTE)}}
@media screen and (prefers-color-scheme:dark){:root{${paletteVariables(DARK_PALETTE)}}}
${ROUTE_RULES}
.map{display:block;width:100%;height:auto;font-family:inherit}
.map-paper{fill:var(--paper)}
.map-grid{stroke:var(--grid);stroke-width:1;fill:none}
.map-route{fill:none;stroke:var(--route);stroke-width:2;stroke-opacity:.55;stroke-linejoin:round;stroke-linecap:round}
.map-leader polyline{stroke:var(--route);stroke-width:1;fill:none}
.map-leader circle{fill:var(--route)}
.map-marker circle{fill:var(--route);stroke:var(--paper);stroke-width:1.5}
.map-marker text{fill:var(--on-route);font-weight:650;text-anchor:middle;font-variant-numeric:tabular-nums}
.map-label{fill:var(--text,var(--ink));font-size:10px;paint-order:stroke;stroke:var(--paper);stroke-width:3;stroke-linejoin:round}
.map-ink{stroke:var(--ink);stroke-width:1.2;fill:none}
.map-text{fill:var(--ink);font-size:9px}
.map-needle{fill:var(--ink)}`;
