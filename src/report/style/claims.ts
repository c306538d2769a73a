/** Verdicts, claims and what opens under them. */
export const CLAIM_STYLE = `
.verdict{display:inline-block;white-space:nowrap;font-size:.84rem;font-weight:600}
.v-supported{color:var(--gain)}
.v-partly{color:var(--accent)}
.v-refuted{color:var(--loss)}
.v-undecided,.v-untestable,.v-pending,.v-none{color:var(--muted)}
table.verdicts{width:100%;min-width:0;margin:0 0 .6rem}
table.verdicts th,table.verdicts td{white-space:normal;text-align:left;max-width:none;min-width:0;vertical-align:baseline;padding:.28rem .9rem .28rem 0}
table.verdicts tr>th:first-child{position:static;min-width:2.6rem;white-space:nowrap}
table.verdicts td:nth-child(3){width:56%}
table.verdicts td:nth-child(4){padding-right:0;width:27%}
table.verdicts td small{display:block;white-space:normal}
table.verdicts tr.group>th:first-child{padding-top:1rem;white-space:normal}
.tally{display:flex;flex-wrap:wrap;gap:2px;margin:1.2rem 0 1.6rem;font-size:.88rem}
.tally span{min-width:max-content;padding:.35rem .6rem;border-top:5px solid currentColor;background:var(--raised)}
.tally b{font-size:1.3em;font-variant-numeric:lining-nums tabular-nums}
.claims{border-bottom:1px solid var(--rule)}
details.claim{margin:0;border-top:1px solid var(--rule)}
.claim>summary{display:grid;grid-template-columns:2.6rem 7.2rem minmax(0,1fr);gap:.2rem .8rem;align-items:baseline;padding:.5rem 0;color:var(--ink);list-style-position:inside}
.claim>summary:hover{background:var(--raised)}
.claim-id{color:var(--muted);font-size:.84rem;font-variant-numeric:tabular-nums}
.claim-body{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,24rem);gap:0 2rem;padding:.2rem 0 1.2rem}
.claim-body figure.small{margin:0}
.why{max-width:44rem}
table.checks{min-width:0;width:100%;margin:0 0 1rem}
table.checks th,table.checks td{white-space:normal;text-align:left;max-width:none;padding-left:.6rem}
table.checks tr>th:first-child{position:static;padding-left:0;min-width:0;max-width:none}
.strip-words{font-size:.88rem;margin:0 0 .3rem}
.strip{display:flex;flex-wrap:wrap;gap:1px;margin:0 0 .8rem}
.strip i{width:1.25rem;height:1.25rem;font:600 .8rem/1.25rem var(--sans);text-align:center;background:color-mix(in srgb,currentColor 14%,transparent)}
.strip .s{color:var(--gain)}
.strip .p{color:var(--accent)}
.strip .r{color:var(--loss)}
.strip .n{color:var(--muted)}
.strip .head{outline:2px solid var(--ink);outline-offset:-2px}
@media screen and (max-width:46rem){table.checks th{padding-left:.4rem}.claim>summary{grid-template-columns:2.4rem 1fr}.claim-words{grid-column:1/-1}table.verdicts,table.verdicts tbody,table.verdicts caption{display:block}table.verdicts thead{display:none}table.verdicts tr{display:grid;grid-template-columns:2.8rem 1fr;border-top:1px solid var(--grid);padding:.45rem 0}table.verdicts tr>*,table.verdicts tr.group>th{border:0;padding:.05rem 0;width:auto!important}table.verdicts td:nth-child(n+3){grid-column:1/-1}table.verdicts tr.group{display:block}table.verdicts tr.group>th:first-child{max-width:none}.claim-body{grid-template-columns:minmax(0,1fr)}}
`;
