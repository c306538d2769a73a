/** What the calendar of months and the tracks of predictions need of style. */
export const PLOT_STYLE = `.months table{min-width:0;width:100%;font-size:.8rem}
.months thead th,.months td{min-width:2.7rem;max-width:none;padding:.2rem .35rem;text-align:right}
.months tr>th:first-child{min-width:3rem;max-width:4rem;padding:.2rem .4rem .2rem 0}
.months thead th:first-child{text-align:left}
.months td:last-child{white-space:nowrap}
tr:has(.track)>*{vertical-align:middle}
svg.track{display:block;width:100%;min-width:11rem;max-width:19rem;height:auto}
@media (min-width:60rem){.beside{grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:0 1.4rem}.beside table{font-size:.7rem}.beside thead th,.beside td{min-width:0;padding-left:.28rem}.beside tr>th:first-child{min-width:5rem;max-width:7.5rem}}
@media print{.months table{font-size:6.1pt}}`;
