#include "connectors/ingest/tree.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::connectors::ingest {
namespace {

Tree tree_of(std::string_view json) {
  auto tree = Tree::parse(json);
  EXPECT_TRUE(tree.has_value()) << json;
  return *std::move(tree);
}

TEST(Tree, KeepsWhatWasWrittenBesideWhatItMeans) {
  const Tree tree =
      tree_of(R"( {"a" : 19.990000, "b\u0021": "caf\u00e9" , "c":[ 1, {} ,[]], "d":null} )");
  const Node root = tree.root();
  EXPECT_EQ(root["a"].raw(), "19.990000");
  EXPECT_EQ(root["a"].written(), R"("a" : 19.990000)");
  EXPECT_EQ(root["b!"].text(), "café");
  EXPECT_EQ(root["b!"].written(), R"("b\u0021": "caf\u00e9")");
  EXPECT_EQ(root["c"].raw(), "[ 1, {} ,[]]");
  EXPECT_EQ(root["c"].size(), 3u);
  EXPECT_FALSE(root["d"].given());
  EXPECT_EQ(root.raw().front(), '{');
  EXPECT_EQ(root.raw().back(), '}');
}

TEST(Tree, APathThroughNothingLeadsToNothing) {
  const Tree tree = tree_of(R"({"a": 1})");
  EXPECT_TRUE(tree.root()["x"]["y"]["z"].is(Kind::absent));
  EXPECT_EQ(tree.root()["a"]["b"].text(), "");
  EXPECT_EQ(tree.root()["a"].size(), 0u);
}

TEST(Tree, AScalarThatIsNoneSpoilsOnlyWhatItStandsIn) {
  const Tree tree =
      tree_of(R"({"batch": [{"a": 1}, {"a": tru}, {"a": 01}, {"a": "\x"}, {"a": 2}]})");
  std::vector<bool> sound;
  for (const Node item : tree.root()["batch"])
    sound.push_back(item.flaw() == Flaw::none);
  EXPECT_EQ(sound, (std::vector{true, false, false, false, true}));
}

TEST(Tree, NumbersAreNeverTooLargeToBeWritten) {
  const Tree tree = tree_of(R"([1e400, -0, 0.1e-999, 123456789012345678901234567890])");
  for (const Node number : tree.root())
    EXPECT_EQ(number.kind(), Kind::number) << number.raw();
}

TEST(Tree, BrokenBytesSpoilOnlyWhatTheyStandIn) {
  const Tree tree = tree_of("[{\"a\":\"\xC3\x28\"},{\"a\":\"\xC3\xA9\"}]");
  auto item = tree.root().begin();
  EXPECT_EQ((*item).flaw(), Flaw::not_utf8);
  ++item;
  EXPECT_EQ((*item).flaw(), Flaw::none);
  EXPECT_EQ((*item)["a"].text(), "é");
  EXPECT_EQ(tree.root().flaw(), Flaw::not_utf8);
}

TEST(Tree, WhatLiesTooDeepIsBroken) {
  const std::string deep = std::string(40, '[') + std::string(40, ']');
  const Tree tree =
      tree_of(R"({"batch":[{"a":)" + deep + R"(},{"a":{"b":)" + deep + R"(}},{"a":1}]})");
  auto item = tree.root()["batch"].begin();
  EXPECT_EQ((*item).flaw(), Flaw::unreadable);
  EXPECT_EQ((*++item).flaw(), Flaw::unreadable);
  EXPECT_EQ((*++item).flaw(), Flaw::none);
  EXPECT_EQ((*item)["a"].raw(), "1");
}

TEST(Tree, WhatIsNoDocumentIsRefused) {
  for (const auto* json : {"", " ", "{", "[", "{\"a\"", "{\"a\":1", "[1 2]", "{\"a\" 1}", "{}{}",
                           "[1],", "{\"a\":1,}", "nope", "\"\n\"", "{'a':1}"}) {
    EXPECT_FALSE(Tree::parse(json).has_value()) << json;
  }
  EXPECT_FALSE(Tree::parse(std::string(2'000'000, '[')).has_value());
}

RC_GTEST_PROP(Tree, NoBytesAreTooStrange, (const std::string& bytes)) {
  const auto tree = Tree::parse("[" + bytes + "]");
  if (tree) RC_ASSERT(tree->root().raw().front() == '[');
}

}  // namespace
}  // namespace sluis::connectors::ingest
