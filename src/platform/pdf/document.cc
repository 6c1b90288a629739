#include "platform/pdf/document.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "platform/pdf/canvas.h"
#include "platform/pdf/table_columns.h"

namespace sluis::pdf {
namespace {

constexpr Text kPage{"Page {0} of {1}", "Pagina {0} van {1}"};

constexpr double kLeft = 44;
constexpr double kTop = 46;
constexpr double kWidth = kPageWidth - 2 * kLeft;
constexpr double kBottom = kPageHeight - 58;
constexpr double kFooterAt = kPageHeight - 38;

// The colours of the web app, light.
constexpr Ink kText{0.082, 0.090, 0.110};
constexpr Ink kQuiet{0.337, 0.361, 0.412};
constexpr Ink kAccent{0.184, 0.333, 0.831};
constexpr Ink kGood{0.043, 0.478, 0.357};
constexpr Ink kBad{0.749, 0.200, 0.157};
constexpr Ink kLine{0.906, 0.914, 0.929};
constexpr Ink kLineStrong{0.522, 0.545, 0.596};
constexpr Ink kSoft{0.784, 0.812, 0.878};

constexpr Face kTitleFace{21, Weight::semibold, kText};
constexpr Face kAboveFace{9, Weight::semibold, kAccent};
constexpr Face kBelowFace{9.5, Weight::regular, kQuiet};
constexpr Face kHeadingFace{12.5, Weight::semibold, kText};
constexpr Face kNoteFace{8, Weight::regular, kQuiet};
constexpr Face kValueFace{15.5, Weight::semibold, kText};
constexpr Face kLabelFace{8, Weight::medium, kQuiet};
constexpr Face kFooterFace{7.5, Weight::regular, kQuiet};
constexpr Face kLegendFace{7.5, Weight::regular, kQuiet};

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return kText;
    case Tone::quiet:
      return kQuiet;
    case Tone::good:
      return kGood;
    case Tone::bad:
      return kBad;
  }
  __builtin_unreachable();
}

Face with_ink(Face face, Ink ink) {
  face.ink = ink;
  return face;
}

// Puts the blocks of a document on pages, one below the other.
class Pages {
 public:
  // `count`: of all pages, where that is known already.
  Pages(const Document& document, Canvas& canvas, int count)
      : document_(document), canvas_(canvas), count_(count) {}

  int put_all() {
    for (const Block& block : document_.blocks)
      std::visit([&](const auto& one) { put(one); }, block);
    put_footer();
    return page_;
  }

 private:
  void put(const Title& title) {
    canvas_.fill({kLeft, kTop - 14, 28, 3}, kAccent, 1.5);
    y_ += canvas_.write(title.above, kAboveFace, kLeft, y_, kWidth) + 3;
    y_ += canvas_.write(title.text, kTitleFace, kLeft, y_, kWidth) + 3;
    y_ += canvas_.write(title.below, kBelowFace, kLeft, y_, kWidth) + 16;
  }

  void put(const Heading& heading) {
    constexpr double kWithWhatFollows = 70;
    constexpr double kAbove = 14;
    const double high = canvas_.height_of(heading.text, kHeadingFace, kWidth) +
                        canvas_.height_of(heading.note, kNoteFace, kWidth);
    if (y_ > kTop) y_ += kAbove;
    make_room(high + kWithWhatFollows);
    y_ += canvas_.write(heading.text, kHeadingFace, kLeft, y_, kWidth) + 2;
    y_ += canvas_.write(heading.note, kNoteFace, kLeft, y_, kWidth) + 8;
  }

  void put(const Paragraph& paragraph) {
    const Face face = paragraph.tone == Tone::quiet
                          ? kNoteFace
                          : Face{9, Weight::regular, ink_of(paragraph.tone)};
    make_room(canvas_.height_of(paragraph.text, face, kWidth));
    y_ += canvas_.write(paragraph.text, face, kLeft, y_, kWidth) + 6;
  }

  void put(const Figures& figures) {
    constexpr double kGap = 10;
    constexpr double kInset = 10;
    const auto count = static_cast<double>(figures.figures.size());
    const double width = (kWidth - kGap * (count - 1)) / count;
    const double inner = width - 2 * kInset;
    double high = 0;
    for (const Figure& one : figures.figures)
      high = std::max(high, put_figure(one, 0, inner, false));
    high += 2 * kInset;
    make_room(high);
    double x = kLeft;
    for (const Figure& one : figures.figures) {
      canvas_.frame({x, y_, width, high}, kLine, 6);
      y_ += kInset;
      put_figure(one, x + kInset, inner, true);
      y_ -= kInset;
      x += width + kGap;
    }
    y_ += high + 8;
  }

  // Gives how high it is; whether it is drawn or only measured.
  double put_figure(const Figure& one, double x, double width, bool drawn) {
    double down = 0;
    const auto line = [&](const std::string& text, const Face& face, double below) {
      if (text.empty()) return;
      down += (drawn ? canvas_.write(text, face, x, y_ + down, width)
                     : canvas_.height_of(text, face, width)) +
              below;
    };
    line(one.label, kLabelFace, 3);
    line(one.value, fitting(one.value, kValueFace, width), 3);
    line(one.change, {8, Weight::medium, ink_of(one.tone)}, 1);
    line(one.note, kLegendFace, 0);
    return down;
  }

  // Smaller where it would not fit on one line.
  Face fitting(const std::string& text, Face face, double width) const {
    constexpr double kSmallest = 9;
    while (face.size > kSmallest && canvas_.width_of(text, face) > width)
      face.size -= 0.5;
    return face;
  }

  void put(const Table& table) {
    const std::vector<double> widths = widths_of(table, canvas_, kWidth);
    put_headings(table, widths);
    for (const Row& row : table.rows) {
      const double high = height_of(row, widths, canvas_);
      if (y_ + high > kBottom) {
        next_page();
        put_headings(table, widths);
      }
      put_row(table, row, widths, high);
    }
    y_ += 6;
  }

  void put_headings(const Table& table, const std::vector<double>& widths) {
    double high = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      high = std::max(high, canvas_.height_of(table.columns[i].heading, kColumnFace,
                                              widths[i] - kBetweenColumns));
    }
    make_room(high + 3 * kAroundRow + 24);
    double x = kLeft;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const Column& column = table.columns[i];
      const double inner = widths[i] - kBetweenColumns;
      const double own = canvas_.height_of(column.heading, kColumnFace, inner);
      canvas_.write(column.heading, kColumnFace, x + inset(column), y_ + high - own, inner,
                    column.align);
      x += widths[i];
    }
    y_ += high + kAroundRow;
    canvas_.rule(kLeft, y_, kWidth, kLineStrong, 0.75);
  }

  // Columns of words begin at the edge, those of numbers end there.
  static double inset(const Column& column) {
    return column.align == Align::right ? kBetweenColumns : 0;
  }

  void put_row(const Table& table, const Row& row, const std::vector<double>& widths, double high) {
    if (row.total) canvas_.rule(kLeft, y_, kWidth, kLineStrong, 0.75);
    double x = kLeft;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const Cell& cell = row.cells[i];
      const Align align = table.columns[i].align;
      const double inner = widths[i] - kBetweenColumns;
      const double at = x + inset(table.columns[i]);
      const double down = canvas_.write(cell.text, with_ink(face_of(row), ink_of(cell.tone)), at,
                                        y_ + kAroundRow, inner, align);
      canvas_.write(cell.note, kCellNoteFace, at, y_ + kAroundRow + down, inner, align);
      x += widths[i];
    }
    y_ += high;
    canvas_.rule(kLeft, y_, kWidth, kLine, 0.5);
  }

  void put(const Bars& bars) {
    put_legend(bars);
    const BarScale scale = scale_of(bars);
    for (const Bar& bar : bars.bars)
      put_bar(bar, scale);
    y_ += 6;
  }

  struct BarScale {
    double label = 0;  // widths
    double told = 0;
    double zero = 0;  // from the left edge of the page
    double per_unit = 0;
  };
  BarScale scale_of(const Bars& bars) const {
    BarScale scale;
    double least = 0;
    double most = 0;
    for (const Bar& bar : bars.bars) {
      least = std::min({least, bar.value, bar.before});
      most = std::max({most, bar.value, bar.before});
      scale.label = std::max(scale.label, canvas_.width_of(bar.label, kBarFace));
      scale.told = std::max(scale.told, canvas_.width_of(bar.told, kBarFace));
    }
    scale.label = std::min(scale.label, kWidth / 3) + 10;
    scale.told += 10;
    const double room = kWidth - scale.label - scale.told;
    scale.per_unit = most > least ? room / (most - least) : 0;
    scale.zero = kLeft + scale.label - least * scale.per_unit;
    return scale;
  }

  void put_bar(const Bar& bar, const BarScale& scale) {
    constexpr double kThick = 7;
    constexpr double kThin = 3;
    const double high =
        std::max(canvas_.height_of(bar.label, kBarFace, scale.label - 10), kThick + kThin + 1) + 6;
    make_room(high);
    canvas_.write(bar.label, kBarFace, kLeft, y_, scale.label - 10);
    put_stroke(bar.value, scale, y_ + 1, kThick, bar.value < 0 ? kBad : kAccent);
    put_stroke(bar.before, scale, y_ + 2 + kThick, kThin, kSoft);
    canvas_.fill({scale.zero - 0.25, y_ - 2, 0.5, high}, kLineStrong);
    canvas_.write(bar.told, kBarFace, kLeft + kWidth - scale.told, y_, scale.told, Align::right);
    y_ += high;
  }

  void put_stroke(double value, const BarScale& scale, double y, double thickness, Ink ink) {
    const double length = std::abs(value) * scale.per_unit;
    if (length == 0) return;
    canvas_.fill({value < 0 ? scale.zero - length : scale.zero, y, length, thickness}, ink);
  }

  void put_legend(const Bars& bars) {
    double x = kLeft;
    const auto put_key = [&](const std::string& text, Ink ink) {
      canvas_.fill({x, y_ + 1.5, 8, 6}, ink, 1);
      canvas_.write(text, kLegendFace, x + 12, y_, kWidth);
      x += canvas_.width_of(text, kLegendFace) + 28;
    };
    put_key(bars.value, kAccent);
    put_key(bars.before, kSoft);
    y_ += 18;
  }

  void make_room(double high) {
    if (y_ + high > kBottom && y_ > kTop) next_page();
  }

  void next_page() {
    put_footer();
    canvas_.next_page();
    ++page_;
    y_ = kTop;
  }

  void put_footer() {
    canvas_.rule(kLeft, kFooterAt - 8, kWidth, kLine, 0.5);
    canvas_.write(document_.footer, kFooterFace, kLeft, kFooterAt, kWidth - 80);
    canvas_.write(
        Message(kPage, std::to_string(page_), std::to_string(count_)).in(document_.language),
        kFooterFace, kLeft, kFooterAt, kWidth, Align::right);
  }

  static constexpr Face kBarFace{8.5, Weight::regular, kText};

  const Document& document_;
  Canvas& canvas_;
  const int count_;
  int page_ = 1;
  double y_ = kTop;
};

}  // namespace

std::string written(const Document& document) {
  // How many pages there are is known when they are made.
  Canvas tried(document);
  const int count = Pages(document, tried, 0).put_all();
  Canvas canvas(document);
  Pages(document, canvas, count).put_all();
  return std::move(canvas).finish();
}

}  // namespace sluis::pdf
