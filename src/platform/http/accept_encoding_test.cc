#include "platform/http/accept_encoding.h"

#include <gtest/gtest.h>

namespace sluis::http {
namespace {

Coding chosen(std::string_view header) {
  return choose_coding(parse_accept_encoding(header), true, true);
}

TEST(AcceptEncodingTest, takes_the_heaviest_and_of_equals_the_smaller_form) {
  EXPECT_EQ(chosen("gzip, deflate, br"), Coding::brotli);
  EXPECT_EQ(chosen("gzip;q=1.0, br;q=0.9"), Coding::gzip);
  EXPECT_EQ(chosen("gzip ; q=0.5 , BR;Q=0.501"), Coding::brotli);
  EXPECT_EQ(chosen("deflate"), Coding::identity);
  EXPECT_EQ(chosen(""), Coding::identity);
}

TEST(AcceptEncodingTest, honours_zero_and_everything_else) {
  EXPECT_EQ(chosen("br;q=0, gzip"), Coding::gzip);
  EXPECT_EQ(chosen("*"), Coding::brotli);
  EXPECT_EQ(chosen("*, br;q=0"), Coding::gzip);
  EXPECT_EQ(chosen("*;q=0"), Coding::identity);
  EXPECT_EQ(chosen("identity, gzip;q=0.5"), Coding::identity);
  EXPECT_EQ(chosen("identity;q=0, gzip;q=0.001"), Coding::gzip);
}

TEST(AcceptEncodingTest, skips_what_it_cannot_read) {
  EXPECT_EQ(chosen("br;q=2, gzip;q=0.1"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=, gzip;q=0.1"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=0.1234, gzip;q=1.001"), Coding::identity);
  EXPECT_EQ(chosen(",;,=,;q=,,gzip"), Coding::gzip);
}

TEST(AcceptEncodingTest, offers_only_what_there_is) {
  const AcceptedCodings both = parse_accept_encoding("br, gzip");
  EXPECT_EQ(choose_coding(both, false, true), Coding::gzip);
  EXPECT_EQ(choose_coding(both, true, false), Coding::brotli);
  EXPECT_EQ(choose_coding(both, false, false), Coding::identity);
}

}  // namespace
}  // namespace sluis::http
