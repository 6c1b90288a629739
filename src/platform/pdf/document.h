// A document of A4 pages as PDF: what is in it is said as blocks, and where each comes to stand is
// found here. Tables go on over pages under their headings. Pure, but for the fonts of the system:
// Inter, or what it has instead.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "kernel/text.h"
#include "kernel/time.h"

namespace sluis::pdf {

enum class Tone : std::uint8_t { plain, quiet, good, bad };

// The name of the whole, with what it is about above and below.
struct Title {
  std::string above;
  std::string text;
  std::string below;
};

// Stays with what follows it.
struct Heading {
  std::string text;
  std::string note = {};  // what is below it, small
};

struct Paragraph {
  std::string text;
  Tone tone = Tone::plain;
};

// One number that matters; at most four stand beside each other.
struct Figure {
  std::string label;
  std::string value;
  std::string change;
  Tone tone = Tone::quiet;  // of the change
  std::string note;
};
struct Figures {
  std::vector<Figure> figures;
};

enum class Align : std::uint8_t { left, right };
struct Column {
  std::string heading;
  Align align = Align::right;
};
struct Cell {
  std::string text;
  std::string note = {};  // below it, small
  Tone tone = Tone::plain;
};
struct Row {
  std::vector<Cell> cells;  // one for each column
  bool total = false;
};
struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
};

// Horizontal bars from zero on, each above the one that it is held against.
struct Bar {
  std::string label;
  double value = 0;
  double before = 0;
  std::string told;  // the value in words
};
struct Bars {
  std::string value;  // what the bars are called
  std::string before;
  std::vector<Bar> bars;
};

using Block = std::variant<Title, Heading, Paragraph, Figures, Table, Bars>;

struct Document {
  std::string title;   // for readers and their screens
  std::string author;  // the company
  std::string footer;  // at the foot of each page
  Language language = Language::en;
  Instant made;
  std::vector<Block> blocks;
};

// The bytes of the file.
std::string written(const Document& document);

}  // namespace sluis::pdf
