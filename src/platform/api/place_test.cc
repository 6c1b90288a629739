#include "platform/api/place.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::api {
namespace {

struct Place {
  Instant ts;
  std::int64_t figure = 0;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(Place, (), (ts, figure, key))

using Form = PlaceForm<Place>;

RC_GTEST_PROP(PlaceForm, ReadsWhatItPrinted, (const std::string& letters, std::int64_t figure)) {
  // Microseconds of the years that a moment can be written in.
  const Instant ts(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000'000));
  std::string key = "~";
  for (const char c : letters)
    key += static_cast<char>('!' + static_cast<unsigned char>(c) % 90);
  const auto read = Form::parse(Form::print({ts, figure, key}));
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->ts == ts && read->figure == figure && read->key == key);
}

TEST(PlaceForm, RefusesWhatIsNone) {
  for (const auto* text : {"", "~", "~~", "2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z~1",
                           "now~1~a", "2026-01-05T09:00:00Z~one~a"}) {
    EXPECT_FALSE(Form::parse(text)) << text;
  }
}

}  // namespace
}  // namespace sluis::api
