// Sheets as one HTML page that stands on its own: charts as inline SVG, light and dark, nothing
// loaded from elsewhere and no scripts, so that it can be mailed, kept and printed.
#pragma once

#include "platform/report/sheet.h"

namespace sluis::report {

struct Page {
  Message title;
  std::vector<Message> summary;  // a paragraph each
  std::vector<Sheet> sheets;
};

std::string html_of(const Page& page, Language language);

}  // namespace sluis::report
