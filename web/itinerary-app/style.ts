/** The page's look, in the export page's colours: they hold AA on both papers. The theme is the host's, set on the root. */

import { ROUTE_COLOURS } from "../../trip/map/draw-map.ts";
import { DARK_PALETTE, LIGHT_PALETTE, MAP_STYLE, paletteVariables } from "../../trip/map/map-style.ts";

const COLOURS = `
:root[data-theme=light]{color-scheme:light;--page:#fffefb;--card:#faf8f3;--line:#e5e0d5;--text:#22262a;--soft:#5b5f63;--accent:#1d6a86;
--good:#2a6b4b;--good-page:#e8f1ea;--bad:#a02a2a;--bad-page:#f9e9e5;--note:#6f4f08;--note-page:#f6eed9;${paletteVariables(LIGHT_PALETTE)}}
:root[data-theme=dark]{color-scheme:dark;--page:#1b2022;--card:#14181a;--line:#343b3f;--text:#e9e6df;--soft:#a9aaa6;--accent:#72c4de;
--good:#88d0a9;--good-page:#1b2c24;--bad:#f3a59b;--bad-page:#351f1d;--note:#e3c06d;--note-page:#2d2717;${paletteVariables(DARK_PALETTE)}}`;

const BASE = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;background:var(--page)}
body{margin:0;background:var(--page);color:var(--text);overflow-wrap:anywhere;
font:.9375rem/1.5 var(--host-font,system-ui),system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
#all{display:flow-root;max-width:64rem;margin:0 auto;padding:calc(1rem + var(--inset-top,0px)) calc(1rem + var(--inset-right,0px)) calc(1rem + var(--inset-bottom,0px)) calc(1rem + var(--inset-left,0px))}
h1,h2,h3,p,ul,ol,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-family:ui-serif,"Iowan Old Style",Palatino,Georgia,"Noto Serif",serif;font-weight:600;font-size:clamp(1.45rem,1.2rem + 1.4vw,1.95rem);line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1rem;font-weight:650;line-height:1.3}
h3{font-size:.95rem;font-weight:600;line-height:1.4}
a{color:inherit;text-decoration-color:var(--line);text-decoration-thickness:1.5px;text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.soft,.facts,.small,.way,.why,.cost,.when,footer{color:var(--soft)}
.small,.way,.why,.cost,.day-cost{font-size:.85rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#status{margin-bottom:.8rem;padding:.5rem .8rem;border-radius:.6rem;background:var(--card);color:var(--soft);font-size:.875rem}`;

const HEAD = `
.facts{margin-top:.25rem}
.verdict{display:flex;gap:.55rem;align-items:flex-start;margin-top:.8rem;padding:.55rem .8rem;border-radius:.6rem;font-size:.9rem}
.good{background:var(--good-page);color:var(--good)}
.bad{background:var(--bad-page);color:var(--bad)}
.sign{flex:none;width:1.05rem;height:1.05rem;margin-top:.15rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.news{margin-top:.5rem;padding:.5rem .8rem;border-radius:.6rem;background:var(--note-page);color:var(--note);font-size:.875rem}
nav{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:1rem}
button{display:inline-flex;align-items:center;gap:.45rem;min-height:2.25rem;padding:.3rem .8rem;border:1px solid var(--line);border-radius:2rem;
background:transparent;color:var(--text);font:inherit;font-size:.85rem;cursor:pointer}
button:hover{background:var(--card)}
button:focus-visible{border-radius:2rem}
button[aria-pressed=true]{background:var(--text);border-color:var(--text);color:var(--page)}
.dot{flex:none;width:.65rem;height:.65rem;border-radius:50%;background:var(--route)}
[aria-pressed=true] .dot{box-shadow:0 0 0 1.5px var(--page)}`;

const PLAN = `
.stay{margin-top:1rem}
.stay>figure{max-width:32rem}
.stay>h2{margin-bottom:.6rem}
.map{border-radius:.7rem;border:1px solid var(--line);background:var(--paper)}
.days{display:grid;gap:1.4rem;margin-top:1.1rem}
.day h3{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;margin-bottom:.7rem}
.label{color:var(--route);font-weight:650}
.stop{position:relative;display:grid;grid-template-columns:1.5rem minmax(0,1fr);gap:0 .75rem;padding-bottom:1rem}
.stop:last-child{padding-bottom:0}
.stop::before{content:"";position:absolute;left:calc(.75rem - 1px);top:0;bottom:0;width:2px;background:var(--route);opacity:.28}
.stop:first-child::before{top:.75rem}
.stop:last-child::before{bottom:auto;height:.75rem}
.stop:only-child::before{display:none}
.pin{position:relative;width:1.5rem;height:1.5rem;border-radius:50%;background:var(--route);color:var(--on-route);font-size:.75rem;font-weight:650;
display:grid;place-items:center;font-variant-numeric:tabular-nums}
.pin.open{width:.7rem;height:.7rem;margin:.4rem;background:var(--page);border:2px solid var(--route)}
.when{font-size:.85rem;font-variant-numeric:tabular-nums;white-space:nowrap;line-height:1.5rem}
.when abbr{text-decoration:none;font-size:.7rem;line-height:0;vertical-align:super}
.name{font-weight:600;line-height:1.5rem}
.kind{font-weight:400;color:var(--soft);font-size:.85rem}
.way{grid-column:2;margin:-.3rem 0 .7rem}
.notes{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.25rem}
.notes li{padding:.05rem .55rem;border-radius:1rem;font-size:.8rem;background:var(--note-page);color:var(--note)}
.remark{margin:.3rem 0;padding:.3rem .6rem;border-radius:.5rem;font-size:.85rem;background:var(--note-page);color:var(--note)}
.remark.problem{background:var(--bad-page);color:var(--bad)}
.tone{font-weight:650}
.tone::after{content:":"}
.day>.remark{margin:0 0 .7rem}
.day-cost{margin-top:.9rem;padding-top:.7rem;border-top:1px solid var(--line);color:var(--soft)}
.overview .more{display:none}
.overview .stop{padding-bottom:.45rem}
.overview .what{display:grid;grid-template-columns:6.4rem minmax(0,1fr);gap:0 .6rem}
.overview .what>:nth-child(n+3){grid-column:2}
@media (max-width:26rem){.overview .what{display:block}.overview .when{line-height:1.3rem}.overview .name{line-height:1.35rem}}
@media (min-width:40rem){.mapped{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,min(24rem,44%));gap:0 1.6rem;align-items:start}
.mapped>h2{grid-column:1/-1}.mapped>figure{grid-column:2;grid-row:2;position:sticky;top:1rem}.mapped>.days{grid-column:1;grid-row:2;margin-top:0}}
@media (min-width:40rem){.overview .stay:not(.mapped) .days{grid-template-columns:1fr 1fr}}`;

const routes = Array.from({ length: ROUTE_COLOURS }, (_, index) => index + 1);

/** The chosen day stands out on the map of its city. */
const CHOSEN = [
  ...routes.map(
    (route) => `.stay[data-route="${route}"] :is(.map-route,.map-marker,.map-leader):not(.route-${route}){opacity:.18}`,
  ),
  ...routes.map(
    (route) => `.stay[data-route="${route}"] .map-route.route-${route}{stroke-opacity:.9;stroke-width:2.6}`,
  ),
  `.map-marker.here circle{stroke:var(--text);stroke-width:2.5}`,
  `@media (prefers-reduced-motion:no-preference){.map-route,.map-marker,.map-leader{transition:opacity .2s}}`,
].join("\n");

const AFTER = `
.panel{margin-top:1.1rem;padding:.9rem 1rem;border-radius:.8rem;background:var(--card);border:1px solid var(--line);font-size:.9rem}
.panel h2{margin-bottom:.45rem}
.panel li+li{margin-top:.35rem}
.panel.bad{border-color:var(--bad);background:var(--bad-page)}
.panel .small{margin-top:.5rem}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.35rem 0;text-align:left;font-weight:400;vertical-align:baseline}
thead th{font-size:.8rem;color:var(--soft)}
th+td,td+td,td+th,th+th{text-align:right;padding-left:.8rem}
tbody tr,tfoot tr{border-top:1px solid var(--line)}
td:not(:last-child){white-space:nowrap}
tfoot th,tfoot td{font-weight:650}
.links{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem}
.panel .links li+li{margin-top:0}
@media (min-width:40rem){.after{columns:2;column-gap:1.1rem;margin-top:1.1rem}.after>*{margin:0 0 1.1rem;break-inside:avoid}.after:has(>:only-child){columns:1}}
footer{margin-top:1.1rem;font-size:.8rem}`;

export const STYLE = [MAP_STYLE, COLOURS, BASE, HEAD, PLAN, CHOSEN, AFTER].join("\n");
