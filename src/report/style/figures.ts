/** Charts, their keys and tools, and small pictures. */
export const FIGURE_STYLE = `
.swatch{width:1.6em;height:.5em;margin-right:.45em;vertical-align:.16em;overflow:visible}
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
.js:not(.still) .chart>svg{min-width:0}
.js:not(.still) .chart{overflow:visible}
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
.smalls{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 2rem}
figure.small{margin:1.2rem 0;max-width:30rem}
figure.small .figure-title{font-size:1rem}
.small-key{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin:0 0 .2rem;font-size:.84rem}
svg.small-lines{display:block;width:100%;height:auto}
.small-lines text{font:10.5px var(--sans);fill:var(--muted)}
.small-lines .level{fill:var(--accent);stroke:var(--ground);stroke-width:5px;paint-order:stroke}
`;
