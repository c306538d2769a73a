/** Where the parts of the page stand: contents beside the text where there is room, and the bar of choices. */
export const LAYOUT_STYLE = `
.skip{position:absolute;left:-100vw;top:0;z-index:9;padding:.5rem 1rem;background:var(--ground);border:2px solid var(--accent)}
.skip:focus{left:.5rem}
@media print{.skip{display:none}}
.contents{margin:0 0 .5rem;border-bottom:1px solid var(--rule);font-size:.92rem}
.contents summary{font-weight:600;padding:.6rem 0}
.contents p{margin:.9rem 0 .2rem;font-size:.76rem;letter-spacing:.07em;text-transform:uppercase;color:var(--muted)}
.contents ol{margin:0;padding:0;list-style:none}
.contents a{display:block;padding:.16rem .6rem;border-left:2px solid var(--rule);color:var(--ink);text-decoration:none;line-height:1.35}
.contents a:hover{background:var(--raised)}
.contents a[aria-current]{border-color:var(--accent);color:var(--accent);font-weight:600}
.contents .to-print{display:none}
@media (min-width:75rem){
.report{display:grid;grid-template-columns:14.5rem minmax(0,1fr);gap:0 2.6rem;max-width:88rem}
.report>.content{grid-column:2;grid-row:1}
.contents{grid-column:1;grid-row:1;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;margin:0;padding:1.4rem 0 2rem;border:0;font-size:.86rem;scrollbar-width:thin}
.contents summary{display:none}
.contents details{margin:0}
.contents details::details-content{content-visibility:visible;display:block}
header.title{padding-top:2.6rem}
}
.bar{display:none}
.js .bar{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem .9rem;position:sticky;top:0;z-index:5;margin:1rem -1.25rem 0;padding:.4rem 1.25rem .45rem;background:var(--ground);border-bottom:1px solid var(--rule);font-size:.88rem;line-height:1.3}
.bar fieldset{display:flex;min-width:0;max-width:100%;align-items:center;gap:.1rem;margin:0;padding:0;border:0}
.bar legend{float:left;padding:0;margin-right:.35rem;color:var(--muted)}
.bar label.choice{position:relative;cursor:pointer;flex:none}
.choice input{position:absolute;opacity:0;inset:0;width:100%;height:100%;margin:0;cursor:pointer}
.choice span{display:block;padding:.12rem .5rem;border:1px solid transparent;border-radius:99px}
.choice input:checked+span{border-color:var(--accent);color:var(--accent);font-weight:600}
.choice input:focus-visible+span{outline:2px solid var(--accent);outline-offset:1px}
.bar button{font:inherit;color:inherit;background:none;border:1px solid var(--rule);border-radius:99px;padding:.15rem .7rem;cursor:pointer}
.bar button:disabled{color:var(--muted);cursor:default;opacity:.7}
.span{flex:1 1 100%;margin:0}
.bar .open-all{font-variant-numeric:tabular-nums}
@media (min-width:60rem){.bar .open-all{display:none}}
@media (max-width:59.99rem){.bar:not(.open)>:not(.units):not(.open-all){display:none}.span-body{padding-top:.3rem}}
.span-body{display:flex;flex-wrap:wrap;align-items:center;gap:.3rem .9rem}
.span label{display:flex;align-items:center;gap:.35rem;color:var(--muted)}
.span input[type=date],.bar select{font:inherit;color:var(--ink);background:var(--raised);border:1px solid var(--rule);border-radius:5px;padding:.1rem .3rem}
.brush{position:relative;flex:1 1 20rem;min-width:0;height:2.3rem;touch-action:none;cursor:crosshair;background:var(--raised)}
.brush svg{display:block;width:100%;height:100%}
.brush .window{position:absolute;inset:0 auto 0 0;width:100%;border:solid var(--accent);border-width:0 2px;background:color-mix(in srgb,var(--accent) 12%,transparent);pointer-events:none}
.brush input{position:absolute;inset:0;width:100%;height:100%;margin:0;background:none;appearance:none;-webkit-appearance:none;pointer-events:none}
.brush input::-webkit-slider-thumb{-webkit-appearance:none;pointer-events:auto;width:12px;height:1.5rem;border:1px solid var(--ground);border-radius:4px;background:var(--accent);cursor:ew-resize}
.brush input::-moz-range-thumb{pointer-events:auto;width:12px;height:1.5rem;border:1px solid var(--ground);border-radius:4px;background:var(--accent);cursor:ew-resize}
.span-note{display:none;flex:1 1 100%;margin:0;color:var(--muted);font-size:.92em}
.spanned .span-note{display:block}
.copied{color:var(--muted)}
.copied input{font:inherit;width:min(22rem,60vw);color:var(--ink);background:var(--raised);border:1px solid var(--rule)}
@media (max-height:34rem){.js .bar{position:static}}
@media (forced-colors:active){.choice input:checked+span,.contents a[aria-current]{border-color:Highlight}.brush .window{border-color:Highlight}svg{forced-color-adjust:none}.v-supported,.v-partly,.v-refuted{forced-color-adjust:auto}}
`;
