#include "imports/workbook.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "imports/xml.h"
#include "kernel/time.h"

namespace sluis::imports {
namespace {

constexpr Text kNoWorkbook{"it holds no workbook", "er zit geen werkmap in"};
constexpr std::size_t kTextBytesMax = 512 << 20;
constexpr std::size_t kPartsMax = 100'000;  // sheets or styles

std::optional<unsigned> number_of(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// xl/workbook.xml and its relations: names of the sheets and where they are.
struct SheetList : XmlVisitor {
  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "sheet" && sheets.size() < kPartsMax) {
      const std::string_view state = attributes["state"];
      const bool hidden = state == "hidden" || state == "veryHidden";
      sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]), hidden});
    }
    if (element == "workbookPr") {
      const std::string_view flag = attributes["date1904"];
      from_1904 = flag == "1" || flag == "true";
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Sheet> sheets;  // with the id of a relation as path
  bool from_1904 = false;
};

struct Relations : XmlVisitor {
  void open(std::string_view element, const Attributes& attributes) override {
    if (element != "Relationship" || targets.size() > kPartsMax) return;
    std::string target(attributes["Target"]);
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    targets.emplace(attributes["Id"], std::move(target));
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string, std::less<>> targets;
};

struct TextList : XmlVisitor {
  explicit TextList(SharedTexts& to) : texts(to) {}

  void open(std::string_view element, const Attributes&) override {
    if (element == "si") texts.begin();
    if (element == "rPh") in_phonetic = true;
    in_text = element == "t" && !in_phonetic;
  }
  void close(std::string_view element) override {
    if (element == "rPh") in_phonetic = false;
    in_text = false;
  }
  void text(std::string_view part) override {
    if (in_text && texts.bytes() <= kTextBytesMax) texts.add(part);
  }

  SharedTexts& texts;
  bool in_text = false;
  bool in_phonetic = false;  // how a Japanese name sounds
};

// Number formats that come with every workbook and show a day or a time (ECMA-376, 18.8.30).
bool is_built_in_day(unsigned format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
         (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

// Letters of days and times that stand outside of quotes, brackets and escapes.
bool is_day_format(std::string_view code) {
  bool quoted = false;
  bool bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == '[' || c == ']') {
      bracketed = c == '[';
    } else if (!quoted && !bracketed &&
               std::string_view("dmyhsDMYHS").find(c) != std::string_view::npos) {
      return code != "General";
    }
  }
  return false;
}

struct StyleList : XmlVisitor {
  void open(std::string_view element, const Attributes& attributes) override {
    const auto format = number_of(attributes["numFmtId"]);
    if (element == "numFmt" && format && is_day_format(attributes["formatCode"])) {
      if (day_formats.size() < kPartsMax) day_formats.insert(*format);
    }
    if (element == "cellXfs") in_cells = true;
    if (element == "xf" && in_cells && shows_day.size() < kPartsMax) {
      shows_day.push_back(format && (is_built_in_day(*format) || day_formats.contains(*format)));
    }
  }
  void close(std::string_view element) override {
    if (element == "cellXfs") in_cells = false;
  }
  void text(std::string_view) override {}

  std::set<unsigned> day_formats;
  std::vector<bool> shows_day;
  bool in_cells = false;
};

// False when the workbook lacks that part.
Result<bool> read_part(ZipFile& zip, const std::string& name, const std::string& path,
                       XmlVisitor& visitor) {
  auto bytes = TRY(zip.entry(path));
  if (!bytes) return false;
  TRY_VOID(XmlReader(std::move(bytes), visitor).to_end(name));
  return true;
}

}  // namespace

std::string_view SharedTexts::at(std::size_t i) const {
  if (i >= starts_.size()) return {};
  const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1] : text_.size();
  return std::string_view(text_).substr(starts_[i], end - starts_[i]);
}

Result<Workbook> read_workbook(ZipFile& zip, const std::string& name) {
  Workbook workbook;
  SheetList list;
  if (!TRY(read_part(zip, name, "xl/workbook.xml", list))) {
    return refuse(FileRefusal::file_broken, name, Message(kNoWorkbook));
  }
  Relations relations;
  TRY_VOID(read_part(zip, name, "xl/_rels/workbook.xml.rels", relations));
  for (Sheet& sheet : list.sheets) {
    const auto target = relations.targets.find(sheet.path);
    if (target == relations.targets.end()) continue;
    sheet.path = target->second;
    workbook.sheets.push_back(std::move(sheet));
  }
  StyleList styles;
  TRY_VOID(read_part(zip, name, "xl/styles.xml", styles));
  workbook.shows_day = std::move(styles.shows_day);
  TextList texts(workbook.texts);
  TRY_VOID(read_part(zip, name, "xl/sharedStrings.xml", texts));
  if (workbook.texts.bytes() > kTextBytesMax) return refuse(FileRefusal::file_bomb, name);
  workbook.from_1904 = list.from_1904;
  return workbook;
}

std::string day_text(double serial, bool from_1904) {
  constexpr std::int64_t kDay = 86'400;
  constexpr std::int64_t kDaysBefore1904 = 1'462;  // counted from 1900
  constexpr std::int64_t kDaysToEpoch = 25'569;
  const std::int64_t seconds = std::llround(serial * kDay);
  const std::int64_t day = seconds / kDay + (from_1904 ? kDaysBefore1904 : 0);
  const std::int64_t time = seconds % kDay;
  const std::string clock =
      fmt::format("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
  if (day == 0) return clock;
  const Date date{std::chrono::sys_days(std::chrono::days(day - kDaysToEpoch))};
  return time == 0 ? to_string(date) : to_string(date) + " " + clock;
}

}  // namespace sluis::imports
