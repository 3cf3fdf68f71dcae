// SPDX-License-Identifier: MIT
// The look of a paper. Printed: A4, type area 156 × 225 mm, 22 lines of 28 characters, fonts and
// levels of GB/T 9704-2012 (5.2, 7). Fonts are named with what other systems have in their place;
// font-synthesis is off where a font has one weight only (小标宋, 黑体), so that a substitute uses
// its true bold and the original none. On a screen: a sheet of paper, on a phone the text alone.

#include "lib/report/html_parts.hpp"

namespace minqing::report::html {

const Escaped& fonts() {
  static const Escaped kFonts = R"css(:root{
--song:"FZXiaoBiaoSong-B05S","方正小标宋简体","方正小标宋_GBK","FZXiaoBiaoSong-B05","STZhongsong","华文中宋","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;
--fang:"FangSong_GB2312","仿宋_GB2312",FangSong,"仿宋",STFangsong,"华文仿宋","Noto Serif CJK SC","Source Han Serif SC","Songti SC",serif;
--hei:SimHei,"黑体",STHeiti,"Heiti SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
--kai:"KaiTi_GB2312","楷体_GB2312",KaiTi,"楷体",STKaiti,"Kaiti SC","Noto Serif CJK SC","Source Han Serif SC",serif;
--number:SimSun,"宋体",STSong,"Noto Serif CJK SC",serif;
--red:#c8102e;--ink:#1a1a1a;--solid:#27496d}
:lang(en){
--song:"Times New Roman","Liberation Serif","Noto Serif",serif;
--fang:"Times New Roman","Liberation Serif","Noto Serif",serif;
--hei:Arial,"Liberation Sans","Noto Sans",sans-serif;
--kai:Arial,"Liberation Sans","Noto Sans",sans-serif;
--number:"Times New Roman","Liberation Serif",serif}
)css"_html;
  return kFonts;
}

const Escaped& style_sheet() {
  static const Escaped kSheet = compose("{}{}", fonts(), R"css(*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#e4e4e2;color:var(--ink);font:16pt/1.75 var(--fang)}
main{position:relative;max-width:210mm;margin:10mm auto;padding:37mm 26mm 35mm 28mm;background:#fff;box-shadow:0 1px 6px #0003}
p,h1,h2,h3,h4,li,td,th,dt,dd,figcaption{margin:0;white-space:pre-line;overflow-wrap:anywhere}
p,h2,h3,h4{text-indent:2em;text-align:justify}
h1{margin:1.6rem 0 0;font:700 22pt/1.5 var(--song);font-synthesis:none;text-align:center;text-wrap:balance}
h2,h3,h4{font-size:1em;line-height:inherit;break-after:avoid}
h2{font-family:var(--hei);font-weight:500;font-synthesis:none}
h3{font-family:var(--kai);font-weight:400;font-synthesis:none}
h4{font-weight:700}
h5{margin:0;text-indent:2em;font-size:1em;font-weight:400}
strong{font-weight:700}
ol,ul{margin:0;padding:0;list-style:none;counter-reset:item}
li{text-indent:2em;text-align:justify;counter-increment:item}
ol>li::before{content:counter(item) "."}
ul>li::before{content:"· "}
.head{margin:0 0 .3em;color:var(--red);font-family:var(--song);font-weight:700;font-synthesis:none;line-height:1.3;text-indent:0;text-align:center;text-wrap:balance}
.number,.period,.to,.none{text-indent:0;text-align:center}
.to{margin-top:1em;text-align:left}
.period{font-family:var(--kai);font-synthesis:none}
.ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2em;text-indent:0;font-size:14pt}
hr.red{margin:2mm 0 0;border:0;border-top:2.2pt solid var(--red)}
hr.page{margin:2rem 0;border:0;border-top:1px dashed #999}
.mark{position:absolute;top:12mm;right:26mm;padding:0 .6em;border:1.5pt solid var(--red);color:var(--red);font-family:var(--hei);font-size:14pt;text-indent:0}
.note{margin:.4em 0;font-size:12pt;line-height:1.6}
.sign{width:fit-content;margin:2em 4em 0 auto;break-inside:avoid}
.sign p{text-indent:0;text-align:center}
.annexes{display:flex;margin:1.75em 0 0;padding-left:2em;break-inside:avoid}
.annexes p{flex:none;text-indent:0}
.annexes li{text-indent:0;text-align:left}
.annexes li::before{content:none}
.annex{margin-top:3rem;padding-top:2rem;border-top:1px dashed #999}
.annex .label{font-family:var(--hei);font-weight:500;font-synthesis:none;text-indent:0}
.annex h1{margin:.8em 0}
dl{margin:.6em 0}
dl div{display:flex;break-inside:avoid}
dl.plain{padding-left:2em;font-size:12pt;line-height:1.6}
dt{flex:none}
dt::after{content:"："}
:lang(en) dt::after{content:":\a0"}
dd{flex:1}
dl.boxed{border:.5pt solid #333;border-bottom:0}
dl.boxed div{border-bottom:.5pt solid #333}
dl.boxed dt{width:8em;padding:.2em .5em;border-right:.5pt solid #333;font-family:var(--hei)}
dl.boxed dt::after{content:none}
dl.boxed dd{padding:.2em .5em}
figure{margin:.8em 0}
figcaption{margin-bottom:.3em;font:500 13pt/1.5 var(--hei);font-synthesis:none;text-align:center;break-after:avoid}
.box{overflow-x:auto}
table{width:100%;table-layout:fixed;border-collapse:collapse;font-size:10.5pt;line-height:1.4;letter-spacing:0}
th,td{padding:.34em .4em;border:.5pt solid #333;vertical-align:middle}
thead{display:table-header-group}
th{background:#f3f3f0;font-family:var(--hei);font-weight:500;font-synthesis:none;text-align:center}
tr{break-inside:avoid}
td.r{text-align:right;font-variant-numeric:tabular-nums}
td.c{text-align:center}
tr.strong td{font-weight:700}
.chart{break-inside:avoid}
svg{display:block;overflow:visible;font:14px/1 var(--hei);letter-spacing:0;fill:var(--ink)}
svg .label{text-anchor:end}
svg .value{font-size:12px}
svg line{stroke:var(--ink)}
svg .solid{fill:var(--solid)}
svg rect{stroke:var(--solid)}
svg .hollow{fill:#fff}
svg .grey{fill:#9aa7b5}
.legend{margin:0;font:13px/1.6 var(--hei);text-align:center;text-indent:0}
.legend span{margin:0 .7em}
.legend i{color:var(--solid);font-style:normal}
.legend .grey{color:#9aa7b5}
footer{margin-top:2em;border:solid #000;border-width:1pt 0;break-inside:avoid}
footer p{padding:0 1em;font-size:14pt;text-indent:0}
footer .copies{border-bottom:.7pt solid #000}
:lang(en) body,body:lang(en){font-size:12pt;line-height:1.5}
:lang(en) :is(p,h2,h3,h4,h5,li){text-indent:0;text-align:left}
:lang(en) :is(h1,.head,.number,.period,.sign p,.legend,figcaption,th,td.c){text-align:center}
:lang(en) td.r{text-align:right}
:lang(en) :is(p,li){margin-bottom:.5em}
:lang(en) :is(h2,h3,h4){margin:.9em 0 .3em;font-weight:700}
:lang(en) h1{font-size:19pt}
:lang(en) :is(ol,ul){padding-left:1.6em}
:lang(en) :is(ol,ul)>li::before{float:left;margin-left:-1.6em}
:lang(en) :is(.head,.ends,.sign p,.legend,.annexes *,footer p){margin-bottom:0}
:lang(en) :is(.ends,footer p){font-size:11pt}
:lang(en) :is(.annexes,dl.plain){padding-left:0}
:lang(en) :is(.note,dl.plain,figcaption,table){font-size:10.5pt}
@media screen and (max-width:820px){
body{background:#fff;font-size:17px;line-height:1.7}
main{margin:0;padding:1.2rem 1.1rem 2.5rem;box-shadow:none}
h1{font-size:1.35rem}
.number,.ends,footer p{font-size:15px}
.note,dl.plain,table{font-size:14px}
figcaption{font-size:15px}
.sign{margin-right:1em}
.mark{top:.4rem;right:1.1rem;font-size:13px}
}
@media print{
@page{size:A4 portrait;margin:37mm 26mm 35mm 28mm}
@page :right{@bottom-right{content:"— " counter(page) " —";padding-right:1em;font:14pt SimSun,"Noto Serif CJK SC",serif}}
@page :left{@bottom-left{content:"— " counter(page) " —";padding-left:1em;font:14pt SimSun,"Noto Serif CJK SC",serif}}
@page wide{size:A4 landscape;margin:28mm 37mm 26mm 35mm}
body{background:none;orphans:2;widows:2}
body:lang(zh){line-height:28.9pt;letter-spacing:-.22pt}
main{max-width:none;margin:0;padding:0;box-shadow:none}
.annex{margin:0;padding:0;border:0;break-before:page}
.wide{page:wide}
hr.page{margin:0;border:0;break-after:page}
.box{overflow:visible}
table{min-width:0!important}
th{background:none}
.mark{position:fixed;top:45%;left:0;right:0;padding:0;border:0;font-size:90pt;line-height:1;text-align:center;opacity:.13;transform:rotate(-30deg)}
}
)css"_html);
  return kSheet;
}

}  // namespace minqing::report::html
