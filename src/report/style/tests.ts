const MIXES = [85, 58, 36, 20] as const;

/** Colours of the map from behind to ahead: the same strengths of two hues on either side of zero. */
const map = [
  ...MIXES.map((share) => ["--hue-1", share] as const),
  ...MIXES.toReversed().map((share) => ["--hue-2", share] as const),
]
  .map(
    ([hue, share], place) =>
      `--map-${place + 1}:color-mix(in srgb,var(${hue}) ${share}%,var(--ground))`,
  )
  .join(";");

/** What the parts on tests and regimes need of style. */
export const TEST_STYLE = `:root{${map}}
svg.interval{display:block;width:12.5rem;height:1.1rem;overflow:visible}
.interval .zero{stroke:var(--muted);stroke-width:1}
.interval .reach{stroke:var(--hue-2);stroke-width:2;fill:none}
.interval circle{fill:var(--hue-2);stroke:var(--hue-2);stroke-width:1.6}
.interval .hollow{fill:var(--ground)}
.interval text{font:10.5px var(--sans);fill:var(--muted)}
th.words:has(.interval){position:relative}
td.words:has(.interval),th.words:has(.interval){min-width:0;padding-left:.9rem}
.decision{white-space:nowrap;color:var(--muted)}
.decision[data-decision=beats]{color:var(--gain);font-weight:600}
.condition{position:relative;white-space:nowrap}
.why-not{display:block;white-space:normal;min-width:9rem}
.condition[data-passed=false]{color:var(--loss);font-weight:600}
.by-two .smalls{grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
.thin{color:var(--muted)}
th small.regime-words{display:block;max-width:min(44rem,calc(100vw - 3rem));white-space:normal;padding-bottom:.3rem;font-size:.95em}
.regime-words b{font-weight:500;color:var(--ink)}
.strip-row{display:grid;grid-template-columns:minmax(0,17rem) minmax(0,1fr);gap:0 1.2rem;align-items:center;padding:.3rem 0;border-top:1px solid var(--grid)}
.strip-row p{margin:0;font-size:.86rem;line-height:1.35}
.strip-row b{font-weight:600}
.strip-row small{color:var(--muted)}
.strip-states{display:flex;flex-wrap:wrap;gap:0 .8rem;color:var(--muted)}
.strip-states i,.map-key i{display:inline-block;width:.8em;height:.8em;margin-right:.35em;vertical-align:-.08em}
svg.lanes{display:block;width:100%;height:1.7rem;background:var(--band)}
.strip-years{display:grid;grid-template-columns:minmax(0,17rem) minmax(0,1fr);gap:0 1.2rem;font-size:.8rem;color:var(--muted);height:1.5rem}
.strip-years div{grid-column:2;position:relative}
.strip-years span{position:absolute;transform:translateX(-50%);border-left:0}
.map-key{display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-size:.84rem;color:var(--muted)}
.map-key i{width:1.1em;height:1.1em;font:600 .6em/1.8 var(--sans);font-style:normal;text-align:center;color:var(--ground)}
@media screen and (max-width:46rem){.strip-row,.strip-years{grid-template-columns:minmax(0,1fr)}.strip-years div{grid-column:1}svg.interval{width:9.5rem}}
@media (max-width:40rem){.stacks td.words:has(.interval){padding-left:5.8rem}.stacks svg.interval{width:12.5rem}}`;
