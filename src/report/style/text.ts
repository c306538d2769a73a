/** Type, links, headings and lists. */
export const TEXT_STYLE = `
*{box-sizing:border-box}
html{scroll-padding-top:8.5rem;-webkit-text-size-adjust:100%}
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
.period{color:var(--muted)}
.answer{max-width:46rem;font:1.32rem/1.5 var(--serif)}
.answer p{margin:0 0 .8rem}
.answer strong{font-weight:600;color:var(--accent);font-variant-numeric:lining-nums;white-space:nowrap}
.caution{border-left:3px solid var(--accent);padding-left:1rem;color:var(--muted)}
th a{color:inherit;text-decoration-color:var(--rule)}
.open{color:var(--loss)}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--accent);padding:.2rem 0}
ul.plain{padding-left:1.1rem;margin:.4rem 0 1rem;max-width:44rem}
ul.plain strong{font-variant-numeric:lining-nums}
dl.words dt{font-weight:600;margin-top:1rem}
dl.words dd{margin:.15rem 0 0}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1.4rem;font-size:.92rem}
dl.facts dt{color:var(--muted)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
dl.words ul{margin:0;padding-left:1.1rem}
.events{list-style:none;margin:.2rem 0 1rem;padding:0;font-size:.88rem}
.events time{font-variant-numeric:tabular-nums;color:var(--muted);margin-right:.5rem}
pre{overflow-x:auto;background:var(--raised);border:1px solid var(--rule);border-radius:6px;padding:.9rem 1rem;font-size:.86rem}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.88rem}
.out-of-sight{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
`;
