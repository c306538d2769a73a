/** Tables, and their cells on coloured ground. */
export const TABLE_STYLE = `
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
@media (min-width:60rem){tr>th:first-child{min-width:12rem}thead th{padding-left:.5rem;min-width:4.6rem}thead th.words{padding-left:.9rem}}
@media (min-width:88rem){tr>th:first-child{min-width:17rem}thead th{padding-left:.7rem}}
`;
