// Where a page of a list ended, as the text of `next`: the fields of a struct in their text forms,
// with ~ between them. The last field may hold anything, the others no ~. A list gives it to its
// own struct: template <> struct TextForm<Place> : api::PlaceForm<Place> {};
#pragma once

#include <algorithm>

#include "kernel/text_form.h"

namespace sluis::api {

template <DescribedStruct Place>
struct PlaceForm {
  static std::optional<Place> parse(std::string_view text) {
    Place place;
    std::size_t left = field_count<Place>();
    bool whole = true;
    for_each_field(place, [&]<class Field>(std::string_view, Field& field) {
      const bool last = --left == 0;
      const std::size_t end = last ? text.size() : std::min(text.find('~'), text.size());
      auto value = TextForm<Field>::parse(text.substr(0, end));
      whole = whole && value.has_value() && (last || end < text.size());
      if (whole) field = *std::move(value);
      text.remove_prefix(std::min(end + 1, text.size()));
    });
    if (!whole) return std::nullopt;
    return place;
  }

  static std::string print(const Place& place) {
    std::string text;
    for_each_field(place, [&]<class Field>(std::string_view name, const Field& field) {
      if (name != first_name()) text += '~';
      text += TextForm<Field>::print(field);
    });
    return text;
  }

  static Message expected() {
    static constexpr Text text{"the `next` of the page before", "de `next` van de pagina ervoor"};
    return {text};
  }
  static std::string schema() { return R"("type":"string")"; }

 private:
  static constexpr std::string_view first_name() {
    return boost::mp11::mp_front<FieldsOf<Place>>::name;
  }
};

}  // namespace sluis::api
