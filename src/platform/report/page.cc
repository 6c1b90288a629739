#include "platform/report/page.h"

#include <fmt/format.h>

#include "platform/report/chart.h"

namespace sluis::report {
namespace {

constexpr std::size_t kRowsShown = 40;  // of longer tables, what is drawn comes first
constexpr Text kRows{"All {0} rows", "Alle {0} rijen"};

// The colours are those of the web app (web/src/ui/tokens.css).
constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --bg: #f6f7f9; --surface: #fff; --line: #e7e9ed; --text: #15171c;
  --soft: #565c69; --accent: #2f55d4; --on-accent: #fff; --s0: #3554c8; --s1: #c2500a;
  --s2: #0f8f6e; --s3: #9b3a7c; --s4: #1a9dd0; --s5: #b58d00; --s6: #6b7280; --s7: #7a4a21; }
@media (prefers-color-scheme: dark) { :root { --bg: #0d0e11; --surface: #15161a; --line: #25272e;
  --text: #ecedf1; --soft: #a6abb7; --accent: #5b82f7; --on-accent: #0b1024; --s0: #4f82f2;
  --s1: #f6772f; --s2: #2fe0a6; --s3: #c4669c; --s4: #4fb0e8; --s5: #f5c42a; --s6: #9aa1ad;
  --s7: #c99a6b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 20px 64px; max-width: 1000px; background: var(--bg);
  color: var(--text); font: 14px/1.5 Inter, system-ui, sans-serif; }
h1 { font-size: 24px; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 0 0 8px; }
p { margin: 0 0 8px; color: var(--soft); max-width: 76ch; }
section { margin-top: 20px; padding: 18px 20px; background: var(--surface);
  border: 1px solid var(--line); border-radius: 11px; }
svg { display: block; width: 100%; height: auto; margin: 12px 0; font-size: 11.5px; }
svg text { fill: var(--soft); }
svg .label { text-anchor: end; fill: var(--text); }
svg .figure { font-size: 9.5px; }
svg .cell { text-anchor: middle; }
svg .strong { fill: var(--on-accent); }
svg .axis { stroke: var(--line); }
svg .heat { fill: var(--accent); }
.s0 { fill: var(--s0); stroke: var(--s0); } .s1 { fill: var(--s1); stroke: var(--s1); }
.s2 { fill: var(--s2); stroke: var(--s2); } .s3 { fill: var(--s3); stroke: var(--s3); }
.s4 { fill: var(--s4); stroke: var(--s4); } .s5 { fill: var(--s5); stroke: var(--s5); }
.s6 { fill: var(--s6); stroke: var(--s6); } .s7 { fill: var(--s7); stroke: var(--s7); }
svg rect { stroke: none; }
svg .less { fill-opacity: .35; }
svg .line { fill: none; stroke-width: 2; }
summary { cursor: pointer; color: var(--soft); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; border-bottom: 1px solid var(--line); text-align: right;
  white-space: nowrap; }
th { color: var(--soft); font-weight: 600; }
th:first-child, td:first-child { text-align: left; }
@media print { body { background: none; } section { break-inside: avoid; } }
)css";

std::string paragraph(const Message& message, Language language) {
  return fmt::format("<p>{}</p>\n", escaped(message.in(language)));
}

std::string table(const Sheet& sheet, Language language) {
  std::string out = "<div class=\"scroll\"><table>\n<thead><tr>";
  for (const Column& column : sheet.columns)
    out += fmt::format("<th scope=\"col\">{}</th>", escaped(column.heading.in(language)));
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : sheet.rows) {
    out += "<tr>";
    for (const Cell& cell : row)
      out += fmt::format("<td>{}</td>", escaped(shown(cell, language)));
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string section(const Sheet& sheet, Language language) {
  std::string out = fmt::format("<section>\n<h2>{}</h2>\n", escaped(sheet.title.in(language)));
  for (const Message& note : sheet.notes)
    out += paragraph(note, language);
  out += svg_of(sheet, language);
  if (sheet.rows.size() <= kRowsShown) return out + table(sheet, language) + "</section>\n";
  const Message rows(kRows, std::to_string(sheet.rows.size()));
  return out + fmt::format("<details><summary>{}</summary>\n{}</details>\n</section>\n",
                           rows.in(language), table(sheet, language));
}

}  // namespace

std::string html_of(const Page& page, Language language) {
  const std::string title = escaped(page.title.in(language));
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
      language == Language::nl ? "nl" : "en", title, kStyle, title);
  for (const Message& part : page.summary)
    out += paragraph(part, language);
  for (const Sheet& sheet : page.sheets)
    out += section(sheet, language);
  return out + "</body>\n</html>\n";
}

}  // namespace sluis::report
