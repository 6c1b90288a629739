// Pages to draw on, in points from their upper left corner. Knows cairo and Pango, so that nobody
// else does.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "platform/pdf/document.h"

namespace sluis::pdf {

struct Ink {
  double red = 0;
  double green = 0;
  double blue = 0;
};

enum class Weight : std::uint8_t { regular, medium, semibold };

struct Face {
  double size = 0;  // in points
  Weight weight = Weight::regular;
  Ink ink;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

inline constexpr double kPageWidth = 595.28;
inline constexpr double kPageHeight = 841.89;

class Canvas {
 public:
  explicit Canvas(const Document& document);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Of text that is broken into lines of that width.
  double height_of(std::string_view text, const Face& face, double width) const;
  double width_of(std::string_view text, const Face& face) const;  // on one line

  // Text within a width, from its upper edge on; gives its height.
  double write(std::string_view text, const Face& face, double x, double y, double width,
               Align align = Align::left);
  void fill(const Box& box, Ink ink, double radius = 0);
  void frame(const Box& box, Ink ink, double radius);
  void rule(double x, double y, double width, Ink ink, double thickness);
  void next_page();

  std::string finish() &&;

 private:
  struct Surface;
  std::unique_ptr<Surface> surface_;
};

}  // namespace sluis::pdf
