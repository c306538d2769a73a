import { declarations } from "./palette.ts";
import { TEST_STYLE } from "./test-style.ts";

/** The style sheet of the page: light and dark by the reader's setting, 380 px to wide, and print. */
export function styleSheet(): string {
  return `
:root{color-scheme:light dark;${declarations("light")};--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${declarations("dark")}}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.6 var(--sans);overflow-wrap:break-word}
.whole{white-space:nowrap}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.page{max-width:74rem;margin:0 auto;padding:0 1.25rem 5rem}
header.title{padding:4.5rem 0 1.5rem;max-width:46rem}
.kind{margin:0 0 .8rem;font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;color:var(--muted)}
h1{font:600 clamp(2rem,6vw,3.3rem)/1.12 var(--serif);letter-spacing:-.012em;margin:0 0 1rem;text-wrap:balance}
.question{font:italic 1.35rem/1.45 var(--serif);color:var(--muted);margin:0 0 1.2rem;text-wrap:pretty}
h2{font:600 1.9rem/1.2 var(--serif);letter-spacing:-.006em;margin:0 0 1.1rem}
h3{font:600 1.3rem/1.3 var(--serif);margin:2.4rem 0 .7rem}
h4,.figure-title{font:600 1.08rem/1.35 var(--sans);margin:0 0 .15rem}
.unit-head small,th small,td small{font-family:var(--sans);font-weight:400;color:var(--muted);font-size:.82em}
section{padding-top:3.6rem}
section>p,section>dl,section>ul,.in-unit>p{max-width:44rem}
p{margin:0 0 1rem;text-wrap:pretty}
.contents{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:1rem 0;margin:1.5rem 0 0}
.contents h2{font:600 .8rem/1 var(--sans);letter-spacing:.09em;text-transform:uppercase;color:var(--muted);margin:0 0 .7rem}
.contents ol{columns:15rem;column-gap:2rem;margin:0;padding:0;list-style:none;counter-reset:part}
.contents li{counter-increment:part;break-inside:avoid;padding:.14rem 0 .14rem 1.9rem;text-indent:-1.9rem}
.contents li::before{content:counter(part);display:inline-block;width:1.9rem;text-indent:0;color:var(--muted);font-variant-numeric:tabular-nums}
.contents a{color:var(--ink);text-decoration-color:var(--rule)}
.period{color:var(--muted)}
.answer{max-width:46rem;font:1.32rem/1.5 var(--serif)}
.answer p{margin:0 0 .8rem}
.answer strong{font-weight:600;color:var(--accent);font-variant-numeric:lining-nums;white-space:nowrap}
.caution{border-left:3px solid var(--accent);padding-left:1rem;color:var(--muted)}
.swatch{width:1.6em;height:.5em;margin-right:.45em;vertical-align:.16em;overflow:visible}
.units{display:none}
.js .units{display:flex;min-width:0;flex-wrap:wrap;align-items:center;gap:.25rem .3rem;position:sticky;top:0;z-index:5;margin:2rem -1.25rem 0;padding:.5rem 1.25rem;background:var(--ground);border:0;border-bottom:1px solid var(--rule);font-size:.92rem}
.units legend{float:left;padding:0;margin-right:.6rem;color:var(--muted)}
.units label{position:relative;cursor:pointer}
.units input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
.units span{display:block;padding:.2rem .75rem;border:1px solid transparent;border-radius:99px}
.units input:checked+span{border-color:var(--accent);color:var(--accent);font-weight:600}
.units input:focus-visible+span{outline:2px solid var(--accent);outline-offset:1px}
.js .in-unit[hidden]{display:none}
.js .unit-head{margin-top:1.6rem}
figure{margin:2rem 0 2.6rem}
figcaption p+p{margin:0 0 .6rem;color:var(--muted);max-width:44rem;font-size:.98rem}
.key{display:flex;flex-wrap:wrap;gap:.15rem .35rem;list-style:none;margin:0 0 .5rem -.4rem;padding:0;font-size:.88rem;line-height:1.4}
.key li{padding:.1rem .4rem}
.key button{font:inherit;color:inherit;background:none;border:1px solid transparent;border-radius:99px;padding:.1rem .5rem;cursor:pointer;text-align:left}
.key button:hover{border-color:var(--rule)}
.key button[aria-pressed=true]{border-color:var(--accent);color:var(--accent)}
.chart{position:relative;overflow-x:auto;color:var(--ink)}
.chart>svg,.chart svg.marks{display:block;width:100%;height:auto;min-width:38rem}
.chart.live{overflow:visible;touch-action:pan-y}
.chart.live svg.marks{min-width:0;width:auto;max-width:100%}
.chart svg text{font-family:var(--sans);paint-order:stroke}
.remark,.source{font-size:.84rem;color:var(--muted);margin:.35rem 0 0}
.axis{margin:0 0 .2rem;font-size:.8rem;color:var(--muted)}
.chart-tools{float:right;display:flex;gap:.4rem;margin:-.3rem 0 .2rem;font-size:.84rem}
.chart-tools button{font:inherit;color:var(--muted);background:none;border:1px solid var(--rule);border-radius:99px;padding:.05rem .7rem;cursor:pointer}
.chart-tools button[aria-pressed=true]{color:var(--accent);border-color:var(--accent)}
.tip{position:absolute;z-index:4;pointer-events:none;background:var(--raised);border:1px solid var(--rule);border-radius:6px;padding:.4rem .6rem;font-size:.8rem;line-height:1.4;box-shadow:0 3px 14px #0003;white-space:nowrap;max-width:20rem}
.tip b{display:block;font-variant-numeric:tabular-nums}
.tip table{font-size:inherit;width:auto;margin:0}
.tip td{padding:0 0 0 .8rem;border:0;position:static;background:none}
.tip td:first-child{padding:0;text-align:left;max-width:13rem;overflow:hidden;text-overflow:ellipsis}
.scroll{background:linear-gradient(to left,var(--ground) 30%,transparent) right/3rem 100% no-repeat local,linear-gradient(to left,color-mix(in srgb,var(--ink) 17%,transparent),transparent) right/1.1rem 100% no-repeat scroll;overflow-x:auto;margin:1.2rem 0 1.8rem;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.scroll.cut caption::after{content:" · more columns: scroll →";color:var(--accent);white-space:nowrap}
table{border-collapse:collapse;min-width:min(100%,40rem);font-size:.86rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;color:var(--muted);padding:.55rem 0 .45rem;position:sticky;left:0;max-width:min(44rem,calc(100vw - 2.6rem));font-size:.84rem}
th,td{padding:.32rem .1rem .32rem .9rem;text-align:right;vertical-align:baseline;border-top:1px solid var(--grid);font-weight:400;white-space:nowrap}
thead th{border-top:0;vertical-align:bottom;white-space:normal;min-width:5.2rem;max-width:9rem;color:var(--muted);font-size:.92em;line-height:1.25;border-bottom:1px solid var(--rule)}
tr>th:first-child{position:sticky;left:0;z-index:1;background:var(--ground);text-align:left;padding-left:0;padding-right:.6rem;white-space:normal;min-width:8rem;max-width:18rem}
tr.group th{font-weight:600;padding-top:.9rem;border-top:0}
tr.group span{position:sticky;left:0}
td.words,th.words{text-align:left;white-space:normal;min-width:11rem;max-width:30rem}
@media (min-width:40.01rem){.stacks td.words,.stacks th.words{min-width:9.4rem}}
tr.group .note{display:block;font-weight:400;color:var(--muted);max-width:44rem}
tbody tr:not(.group):hover>*{background:var(--raised)}
${[1, 2, 3, 4]
  .map(
    (step) =>
      `.l${step}{background:color-mix(in srgb,var(--hue-1) ${step * 6}%,transparent)}.g${step}{background:color-mix(in srgb,var(--hue-2) ${step * 6}%,transparent)}`,
  )
  .join("")}
${[1, 2, 3, 4, 5].map((step) => `.c${step}{background:color-mix(in srgb,var(--hue-2) ${step * 8}%,transparent)}`).join("")}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,33rem),1fr));gap:0 2rem}
.beside table{min-width:0;font-size:.78rem}
.beside thead th,.beside td{min-width:2.3rem;padding-left:.3rem}
.beside tr>th:first-child{padding-left:0;min-width:8rem;max-width:12rem}
.verdict{display:inline-block;white-space:nowrap;font-size:.84rem;font-weight:600}
.v-supported{color:var(--gain)}
.v-partly{color:var(--accent)}
.v-refuted{color:var(--loss)}
.v-undecided,.v-untestable,.v-pending,.v-none{color:var(--muted)}
.tally{display:flex;flex-wrap:wrap;gap:2px;margin:1.2rem 0 1.6rem;font-size:.88rem}
.tally span{min-width:max-content;padding:.35rem .6rem;border-top:5px solid currentColor;background:var(--raised)}
.tally b{font-size:1.3em;font-variant-numeric:lining-nums tabular-nums}
.claims{border-bottom:1px solid var(--rule)}
details.claim{margin:0;border-top:1px solid var(--rule)}
.claim>summary{display:grid;grid-template-columns:2.6rem 7.2rem minmax(0,1fr) minmax(0,15rem);gap:.2rem .8rem;align-items:baseline;padding:.5rem 0;color:var(--ink);list-style-position:inside}
.claim>summary:hover{background:var(--raised)}
.claim-id{color:var(--muted);font-size:.84rem;font-variant-numeric:tabular-nums}
.claim-numbers{font-size:.88rem;text-align:right}
.claim-numbers small{display:block;color:var(--muted)}
.claim-body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,24rem);gap:0 2rem;padding:.2rem 0 1.2rem}
.claim-body figure.small{margin:0}
.why{max-width:44rem}
table.checks{min-width:0;width:100%;margin:0 0 1rem}
table.checks th,table.checks td{white-space:normal;text-align:left;max-width:none;padding-left:.6rem}
table.checks tr>th:first-child{position:static;padding-left:0;min-width:0;max-width:none}
.strip-words{font-size:.88rem;margin:0 0 .3rem}
.strip{display:flex;flex-wrap:wrap;gap:1px;margin:0 0 .8rem}
.strip i{width:1.25rem;height:1.25rem;font:600 .8rem/1.25rem var(--sans);text-align:center;background:color-mix(in srgb,currentColor 14%,transparent)}
.strip .head{outline:2px solid var(--ink);outline-offset:-2px}
.smalls{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 2rem}
figure.small{margin:1.2rem 0;max-width:30rem}
figure.small .figure-title{font-size:1rem}
.small-key{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:0 0 .2rem;font-size:.84rem}
svg.small-lines{display:block;width:100%;height:auto}
.small-lines text{font:10.5px var(--sans);fill:var(--muted)}
.small-lines .level{fill:var(--accent);stroke:var(--ground);stroke-width:5px;paint-order:stroke}
${TEST_STYLE}
th a{color:inherit;text-decoration-color:var(--rule)}
.open{color:var(--loss)}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--accent);padding:.2rem 0}
ul.plain{padding-left:1.1rem;margin:.4rem 0 1rem;max-width:44rem}
ul.plain strong{font-variant-numeric:lining-nums}
dl.words dt{font-weight:600;margin-top:1rem}
dl.words dd{margin:.15rem 0 0}
dl.words ul{margin:0;padding-left:1.1rem}
.events{list-style:none;margin:.2rem 0 1rem;padding:0;font-size:.88rem}
.events time{font-variant-numeric:tabular-nums;color:var(--muted);margin-right:.5rem}
pre{overflow-x:auto;background:var(--raised);border:1px solid var(--rule);border-radius:6px;padding:.9rem 1rem;font-size:.86rem}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.88rem}
.out-of-sight{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:60rem){tr>th:first-child{min-width:17rem}thead th{padding-left:.7rem}}
@media (max-width:40rem){.stacks,.stacks tbody,.stacks tr,.stacks caption{display:block;max-width:none}.stacks thead{display:none}.stacks tr{padding:.5rem 0;border-top:1px solid var(--grid)}.stacks tr>th:first-child{display:block;position:static;max-width:none;border:0;font-weight:600}.stacks td,.stacks td.words,table.checks.stacks td{display:block;position:relative;border:0;padding:.1rem 0 .1rem 5.8rem;text-align:left;white-space:normal;min-width:0;max-width:none}table.stacks td:empty{display:none}.stacks td::before{content:attr(data-head);position:absolute;left:0;color:var(--muted)}.js .units{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap}.units label{flex:none}body{font-size:1rem}header.title{padding-top:2.5rem}tr>th:first-child{max-width:9.5rem;min-width:7rem}h2{font-size:1.6rem}.question{font-size:1.18rem}}
@media (max-width:46rem){table.checks th{padding-left:.4rem}.claim>summary{grid-template-columns:2.4rem 1fr}.claim-words,.claim-numbers{grid-column:1/-1;text-align:left}.claim-body{grid-template-columns:minmax(0,1fr)}}
@media print{
:root{${declarations("light")};color-scheme:light}
html{font-size:9pt}
body{font-size:1rem;line-height:1.4}
section{padding-top:1.6rem}
h3{margin-top:1.2rem}
figure{margin:1rem 0 1.2rem}
header.title{padding-top:0}
.answer{font-size:11pt}
th,td{padding-top:.08rem;padding-bottom:.08rem}
.scroll{margin:.6rem 0 .9rem}
.beside{grid-template-columns:1fr 1fr}
.beside table{font-size:5.6pt}
details.claim::details-content{content-visibility:visible;display:block}
.claim>summary,.strip{break-inside:avoid}
.page{max-width:none;padding:0}
.units,.chart-tools,.tip{display:none!important}
.scroll.cut caption::after{content:none}
.scroll{background:none;overflow:visible;break-inside:auto}
table{font-size:6.1pt;width:100%;min-width:0}
th,td,td.words,th.words,thead th,tr>th:first-child{min-width:0!important;max-width:none!important;padding-left:.22rem;white-space:normal}
tr>th:first-child{padding-left:0;position:static}
td.words,th.words,code{overflow-wrap:anywhere}
caption{position:static;max-width:none}
thead{display:table-header-group}
tr,figure{break-inside:avoid}
h2,h3,h4,figcaption,caption{break-after:avoid}
.chart{overflow:visible}
.chart>svg,.chart svg.marks{min-width:0;max-width:100%}
a{color:inherit}
@page{margin:12mm 12mm}
}
`;
}
