#include "platform/pdf/canvas.h"

#include <numbers>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace sluis::pdf {
namespace {

constexpr char kFamilies[] = "Inter, DejaVu Sans, sans-serif";
// Digits of one width, so that amounts stand below each other.
constexpr char kFeatures[] = "tnum=1";
constexpr double kPointsPerInch = 72;

template <auto release>
struct Released {
  template <class T>
  void operator()(T* object) const {
    release(object);
  }
};
using Layout = std::unique_ptr<PangoLayout, Released<g_object_unref>>;

PangoWeight weight_of(Weight weight) {
  switch (weight) {
    case Weight::regular:
      return PANGO_WEIGHT_NORMAL;
    case Weight::medium:
      return PANGO_WEIGHT_MEDIUM;
    case Weight::semibold:
      return PANGO_WEIGHT_SEMIBOLD;
  }
  __builtin_unreachable();
}

cairo_status_t take(void* into, const unsigned char* bytes, unsigned int length) {
  // cairo knows bytes as unsigned.
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct Canvas::Surface {
  explicit Surface(const Document& document)
      : surface(cairo_pdf_surface_create_for_stream(take, &bytes, kPageWidth, kPageHeight)),
        cairo(cairo_create(surface)),
        context(pango_cairo_create_context(cairo)) {
    describe(document);
    pango_cairo_context_set_resolution(context, kPointsPerInch);
    pango_context_set_round_glyph_positions(context, 0);
    pango_context_set_language(
        context, pango_language_from_string(document.language == Language::nl ? "nl" : "en"));
  }
  ~Surface() {
    g_object_unref(context);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
  }

  void describe(const Document& document) {
    const std::string made = to_string(document.made);
    const auto tell = [&](cairo_pdf_metadata_t what, const std::string& text) {
      cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    tell(CAIRO_PDF_METADATA_TITLE, document.title);
    tell(CAIRO_PDF_METADATA_AUTHOR, document.author);
    tell(CAIRO_PDF_METADATA_CREATOR, "Sluis");
    tell(CAIRO_PDF_METADATA_CREATE_DATE, made);
    tell(CAIRO_PDF_METADATA_MOD_DATE, made);
  }

  Layout layout(std::string_view text, const Face& face) const {
    Layout layout(pango_layout_new(context));
    PangoFontDescription* font = pango_font_description_from_string(kFamilies);
    pango_font_description_set_absolute_size(font, face.size * PANGO_SCALE);
    pango_font_description_set_weight(font, weight_of(face.weight));
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new(kFeatures));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }

  Layout broken(std::string_view text, const Face& face, double width) const {
    Layout lines = layout(text, face);
    pango_layout_set_width(lines.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(lines.get(), PANGO_WRAP_WORD_CHAR);
    return lines;
  }

  void choose(Ink ink) const { cairo_set_source_rgb(cairo, ink.red, ink.green, ink.blue); }

  void outline(const Box& box, double radius) const {
    constexpr double kQuarter = std::numbers::pi / 2;
    const double right = box.x + box.width - radius;
    const double below = box.y + box.height - radius;
    cairo_new_path(cairo);
    cairo_arc(cairo, right, box.y + radius, radius, -kQuarter, 0);
    cairo_arc(cairo, right, below, radius, 0, kQuarter);
    cairo_arc(cairo, box.x + radius, below, radius, kQuarter, 2 * kQuarter);
    cairo_arc(cairo, box.x + radius, box.y + radius, radius, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cairo);
  }

  std::string bytes;
  cairo_surface_t* surface;
  cairo_t* cairo;
  PangoContext* context;
};

Canvas::Canvas(const Document& document) : surface_(std::make_unique<Surface>(document)) {}

Canvas::~Canvas() = default;

double Canvas::height_of(std::string_view text, const Face& face, double width) const {
  if (text.empty()) return 0;
  int height = 0;
  pango_layout_get_size(surface_->broken(text, face, width).get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

double Canvas::width_of(std::string_view text, const Face& face) const {
  int width = 0;
  pango_layout_get_size(surface_->layout(text, face).get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

double Canvas::write(std::string_view text, const Face& face, double x, double y, double width,
                     Align align) {
  if (text.empty()) return 0;
  const Layout lines = surface_->broken(text, face, width);
  if (align == Align::right) pango_layout_set_alignment(lines.get(), PANGO_ALIGN_RIGHT);
  surface_->choose(face.ink);
  cairo_move_to(surface_->cairo, x, y);
  pango_cairo_show_layout(surface_->cairo, lines.get());
  int height = 0;
  pango_layout_get_size(lines.get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Canvas::fill(const Box& box, Ink ink, double radius) {
  surface_->choose(ink);
  surface_->outline(box, radius);
  cairo_fill(surface_->cairo);
}

void Canvas::frame(const Box& box, Ink ink, double radius) {
  constexpr double kThin = 0.75;
  surface_->choose(ink);
  surface_->outline(box, radius);
  cairo_set_line_width(surface_->cairo, kThin);
  cairo_stroke(surface_->cairo);
}

void Canvas::rule(double x, double y, double width, Ink ink, double thickness) {
  fill({x, y - thickness / 2, width, thickness}, ink);
}

void Canvas::next_page() {
  cairo_show_page(surface_->cairo);
}

std::string Canvas::finish() && {
  cairo_surface_finish(surface_->surface);
  return std::move(surface_->bytes);
}

}  // namespace sluis::pdf
