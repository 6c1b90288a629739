// What an XLSX file says beside its sheets: which there are, the texts that cells share, and which
// styles show a number as a day.
#pragma once

#include <string>
#include <vector>

#include "imports/zip.h"

namespace sluis::imports {

struct Sheet {
  std::string name;
  std::string path;  // of the part with its cells
  bool hidden = false;
};

// Text of cells, one behind the other.
class SharedTexts {
 public:
  void begin() { starts_.push_back(text_.size()); }
  void add(std::string_view part) { text_ += part; }
  std::size_t bytes() const { return text_.size(); }
  std::string_view at(std::size_t i) const;

 private:
  std::string text_;
  std::vector<std::size_t> starts_;
};

struct Workbook {
  std::vector<Sheet> sheets;
  SharedTexts texts;
  std::vector<bool> shows_day;  // per style
  bool from_1904 = false;       // days are counted from 1904, not from 1900
};
Result<Workbook> read_workbook(ZipFile& zip, const std::string& name);

// "2011-01-31", "2011-01-31 14:05:00" or "14:05:00" of a number that is shown as a day.
std::string day_text(double serial, bool from_1904);

}  // namespace sluis::imports
