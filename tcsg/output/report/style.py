"""How a report looks: the colors of day and night, the charts, the page, the page on paper."""

from __future__ import annotations

COLORS = """\
:root{color-scheme:light dark;
--paper:#fdfcf9;--ink:#1f2328;--soft:#5b5f66;--rule:#dedbd3;--bar:#8d9299;--pale:#c3c6ca;--track:#f0eee8;--accent:#b3261e}
@media (prefers-color-scheme:dark){:root{
--paper:#15171a;--ink:#e8e5df;--soft:#a5a8ad;--rule:#34373c;--bar:#7b8087;--pale:#50545a;--track:#212429;--accent:#ff8a75}}
"""
"""The one accent is for what somebody should act on."""

CHART = """\
svg text{font:13px/1 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
.t{fill:var(--ink)}.m{fill:var(--soft)}.a{fill:var(--accent)}.strong{font-weight:600}.halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.g{fill:var(--bar)}.gl{fill:var(--pale)}.af{fill:var(--accent)}.track{fill:var(--track)}.area{fill:var(--track)}
.line{fill:none;stroke:var(--ink);stroke-width:1.5}.rule,.warp{stroke:var(--rule);stroke-width:1}.dark{fill:var(--ink)}
.weft{stroke:var(--bar);stroke-width:2}.silent{stroke:var(--bar);stroke-width:2;stroke-dasharray:1 5;stroke-linecap:round}
.late{stroke:var(--accent);stroke-width:2.5}.hollow{fill:var(--paper);stroke:var(--bar);stroke-width:2}
.knot{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}.end{fill:none;stroke:var(--ink);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
"""

PAGE = """\
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:17px/1.5 "Iowan Old Style","Palatino Linotype",Palatino,Charter,"Bitstream Charter",Georgia,"Times New Roman",serif}
header,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3rem}
header p{margin:.15rem 0;color:var(--soft)}
.committee{text-transform:uppercase;letter-spacing:.09em;font-size:.8rem}
h1{font-weight:400;font-size:2.3rem;line-height:1.15;margin:.35rem 0 .6rem;letter-spacing:-.01em}
h2{font-weight:400;font-size:1.5rem;line-height:1.25;margin:0 0 .9rem}
h3{font-size:1rem;margin:1.7rem 0 .3rem}
h3 span{font-weight:400;color:var(--soft);margin-left:.5em}
section{border-top:1px solid var(--rule);padding:1.6rem 0 1.4rem}
section:first-child{border-top:0}
section>p{max-width:42rem;margin:.4rem 0 1rem}
.quiet{color:var(--soft);font-size:.92rem}
nav{margin:1.4rem 0 0;font-size:.92rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.3rem}
a{color:inherit;text-decoration-color:var(--pale);text-underline-offset:.22em}
a:hover{text-decoration-color:currentColor}
nav a{display:inline-block;padding:.3rem 0}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.4rem 2rem;margin:0 0 1.2rem}
.numbers div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.numbers dd{margin:0;font-size:3.1rem;line-height:1.05;letter-spacing:-.02em;font-variant-numeric:lining-nums}
.numbers dt{font-size:1rem}.numbers small{display:block;color:var(--soft);font-size:.86rem}
.alarm{color:var(--accent)}
.actions{list-style:none;margin:0;padding:0}
.actions li{display:grid;grid-template-columns:5rem 1fr 17rem;gap:0 1.2rem;padding:.5rem 0;border-bottom:1px solid var(--rule)}
.actions li:last-child{border-bottom:0}.long li{grid-template-columns:8.5rem 1fr 17rem}
.id{font:600 .88rem/1.75 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.text{margin:0;overflow-wrap:anywhere}
.when{text-align:right;font-size:.92rem;line-height:1.65}
.when span,.threads span{display:block}.when small,.owners{color:var(--soft);font-size:.86rem}
.owners{display:block}
.more{color:var(--soft);font-size:.92rem;margin:.5rem 0 0}
figure{margin:0 0 .6rem}
.chart{display:block;overflow:visible}
.narrow{max-width:44rem}
.threads{list-style:none;margin:0;padding:0}
.threads li,.axis{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 1.6rem;align-items:center}
.threads li{padding:.3rem 0}
.threads p{margin:0;line-height:1.35;font-size:.95rem;overflow-wrap:anywhere}
.threads p span{font-size:.86rem}.axis svg{grid-column:2}
details{margin:.4rem 0;font-size:.92rem}
summary{color:var(--soft);cursor:pointer;width:fit-content;padding:.25rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;color:var(--soft);padding:.2rem 0 .4rem}
th,td{text-align:left;font-weight:400;padding:.32rem 1.6rem .32rem 0;border-bottom:1px solid var(--rule);vertical-align:top}
thead th{color:var(--soft);font-size:.88rem;vertical-align:bottom}
.n{text-align:right}
footer{padding-bottom:4rem;color:var(--soft);font-size:.86rem}
footer p{border-top:1px solid var(--rule);padding-top:1rem;max-width:none}
@media screen and (max-width:46rem){
body{font-size:16px}header{padding-top:1.6rem}h1{font-size:1.9rem}
.actions li,.long li{grid-template-columns:1fr;gap:0}.when{text-align:left}
.when span,.when small{display:inline}.when small::before{content:"\\00a0\\00b7\\00a0"}
.numbers{grid-template-columns:1fr 1fr}.numbers dd{font-size:2.5rem}
.threads li,.axis{grid-template-columns:minmax(0,1fr)}.axis svg{grid-column:1}.threads li{padding:.45rem 0}
th,td{padding-right:.9rem}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#ccc;--bar:#777;--pale:#bbb;--track:#eee;--accent:#a3160f;color-scheme:light}
@page{margin:18mm 16mm}
body{font-size:10.5pt}header{padding-top:0}header,main,footer{padding-left:0;padding-right:0;max-width:none}
nav,.skip,details{display:none}
h1{font-size:22pt}h2{font-size:14pt}.numbers dd{font-size:26pt}
section{padding:12pt 0 8pt}.axis,.quiet{break-after:avoid}h2,h3{break-after:avoid}li,tr,figure svg,.numbers{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.numbers{grid-template-columns:repeat(4,1fr)}
.actions li{grid-template-columns:3.4rem 1fr 15rem}.actions li,.threads li{padding:.3rem 0}
}
"""
