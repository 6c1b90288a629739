#include "platform/secrets/secrets.h"

#include <set>

#include <gtest/gtest.h>

namespace sluis::secrets {
namespace {

TEST(Secrets, TokensAre128BitsAsCrockfordDigits) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = random_token();
    EXPECT_EQ(token.size(), 26u);
    EXPECT_EQ(token.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz"), std::string::npos);
    seen.insert(token);
  }
  EXPECT_EQ(seen.size(), 1000u);
}

TEST(Secrets, EveryDigitOfATokenVaries) {
  for (std::size_t place = 0; place < 26; ++place) {
    std::set<char> digits;
    for (int i = 0; i < 500; ++i)
      digits.insert(random_token()[place]);
    // The last digit holds the three bits that are left.
    EXPECT_EQ(digits.size(), place == 25 ? 8u : 32u) << place;
  }
}

TEST(Secrets, HashesAsTheStandardsSay) {
  EXPECT_EQ(hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2
  EXPECT_EQ(hex(keyed_hash("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");  // RFC 4231
}

TEST(Secrets, ComparesWholeTexts) {
  EXPECT_TRUE(equal("secret", "secret"));
  EXPECT_TRUE(equal("", ""));
  EXPECT_FALSE(equal("secret", "secreT"));
  EXPECT_FALSE(equal("secret", "secre"));
}

TEST(Secrets, KnowsAPasswordByItsHash) {
  const std::string hash = hash_password("correct horse");
  EXPECT_TRUE(password_matches(hash, "correct horse"));
  EXPECT_FALSE(password_matches(hash, "correct horsf"));
  EXPECT_FALSE(password_matches("not a hash", "correct horse"));
  EXPECT_NE(hash_password("correct horse"), hash);
  EXPECT_FALSE(needs_rehash(hash));
}

TEST(Secrets, AsksForANewHashWhenTheParametersChanged) {
  EXPECT_TRUE(
      needs_rehash("$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                   "3C9mTEtEUbBVe2p5+1vq4qq0JJDhMjVxLb1IGWYd1ys"));
}

TEST(Secrets, WipesAText) {
  std::string text = "secret";
  wipe(text);
  EXPECT_TRUE(text.empty());
}

TEST(Secrets, WhatIsSealedOpensWithItsKeyAlone) {
  const Hash key = sha256("a key");
  const std::string closed = sealed(key, "words");
  EXPECT_EQ(unsealed(key, closed), "words");
  EXPECT_EQ(unsealed(key, sealed(key, "")), "");
  EXPECT_NE(closed, sealed(key, "words")) << "the same twice looks alike to nobody";
  EXPECT_EQ(unsealed(sha256("another"), closed), std::nullopt);
  for (std::size_t cut = 0; cut < closed.size(); ++cut)
    EXPECT_EQ(unsealed(key, std::string_view(closed).substr(0, cut)), std::nullopt);
}

}  // namespace
}  // namespace sluis::secrets
