import { declarations } from "../palette.ts";

/** The page on paper, always light. */
export const PRINT_STYLE = `
.on-paper{display:none}
@media print{
:root:root{${declarations("light")};color-scheme:light}
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
details.claim::details-content,main details:not(:has(table,dl.words))::details-content{content-visibility:visible;display:block}
summary{list-style:none;color:var(--ink)}
main details:not([open],.claim):has(table,dl.words){display:none}
.on-paper{display:block}
.claim>summary,.strip{break-inside:avoid}
.page{max-width:none;padding:0}
.js .bar,.bar,.chart-tools,.tip,.contents{display:none!important}
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
