// Reading JSON into a described struct: whatever is read is written and read again as the same.
#include "kernel/json.h"

#include "kernel/assert.h"
#include "kernel/money.h"

namespace sluis::fuzz {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)

struct Part {
  Line<1, 10> name;
  Whole<-5, 5> count;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, count))

struct Thing {
  ChannelId id;
  Colour colour = Colour::red;
  std::vector<Part> parts;
  std::optional<Money> price;
  Patch<std::optional<Slug>> code;
  double weight = 0;
  Instant made;
  Date day;
  Prose<100> note;
  Json extra;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, colour, parts, price, code, weight, made, day, note, extra))

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sluis::fuzz::Thing;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto thing = sluis::from_json<Thing>(text);
  if (!thing) {
    SLUIS_ASSERT(!thing.error().message().in(sluis::Language::nl).empty());
    return 0;
  }
  const std::string written = sluis::to_json(*thing);
  auto again = sluis::from_json<Thing>(written);
  SLUIS_ASSERT(again);
  // Boost.JSON 1.81 reads a double to the last digit but one.
  again->weight = thing->weight;
  again->extra = thing->extra;
  SLUIS_ASSERT(sluis::to_json(*again) == written);
  return 0;
}
