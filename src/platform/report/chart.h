// The drawing of a sheet as inline SVG. Colours and sizes are classes of the page's style.
#pragma once

#include "platform/report/sheet.h"

namespace sluis::report {

// Text with what HTML would read as its own replaced.
std::string escaped(std::string_view text);

// Empty when there is nothing to draw.
std::string svg_of(const Sheet& sheet, Language language);

}  // namespace sluis::report
