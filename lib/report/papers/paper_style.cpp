// SPDX-License-Identifier: MIT
// A4 with the margins of an everyday form. Letters follow GB/T 9704-2012 where they can (title 2号
// 小标宋, text 3号仿宋, 28.9 pt to a line); tables are set in 小四 with lines that can be seen on a
// copy. On a screen: sheets of paper, one below the other.

#include "lib/report/papers/paper_style.hpp"

namespace minqing::report::html {

const Escaped& paper_style() {
  static const Escaped kSheet = R"css(*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#e4e4e2;color:var(--ink);font:12pt/1.5 var(--fang)}
main{position:relative;max-width:210mm;min-height:297mm;margin:10mm auto;padding:22mm 20mm 15mm 24mm;background:#fff;box-shadow:0 1px 6px #0003}
p,h1,h2,h3,li,td,th,dt,dd,caption{margin:0;overflow-wrap:anywhere}
h1{margin:0 0 .5em;font:700 22pt/1.4 var(--song);font-synthesis:none;text-align:center;text-wrap:balance}
h2{margin:.6em 0 .3em;font:500 14pt/1.5 var(--hei);font-synthesis:none;text-align:center}
h3{font:500 1em/1.6 var(--hei);font-synthesis:none}
table{width:calc(100% - 1pt);margin:0 .5pt;border-collapse:collapse;table-layout:fixed;line-height:1.4}
th,td{padding:.45em .5em;border:.75pt solid #000;vertical-align:middle;text-align:left}
th{font-family:var(--hei);font-weight:500;font-synthesis:none;text-align:center}
caption{font-family:var(--hei);text-align:left}
thead{display:table-header-group}
tr{break-inside:avoid}
td.c{text-align:center}
td.r{text-align:right}
td.tall{height:16mm;vertical-align:top}
td.wide{height:28mm;vertical-align:top}
.small{font-size:10.5pt;line-height:1.4}
.list th,.list td{padding:.3em .25em;font-size:9.5pt}
.nb{white-space:nowrap}
.ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2em;margin:.3em 0}
.number{text-align:center;margin-bottom:.6em}
.letter{font-size:16pt;line-height:1.75}
.letter p{text-indent:2em}
.letter .to,.letter .number,.letter .note,.letter .sign p{text-indent:0}
.letter .number{text-align:center}
.sign{width:fit-content;margin:2em 2em 0 auto;break-inside:avoid}
.sign p{text-align:center}
.note{margin-top:.6em;font-size:10.5pt;line-height:1.5}
.blank{display:inline-block;min-width:6em;border-bottom:.75pt solid #000}
.line{border-bottom:.75pt solid #000;min-height:1.75em}
.stub{break-inside:avoid}
hr.cut{margin:6mm 0 4mm;border:0;border-top:1px dashed #000}
.cards{padding:12mm 14mm}
.fold{display:flex;break-inside:avoid;margin:0 0 3mm}
.card{position:relative;width:90mm;height:54mm;padding:4mm 5mm;overflow:hidden;border:.5pt dashed #999;font-size:9.5pt;line-height:1.45}
.card+.card{border-left:.5pt dotted #999}
.card h2{margin:0 0 1.5mm;font-size:12pt;text-align:left}
.card .who{font:500 15pt/1.4 var(--hei);font-synthesis:none}
.card .foot{position:absolute;left:5mm;right:5mm;bottom:3mm}
.card .code{float:right;width:24mm;margin:0 0 1mm 2mm}
svg.qr{display:block;width:24mm;height:24mm}
.again{position:absolute;top:12mm;right:20mm;padding:0 .5em;border:1pt solid #000;font:10.5pt/1.6 var(--hei)}
.banner{position:fixed;top:45%;left:0;right:0;margin:0;z-index:1;color:var(--red);font:90pt/1 var(--hei);text-align:center;opacity:.13;transform:rotate(-30deg);pointer-events:none}
@media screen and (max-width:820px){
body{background:#fff}
main{min-height:0;margin:0;padding:1.2rem 1.1rem 2.5rem;border-bottom:1px dashed #999;box-shadow:none}
}
@media print{
@page{size:A4 portrait;margin:22mm 20mm 15mm 24mm}
body{background:none}
main{max-width:none;min-height:0;margin:0;padding:0;box-shadow:none;break-after:page}
main:last-of-type{break-after:auto}
.again{top:0;right:0}
main.cards{padding:0;margin:-10mm -8mm 0 -10mm}
}
)css"_html;
  return kSheet;
}

}  // namespace minqing::report::html
