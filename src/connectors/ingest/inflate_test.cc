#include "connectors/ingest/inflate.h"

#include <zlib.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sluis::connectors::ingest {
namespace {

constexpr int kGzip = 15 + 16;
constexpr int kZlib = 15;

std::string compressed(std::string_view text, int window_bits) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in(text);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

RC_GTEST_PROP(Inflate, GivesBackWhatWasCompressed, (const std::string& text)) {
  for (const int form : {kGzip, kZlib})
    RC_ASSERT(inflated(compressed(text, form), text.size()).value() == text);
}

TEST(Inflate, LargeTextsComeBackWhole) {
  const std::string text(3'000'000, 'x');
  EXPECT_EQ(inflated(compressed(text, kGzip), text.size()), text);
}

TEST(Inflate, ABombIsStoppedAtItsLimit) {
  const std::string bomb = compressed(std::string(50'000'000, '\0'), kGzip);
  EXPECT_LT(bomb.size(), 100'000u);
  EXPECT_EQ(inflated(bomb, 4 << 20).error(), InflateFault::too_large);
}

TEST(Inflate, WhatIsBrokenIsSaidToBe) {
  const std::string whole = compressed("abcabcabcabc", kGzip);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_EQ(inflated(whole.substr(0, size), 100).error(), InflateFault::broken) << size;
  EXPECT_EQ(inflated("no gzip", 100).error(), InflateFault::broken);
  EXPECT_EQ(inflated(whole + "more", 100).error(), InflateFault::broken);
  EXPECT_EQ(inflated(whole, 11).error(), InflateFault::too_large);
  EXPECT_EQ(inflated(whole, 12), "abcabcabcabc");
}

}  // namespace
}  // namespace sluis::connectors::ingest
