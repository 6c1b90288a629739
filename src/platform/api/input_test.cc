#include "platform/api/input.h"

#include <gtest/gtest.h>

#include "platform/api/problem.h"

namespace sluis::api {
namespace {

struct Draft {
  Line<1, 20> name;
};
BOOST_DESCRIBE_STRUCT(Draft, (), (name))

struct Input {
  ChannelId id;
  std::optional<Whole<1, 500>> limit;
  std::vector<std::string> tag;
  Draft body;
};
BOOST_DESCRIBE_STRUCT(Input, (), (id, limit, tag, body))

RawInput raw(std::string_view query, std::string_view body) {
  return {.path = {{"id", "chn_0000000000c1s"}},
          .query = parse_query(query).value_or(Parameters{}),
          .body = body,
          .file = nullptr};
}

std::vector<std::string> problems_of(const RawInput& input) {
  const auto read = read_input<Input>(input);
  std::vector<std::string> lines;
  if (read) return lines;
  for (const auto& field : read.error().fields()) {
    lines.push_back(field.pointer + " " + std::string(field.code));
  }
  return lines;
}

TEST(Input, ComesFromPathQueryAndBody) {
  const auto in = read_input<Input>(raw("limit=20&tag=a&tag=b+c%26", R"({"name":"Web"})"));
  ASSERT_TRUE(in);
  EXPECT_EQ(in->id, ChannelId(12345));
  EXPECT_EQ(in->limit->number, 20);
  EXPECT_EQ(in->tag, (std::vector<std::string>{"a", "b c&"}));
  EXPECT_EQ(in->body.name.text, "Web");
}

TEST(Input, TellsAllProblemsOfParametersAndBodyTogether) {
  EXPECT_EQ(
      problems_of(raw("limit=0&limt=3", R"({"nam":"Web"})")),
      (std::vector<std::string>{"?limit type", "/name required", "/nam unknown", "?limt unknown"}));
  EXPECT_EQ(problems_of(raw("limit=1&limit=2", R"({"name":"Web"})")),
            std::vector<std::string>{"?limit repeated"});
}

TEST(Input, MalformedJsonIsARefusalOfItsOwn) {
  const auto in = read_input<Input>(raw("", "{"));
  ASSERT_FALSE(in);
  EXPECT_TRUE(is(in.error(), JsonRefusal::malformed));
}

TEST(Input, BrokenEscapesAreRefused) {
  EXPECT_FALSE(parse_query("a=%"));
  EXPECT_FALSE(parse_query("a=%zz"));
  EXPECT_FALSE(parse_query("a=%ff"));
  EXPECT_FALSE(parse_query("a%00=1"));
  EXPECT_EQ(parse_query("a&b=&&c=1=2"), (Parameters{{"a", ""}, {"b", ""}, {"c", "1=2"}}));
}

TEST(Problem, IsInTheLanguageThatTheClientPrefers) {
  EXPECT_EQ(language_of(""), Language::en);
  EXPECT_EQ(language_of("nl-NL,nl;q=0.9,en;q=0.8"), Language::nl);
  EXPECT_EQ(language_of("de, nl;q=0.3, en;q=0.7"), Language::en);
  EXPECT_EQ(language_of("nl;q=0, en;q=0.1"), Language::en);
  EXPECT_EQ(language_of(",,;q=,nl;q=x"), Language::en);
}

}  // namespace
}  // namespace sluis::api
