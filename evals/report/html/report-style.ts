/** The report's one style sheet, in the colours of the plans' own pages: light, dark, on a phone and on paper. */
import { MAP_STYLE } from "../../../trip/map/map-style.ts";

const COLOURS = `
:root{color-scheme:light dark;--page:#faf8f3;--card:#fffefb;--line:#e5e0d5;--text:#22262a;--soft:#5b5f63;--accent:#1d6a86;
--good:#2a6b4b;--good-page:#e8f1ea;--bad:#a02a2a;--bad-page:#f9e9e5;--note:#6f4f08;--note-page:#f6eed9;--track:#ece8dd}
@media screen and (prefers-color-scheme:dark){:root{--page:#14181a;--card:#1b2022;--line:#30373a;--text:#e9e6df;--soft:#a9aaa6;
--accent:#72c4de;--good:#88d0a9;--good-page:#1b2c24;--bad:#f3a59b;--bad-page:#351f1d;--note:#e3c06d;--note-page:#2d2717;--track:#2b3134}}`;

const BASE = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
h1,h2{font-family:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif;font-weight:600;line-height:1.2;text-wrap:balance}
h1,h2,h3,h4,p,figure,dl,dd{margin:0}
h1{font-size:clamp(2rem,1.4rem + 2.6vw,3rem);letter-spacing:-.015em}
h2{font-size:1.6rem}
h3{font-size:1.02rem;font-weight:650}
h4{font-size:.95rem;font-weight:650}
ul,ol{margin:0;padding:0;list-style:none}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
summary{cursor:pointer}
code{font:.86em/1.4 ui-monospace,"SF Mono",Menlo,"DejaVu Sans Mono",monospace}
.wrap{max-width:78rem;margin:0 auto;padding:0 1.1rem}
.soft{color:var(--soft)}
.small{font-size:.88rem}
section{margin-top:2.8rem}
section>h2+p{margin-top:.25rem;max-width:52rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:1rem;margin-top:1.1rem}
.card{padding:1rem 1.1rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem;min-width:0}
.card h3{margin-bottom:.1rem}
.card>p.soft{font-size:.85rem}
footer{padding-block:2.4rem 3rem;font-size:.85rem;color:var(--soft)}`;

const HEAD = `
.head{padding-top:2.6rem}
.eyebrow{font-size:.82rem;font-weight:650;letter-spacing:.09em;text-transform:uppercase;color:var(--accent);margin-bottom:.35rem}
.about{margin-top:.45rem;color:var(--soft);max-width:46rem}
.verdict{display:inline-flex;gap:.55rem;align-items:baseline;margin-top:1.2rem;padding:.5rem .95rem;border-radius:.6rem;background:var(--note-page);color:var(--note);font-weight:600}
.verdict.good{background:var(--good-page);color:var(--good)}
.verdict.bad{background:var(--bad-page);color:var(--bad)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.8rem;margin-top:1.4rem}
.tiles div{padding:.8rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem}
.tiles dt{font-size:.8rem;color:var(--soft)}
.tiles dd{font-size:1.45rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.25}
.tiles dd small{display:block;font-size:.78rem;font-weight:400;color:var(--soft)}
.ran{margin-top:1rem;padding:.7rem 1.1rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem}
.ran summary{font-weight:650}
.ran dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,44%),1fr));gap:.7rem 1.4rem;margin:.9rem 0 .4rem}
.ran dt{font-size:.78rem;color:var(--soft)}
.ran dd{font-size:.92rem}`;

const TABLES = `
table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding:0 0 .55rem;caption-side:top}
th,td{padding:.5rem .7rem;text-align:left;font-weight:400;vertical-align:top}
thead th{font-size:.82rem;color:var(--soft);vertical-align:bottom;white-space:nowrap}
thead th b{display:block;font-size:.95rem;font-weight:650;color:var(--text)}
tbody tr{border-top:1px solid var(--line)}
.scroll{overflow-x:auto;margin-top:1.1rem;padding:1rem .4rem .4rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem}
.scroll caption{padding-left:.7rem}
.scores th:first-child{min-width:12rem;max-width:22rem}
.scores summary{font-weight:600}
.scores details p{font-size:.85rem;color:var(--soft);margin-top:.25rem}
.scores .number{white-space:nowrap}
.scores .value{font-weight:600;font-size:1.02rem}
.scores .range,.scores .of{display:block;font-size:.8rem;color:var(--soft)}
.scores .subject{background:color-mix(in srgb,var(--accent) 6%,transparent)}
.best{display:inline-block;margin-left:.35rem;padding:0 .4rem;border-radius:1rem;background:var(--good-page);color:var(--good);font-size:.74rem;font-weight:650;vertical-align:.08em}
.dot{display:inline-block;width:.65rem;height:.65rem;border-radius:50%;background:var(--route);margin-right:.4rem}
.strip{display:block;width:10.5rem;height:auto;min-width:10.5rem}
.tally{margin-top:.5rem}
.tally th,.tally td{padding:.3rem 0;border:0;vertical-align:middle}
.tally tbody tr{border-top:0}
.tally th{width:32%;padding-right:.6rem;font-size:.92rem}
.tally td:last-child{text-align:right;white-space:nowrap;padding-left:.7rem;font-size:.88rem;color:var(--soft)}
.bar{display:block;width:100%;height:.85rem}
.codes td:nth-child(n+3){text-align:right}
.codes th,.codes td{white-space:nowrap;overflow-wrap:normal}
.codes th:nth-child(n+3){text-align:right}
@media (max-width:40rem){th,td{padding:.45rem .5rem}.scores th:first-child{min-width:9.5rem;max-width:11rem}.plot-column{display:none}}`;

const PLOTS = `
.plot{display:block;width:100%;height:auto;margin-top:.6rem;font-family:inherit}
.plot text{fill:var(--soft);font-size:10.5px}
.plot .name{fill:var(--text);font-size:11px}
.plot .axis{stroke:var(--line);stroke-width:1;fill:none}
.plot .range,.strip .range,.bar .range{stroke:var(--route);stroke-width:2;fill:none;stroke-linecap:round}
.plot .mid,.strip .mid{fill:var(--route)}
.plot .columns{fill:var(--route);fill-opacity:.5}
.plot .dots{fill:var(--route);fill-opacity:.5}
.plot .many{stroke:var(--route);stroke-opacity:.3;stroke-width:4;stroke-linecap:round;fill:none}
.plot .mean{fill:var(--route);stroke:var(--card);stroke-width:1.5}
.plot .cross{stroke:var(--route);stroke-width:1.6;fill:none}
.strip .axis{stroke:var(--line)}
.bar .track{fill:var(--track)}
.bar .filled{fill:var(--accent);fill-opacity:.55}
.bar .whisker{stroke:var(--text);stroke-width:1.5;vector-effect:non-scaling-stroke}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin-top:.8rem;font-size:.9rem}`;

const SAMPLES = `
.filter{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.4rem .9rem;align-items:center;padding:.7rem 0;background:var(--page)}
.filter input{flex:1 1 14rem;max-width:30rem;min-width:0;font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:.6rem;padding:.45rem .8rem}
.group{margin:1.2rem 0 .7rem}
.sample{margin-top:.7rem;background:var(--card);border:1px solid var(--line);border-radius:.9rem;content-visibility:auto;contain-intrinsic-size:auto 3.6rem}
.sample[open]{contain-intrinsic-size:auto 48rem}
.sample>summary{display:grid;grid-template-columns:1.5rem minmax(0,1fr);gap:0 .6rem;padding:.75rem 1.1rem;list-style:none}
.sample>summary::-webkit-details-marker{display:none}
.mark{display:grid;place-items:center;width:1.5rem;height:1.5rem;border-radius:50%;font-size:.8rem;font-weight:700;background:var(--good-page);color:var(--good)}
.failed .mark{background:var(--bad-page);color:var(--bad)}
.sample>summary p{grid-column:2;font-size:.9rem;color:var(--soft)}
.chips{display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.3rem;grid-column:2}
.chips li{padding:.02rem .55rem;border-radius:1rem;border:1px solid var(--line);font-size:.78rem;color:var(--soft)}
.chips .why{border-color:transparent;background:var(--bad-page);color:var(--bad)}
.body{padding:.2rem 1.1rem 1.2rem}
.body h5{font-size:.82rem;font-weight:650;color:var(--soft);margin:1.1rem 0 .35rem}
.turns li{display:grid;gap:.35rem}
.turns li+li{margin-top:.7rem}
.said,.answer{white-space:pre-line;padding:.5rem .8rem;border-radius:.8rem;font-size:.94rem;max-width:46rem}
.said{justify-self:end;background:color-mix(in srgb,var(--accent) 11%,transparent)}
.answer{background:var(--page);border:1px solid var(--line)}
.calls{font-size:.8rem;color:var(--soft)}
.beside{display:grid;gap:0 1.6rem}
@media (min-width:56rem){.beside.mapped{grid-template-columns:minmax(0,1fr) 24rem}}
.found li{padding:.4rem .75rem;border-left:3px solid var(--bad);background:var(--bad-page);border-radius:0 .5rem .5rem 0;margin-top:.35rem;font-size:.94rem}
.found li.warning{border-color:var(--note);background:var(--note-page)}
.found small{display:block;font-size:.82rem;color:var(--soft)}
.held summary{font-size:.88rem;color:var(--soft);margin-top:.5rem}
.held li{font-size:.88rem;margin:.2rem 0 0 1rem}
.map{border-radius:.8rem;border:1px solid var(--line)}
figure figcaption{font-size:.82rem;color:var(--soft);margin:.3rem 0 .6rem}
.days{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.9rem 1.4rem}
.days h6{margin:0 0 .25rem;font-size:.86rem;font-weight:650;color:var(--route)}
.days li{display:grid;grid-template-columns:1.4rem 6.2rem minmax(0,1fr);gap:.3rem;font-size:.88rem;padding:.12rem 0;font-variant-numeric:tabular-nums}
.days .pin{width:1.25rem;height:1.25rem;border-radius:50%;background:var(--route);color:var(--on-route);font-size:.7rem;font-weight:650;display:grid;place-items:center}
.days time{color:var(--soft)}
.days .hit{color:var(--bad);font-weight:600}`;

const PRINT = `
@media print{html{font-size:9pt}body{background:#fff}.filter{display:none}.card,.sample,figure{break-inside:avoid}
.map,.pin,.dot,.bar,.plot,.strip{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

export const REPORT_STYLE = [COLOURS, MAP_STYLE, BASE, HEAD, TABLES, PLOTS, SAMPLES, PRINT].join("\n").trim();
