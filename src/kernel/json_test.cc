#include "kernel/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/money.h"

namespace sluis::example {

enum class Colour { red, blue };
BOOST_DESCRIBE_ENUM(Colour, red, blue)

struct Part {
  Line<1, 10> name;
  std::int64_t count = 0;
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
  Json extra;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, colour, parts, price, code, weight, made, extra))

}  // namespace sluis::example

namespace sluis {
namespace {

using example::Thing;

constexpr std::string_view kThing =
    R"({"id":"chn_0000000000c1s","colour":"blue","parts":[{"name":"wheel\n\"é\"","count":4}],)"
    R"("price":{"amount":"12.50","currency":"EUR"},"code":null,"weight":0.1,)"
    R"("made":"2026-11-22T05:13:27Z","extra":{"a":[1,null]}})";

std::vector<std::string> problems_of(std::string_view text) {
  const auto thing = from_json<Thing>(text);
  std::vector<std::string> lines;
  if (thing) return lines;
  for (const auto& field : thing.error().fields()) {
    lines.push_back(field.pointer + " " + std::string(field.code));
  }
  return lines;
}

TEST(Json, RefusesNumbersThatNothingCanHold) {
  EXPECT_FALSE(from_json<Json>(R"({"a":[1,1e360]})"));
  EXPECT_FALSE(from_json<double>("-1e400"));
  EXPECT_TRUE(from_json<Json>(R"({"a":[1,1e300]})"));
}

TEST(Json, ReadsWhatItWrites) {
  const auto thing = from_json<Thing>(kThing);
  ASSERT_FALSE(thing) << "a line has no line break";
  std::string one_line(kThing);
  one_line.erase(one_line.find("\\n"), 2);
  const auto again = from_json<Thing>(one_line);
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again), one_line);
  EXPECT_TRUE(again->code.present);
}

TEST(Json, TellsEveryProblemAtOnceWithItsPlace) {
  EXPECT_EQ(problems_of(R"({"id":1,"colour":"green","parts":[{"name":"","cuont":1}],)"
                        R"("price":{"amount":12.5,"currency":"EUR"},"weight":"x","made":"now"})"),
            (std::vector<std::string>{"/id type", "/colour type", "/parts/0/name type",
                                      "/parts/0/count required", "/parts/0/cuont unknown",
                                      "/price/amount type", "/weight type", "/made type",
                                      "/extra required"}));
  EXPECT_EQ(problems_of("[]"), std::vector<std::string>{" type"});
}

TEST(Json, SaysWhatWouldBeRightInBothLanguages) {
  const auto thing = from_json<example::Part>(R"({"name":"wheel","count":1.5})");
  ASSERT_FALSE(thing);
  const Message& message = thing.error().fields().at(0).message;
  EXPECT_EQ(message.in(Language::en), "Must be a whole number, for example 42.");
  EXPECT_EQ(message.in(Language::nl), "Moet zijn: een geheel getal, bijvoorbeeld 42.");
}

TEST(Json, RefusesWhatIsNotJsonWithItsLineAndColumn) {
  for (const char* wrong : {"", "{", "{\"a\":1,}", "nul", "{} {}", "\"\xff\"", "\"\xc0\x80\"",
                            "[1e999999999999]x", "'a'"}) {
    const auto document = JsonDocument::parse(wrong);
    ASSERT_FALSE(document) << wrong;
    EXPECT_TRUE(is(document.error(), JsonRefusal::malformed));
  }
  const auto document = JsonDocument::parse("{\n  \"a\": x}");
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().message().in(Language::en).find("line 2, column 8"),
            std::string::npos);
  EXPECT_FALSE(JsonDocument::parse(std::string(1000, '[')));
}

RC_GTEST_PROP(Json, AnyTextComesBack, ()) {
  const auto points =
      *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 0x80));
  const std::string text(points.begin(), points.end());
  std::string json;
  write_json_string(json, text);
  const auto document = JsonDocument::parse(json);
  RC_ASSERT(document.has_value());
  RC_ASSERT(document->root().text() == text);
}

TEST(Json, SchemaFollowsTheFieldList) {
  Schemas schemas;
  EXPECT_EQ(schema_of<Thing>(schemas), R"({"$ref":"#/components/schemas/example.Thing"})");
  EXPECT_EQ(schemas.at("example.Colour"), R"({"type":"string","enum":["red","blue"]})");
  EXPECT_EQ(schemas.at("example.Part"),
            R"({"type":"object","additionalProperties":false,"properties":{"name":)"
            R"({"type":"string","minLength":1,"maxLength":10},"count":)"
            R"({"type":"integer","format":"int64"}},"required":["name","count"]})");
  EXPECT_NE(schemas.at("example.Thing").find(R"("required":["id","colour","parts","weight",)"),
            std::string::npos);
  for (const auto& [name, schema] : schemas)
    EXPECT_TRUE(JsonDocument::parse(schema)) << name;
}

}  // namespace
}  // namespace sluis
