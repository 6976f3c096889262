/** The page's one style sheet: quiet, readable on a phone in the sun, dark at night, and fit to print. */
import { MAP_STYLE } from "../map/map-style.ts";

const COLOURS = `
:root{color-scheme:light dark;--page:#faf8f3;--card:#fffefb;--line:#e5e0d5;--text:#22262a;--soft:#5b5f63;--accent:#1d6a86;
--good:#2a6b4b;--good-page:#e8f1ea;--bad:#a02a2a;--bad-page:#f9e9e5;--note:#6f4f08;--note-page:#f6eed9}
@media screen and (prefers-color-scheme:dark){:root{--page:#14181a;--card:#1b2022;--line:#30373a;--text:#e9e6df;--soft:#a9aaa6;
--accent:#72c4de;--good:#88d0a9;--good-page:#1b2c24;--bad:#f3a59b;--bad-page:#351f1d;--note:#e3c06d;--note-page:#2d2717}}`;

const BASE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:4.2rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
overflow-wrap:anywhere}
h1,h2,h3{font-family:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif;font-weight:600;line-height:1.2;margin:0;text-wrap:balance}
h1{font-size:clamp(1.8rem,1.3rem + 2.4vw,2.8rem);letter-spacing:-.01em}
h2{font-size:1.5rem}
h3{font-size:1.2rem}
p{margin:0}
a{color:inherit;text-decoration-color:var(--line);text-decoration-thickness:1.5px;text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
ul,ol{margin:0;padding:0;list-style:none}
.wrap{max-width:68rem;margin:0 auto;padding:0 1.1rem}
.soft{color:var(--soft)}
.small{font-size:.9rem}`;

const HEAD = `
.head{padding-block:2.4rem 1.4rem}
.facts{margin-top:.6rem;color:var(--soft)}
.verdict{display:inline-block;margin-top:1rem;padding:.4rem .8rem;border-radius:.5rem;background:var(--good-page);color:var(--good);font-size:.95rem}
.verdict.bad{background:var(--bad-page);color:var(--bad)}
.days-nav{position:sticky;top:0;z-index:2;background:var(--page);border-bottom:1px solid var(--line)}
.days-nav ol{display:flex;gap:.4rem;overflow-x:auto;padding:.6rem 1.1rem;scrollbar-width:none}
.days-nav a{display:flex;align-items:center;gap:.45rem;white-space:nowrap;padding:.4rem .75rem;border:1px solid var(--line);border-radius:2rem;
background:var(--card);text-decoration:none;font-size:.9rem}
.dot{flex:none;width:.65rem;height:.65rem;border-radius:50%;background:var(--route)}
.panel{margin:1.4rem 0;padding:1rem 1.2rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem}
.panel h2{font-size:1.15rem;margin-bottom:.5rem}
.panel li+li{margin-top:.4rem}
.panel.bad{border-color:var(--bad)}
.panel.bad h2{color:var(--bad)}`;

const CITY = `
.city{margin:1.8rem 0}
.city>h2{margin-bottom:.9rem}
figure{margin:0}
.map{border-radius:.9rem;border:1px solid var(--line);background:var(--paper)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1rem;margin-top:.6rem;font-size:.85rem;color:var(--soft)}
.legend li{display:flex;align-items:center;gap:.4rem}
.day{margin-top:1.2rem;padding:1.1rem 1.2rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem}
.day header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem .7rem;margin-bottom:1rem}
.day header p{color:var(--route);font-weight:650;font-size:.85rem;letter-spacing:.02em;width:100%}
.day-cost{margin-top:1rem;padding-top:.8rem;border-top:1px solid var(--line);font-size:.9rem;color:var(--soft)}
.day-map{margin-top:.8rem}
.day-map summary{cursor:pointer;font-size:.9rem;color:var(--accent);padding:.5rem 0}
.day-map .map{margin-top:.5rem;max-width:34rem}
@media (min-width:62rem){.city.mapped{display:grid;grid-template-columns:minmax(0,1fr) 25rem;gap:0 1.6rem;align-items:start}
.city.mapped>h2{grid-column:1/-1}.city.mapped>figure{grid-column:2;grid-row:2;position:sticky;top:4.6rem}
.city.mapped>.days{grid-column:1;grid-row:2}.city.mapped .day:first-child{margin-top:0}}`;

const STOPS = `
.stop{position:relative;display:grid;grid-template-columns:1.7rem minmax(0,1fr);gap:0 .8rem;padding-bottom:1.1rem}
.stop:last-child{padding-bottom:0}
.stop::before{content:"";position:absolute;left:.8rem;top:0;bottom:0;width:2px;background:var(--route);opacity:.28}
.stop:first-child::before{top:.8rem}
.stop:last-child::before{bottom:auto;height:1.2rem}
.way{grid-column:2;font-size:.85rem;color:var(--soft);margin:-.35rem 0 .85rem}
.pin{position:relative;width:1.7rem;height:1.7rem;border-radius:50%;background:var(--route);color:var(--on-route);font-size:.82rem;font-weight:650;
display:grid;place-items:center;font-variant-numeric:tabular-nums}
.pin.open{width:.8rem;height:.8rem;margin:.45rem;background:var(--card);border:2px solid var(--route)}
.when{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;font-size:.9rem;color:var(--soft);font-variant-numeric:tabular-nums;min-height:1.7rem;align-items:center}
.name{font-size:1.06rem;font-weight:600;line-height:1.35}
.why{font-size:.9rem;color:var(--soft);margin-top:.1rem}
.notes{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.35rem}
.notes li{padding:.1rem .55rem;border-radius:1rem;font-size:.82rem;background:var(--note-page);color:var(--note)}`;

const COSTS = `
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.45rem 0;text-align:left;font-weight:400}
thead th{font-size:.85rem;color:var(--soft)}
th+th,td{text-align:right;padding-left:1rem}
tbody tr,tfoot tr{border-top:1px solid var(--line)}
tfoot th,tfoot td{font-weight:650}
.judgement{margin-top:.8rem}
.links{display:flex;flex-wrap:wrap;gap:.4rem 1.2rem}
.panel .links li+li{margin-top:0}
.columns{display:grid;gap:0 1.4rem}
@media (min-width:62rem){.columns{grid-template-columns:1fr 1fr;align-items:start}}
footer{padding-block:1rem 3rem;font-size:.85rem;color:var(--soft)}`;

const PRINT = `
@media print{html{font-size:9pt}body{background:#fff}.days-nav,.day-map{display:none}.day,.panel,figure{break-inside:avoid}
.stop{break-inside:avoid}.day h3,.city>h2{break-after:avoid}.map,.pin,.dot,.notes li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.city>figure{max-width:12cm}.head{padding-block-start:0}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;

export const PAGE_STYLE = [COLOURS, MAP_STYLE, BASE, HEAD, CITY, STOPS, COSTS, PRINT].join("\n").trim();
