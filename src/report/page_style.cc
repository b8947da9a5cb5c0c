#include "report/page_style.h"

namespace masar::report {
namespace {

constexpr std::string_view style_sheet = R"css(
:root{color-scheme:light dark;
--font:"IBM Plex Sans","IBM Plex Sans Arabic","Noto Sans","Noto Sans Arabic",system-ui,sans-serif;
--bg:#f6f6f3;--surface:#fff;--sunken:#eeeeea;--line:#dfdfd9;--line-2:#84898f;--ink:#14181e;--ink-2:#454d57;--ink-3:#5f6771;
--side-0:#0a6f63;--side-1:#4250bd;--side-2:#8a5a00;--side-3:#7a3d6b;--fail:#b3261a;--fail-t:#fbe3de;
--ram:#74489a;--ram-t:#efe6f6;--sea:#1f6a8f;--load-1:#d3d7db;--load-2:#a5adb6;--load-3:#6b7580}
@media screen and (prefers-color-scheme:dark){:root{
--bg:#0e1115;--surface:#15191f;--sunken:#1d232a;--line:#2a313a;--line-2:#77818c;--ink:#eceef0;--ink-2:#b9c0c8;--ink-3:#98a1ac;
--side-0:#4cc2ae;--side-1:#9ba7ff;--side-2:#efb94a;--side-3:#d59ac8;--fail:#ff8b76;--fail-t:#431c17;
--ram:#c6a0e6;--ram-t:#2b2036;--sea:#74bce0;--load-1:#333b45;--load-2:#56616d;--load-3:#8d98a4}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:400 14px/1.5 var(--font);-webkit-text-size-adjust:100%}
article[lang=ar]{line-height:1.65}
.pick{position:absolute;opacity:0;pointer-events:none}
#to-en:checked~article[lang=ar],#to-ar:checked~article[lang=en]{display:none}
.pick:focus-visible~article .switch{outline:2px solid var(--ink);outline-offset:2px}
article{max-width:1240px;margin-inline:auto;padding:0 24px 48px}
.top{display:flex;gap:12px;align-items:center;padding-block:14px;border-block-end:1px solid var(--line);margin-block-end:32px;flex-wrap:wrap}
.brand{font-weight:600;font-size:16px;display:flex;gap:8px;align-items:center}
.brand svg{width:24px;height:18px;stroke:var(--ink);fill:none;stroke-width:2.4;stroke-linecap:round}
article[dir=rtl] .brand svg{transform:scaleX(-1)}
.top .grow{flex:1}
.tag{background:var(--sunken);border-radius:3px;padding:2px 8px;font-size:12px;font-weight:500;color:var(--ink-2)}
.switch{border:1px solid var(--line-2);border-radius:6px;padding:5px 12px;cursor:pointer;font-weight:500}
h1{font-size:28px;line-height:1.25;font-weight:600;margin:0 0 8px;max-width:30em;text-wrap:balance}
article[lang=ar] h1{line-height:1.45}
h2{font-size:20px;font-weight:600;margin:0 0 4px}
h3{font-size:16px;font-weight:600;margin:24px 0 6px}
.lead{font-size:16px;color:var(--ink-2);max-width:48em;margin:0 0 24px}
.note,.legend,.foot{color:var(--ink-3);font-size:13px;margin:0 0 12px}
section{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:20px 24px;margin-block:20px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:12px;margin-block:0 20px}
.figure{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:14px 18px}
.figure b{display:block;font-size:22px;font-weight:600;line-height:1.3}
.figure span{color:var(--ink-3);font-size:13px}
table{border-collapse:collapse;width:100%;font-size:13px}
caption{text-align:start;color:var(--ink-3);padding-block-end:6px}
th{font-weight:500;color:var(--ink-3);text-align:start;padding:6px 10px;border-block-end:1px solid var(--line-2);vertical-align:bottom}
td{padding:6px 10px;border-block-end:1px solid var(--line);vertical-align:top}
th:first-child,td:first-child{padding-inline-start:0}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.id{white-space:nowrap;font-weight:500}
td.date{white-space:nowrap}
tr.fails td{background:var(--fail-t)}
tr.fails td:first-child{padding-inline-start:8px;border-inline-start:3px solid var(--fail)}
.fails-text{color:var(--fail);font-weight:500}
.muted{color:var(--ink-3)}.whole{white-space:nowrap}p.lead.fails-text{color:var(--fail);margin-block-end:12px}tr.total td{font-weight:600;border-block-start:1px solid var(--line-2)}
.wide{overflow-x:auto}
svg{display:block;width:100%;height:auto}
svg text{font-size:12px;fill:var(--ink-2);font-family:var(--font)}
svg .strong{font-weight:600;fill:var(--ink)}svg .muted{fill:var(--ink-3)}svg .aside{paint-order:stroke;stroke:var(--surface);stroke-width:4px}svg .fails{fill:var(--fail);font-weight:500}
svg path{fill:none}
.phase{fill:var(--sunken);stroke:var(--surface);stroke-width:2}
.tick{stroke:var(--line-2)}.grid{stroke:var(--line)}.capacity{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 2}
.gate-line{stroke:var(--line-2)}.gate-line.fails{stroke:var(--fail);stroke-dasharray:4 3}
svg path.gate{fill:var(--surface);stroke:var(--ink);stroke-width:1.6}svg path.gate.fails{fill:var(--fail);stroke:var(--fail)}
.ramadan{fill:var(--ram-t)}.season{fill:url(#hatch)}
.side-0{fill:var(--side-0)}.side-1{fill:var(--side-1)}.side-2{fill:var(--side-2)}.side-3{fill:var(--side-3)}
.bar.critical{stroke:var(--ink);stroke-width:2}
.moved{stroke:var(--ink-3);stroke-dasharray:2 2}.link{stroke:var(--ink);stroke-width:1.4}
.load.low{fill:var(--load-1)}.load.middle{fill:var(--load-2)}.load.high{fill:var(--load-3)}.load.over{fill:var(--fail)}
.busy{opacity:.45}.money{opacity:.85}.money.over{fill:var(--fail);opacity:1}.ceiling{stroke:var(--ink);stroke-width:2.5}
.value{stroke:var(--ink);stroke-width:1.6}.target{stroke:var(--ink-3);stroke-dasharray:4 3;stroke-width:1.4}
svg path.fan{fill:var(--load-1);stroke:none}.middle{stroke:var(--surface);stroke-width:2}.money-sure{opacity:.35}
.swing{fill:var(--load-3)}.swing.risk{fill:var(--side-2)}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin-block:8px}
.key{display:inline-flex;gap:7px;align-items:center}
.key i{width:22px;height:11px;display:inline-block;background:var(--sunken)}
.key .side-0{background:var(--side-0);border-radius:6px}.key .side-1{background:var(--side-1)}
.key .side-2{background:var(--side-2)}.key .side-3{background:var(--side-3)}
.key .critical{background:none;border:2px solid var(--ink)}.key .moved{background:none;height:0;border-block-start:1px dashed var(--ink-3)}
.key .ramadan{background:var(--ram-t);border-block-end:2px solid var(--ram)}
.key .season{background:repeating-linear-gradient(45deg,var(--sea) 0 1px,transparent 1px 5px)}
.key .gate{width:9px;height:9px;transform:rotate(45deg);background:none;border:1.6px solid var(--ink)}
.key .gate.fails{background:var(--fail);border-color:var(--fail)}
.indicators{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:16px 20px}
.indicators h4{font-size:13px;font-weight:500;margin:0 0 4px;min-height:3.2em}
.violations{padding-inline-start:1.2em;margin:0}.violations li{margin-block:4px}
.place{color:var(--ink-3);font-size:12px}
.foot dt{font-weight:500;float:inline-start;clear:inline-start;margin-inline-end:8px}.foot dd{margin:0 0 2px}
@media(max-width:700px){article{padding-inline:14px}h1{font-size:22px}section{padding:14px}.wide svg{min-width:900px}}
@page{size:A4 landscape;margin:12mm}
@media print{body{background:#fff;font-size:11px}article{max-width:none;padding:0}section{border:0;padding:8px 0;margin-block:10px}
.switch{display:none}thead{display:table-header-group}tr,figure,.figure,.indicators>div{break-inside:avoid}h2,h3{break-after:avoid}
.figures{grid-template-columns:repeat(4,1fr)}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
figure{margin:0 0 14px}figcaption{font-weight:600;margin-block:10px 4px}
)css";

}  // namespace

std::string_view page_patterns() {
    return R"svg(<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>)svg"
           R"svg(<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">)svg"
           R"svg(<path d="M0 0V7" stroke="var(--sea)" stroke-opacity=".35" stroke-width="1.2"/></pattern></defs></svg>)svg";
}

std::string_view page_style() { return style_sheet; }

}  // namespace masar::report
