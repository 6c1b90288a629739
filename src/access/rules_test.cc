#include "access/rules.h"

#include <rapidcheck.h>

#include <gtest/gtest.h>

#include "kernel/json.h"

namespace sluis::access {
namespace {

using api::Role;

std::optional<PasswordFault> fault(std::string_view password) {
  return fault_of(password, Email{"ann.smit@example.com"});
}

TEST(Passwords, WhatIsEasyToGuessIsRefused) {
  EXPECT_EQ(fault("welkom2026!!"), PasswordFault::common);
  EXPECT_EQ(fault("2026WachtWoord"), PasswordFault::common);
  EXPECT_EQ(fault("123456789012"), PasswordFault::common);
  EXPECT_EQ(fault("1q2w3e4r5t6y"), PasswordFault::common);
  EXPECT_EQ(fault("abababababababab"), PasswordFault::monotonous);
  EXPECT_EQ(fault("my name: Ann.Smit, really"), PasswordFault::like_email);
  EXPECT_EQ(fault_of("#bo@example.com#", Email{"bo@example.com"}), PasswordFault::like_email);
  EXPECT_EQ(fault_of("a bottle of ink", Email{"bo@example.com"}), std::nullopt);
  EXPECT_EQ(fault("correct horse battery staple"), std::nullopt);
  EXPECT_EQ(fault("zonder ééntje geen tweede"), std::nullopt);
}

TEST(Passwords, LengthIsCountedInCharactersNotBytes) {
  const auto fits = [](const std::string& text) {
    return TextForm<NewPassword>::parse(text).has_value();
  };
  EXPECT_FALSE(fits("eleven char"));
  EXPECT_TRUE(fits("twelve chars"));
  EXPECT_FALSE(fits("ééééééééééé"));
  EXPECT_TRUE(fits("éééééééééééé"));
  EXPECT_TRUE(fits(std::string(200, 'x')));
  EXPECT_FALSE(fits(std::string(201, 'x')));
  EXPECT_FALSE(fits("not utf-8 \xff\xff\xff\xff"));
}

TEST(Passwords, AreNeverPrinted) {
  EXPECT_EQ(to_json(NewPassword{"correct horse"}), "\"********\"");
  EXPECT_EQ(to_json(GivenPassword{"correct horse"}), "\"********\"");
}

TEST(RightsRule, PartnerAndStoreStandAloneWithWhatTheySee) {
  const PartnerId partner{1};
  const LocationId location{2};
  EXPECT_EQ(fault_of(Rights{{Role::admin, Role::agent}, {}, {}}), std::nullopt);
  EXPECT_EQ(fault_of(Rights{{Role::partner}, partner, {}}), std::nullopt);
  EXPECT_EQ(fault_of(Rights{{Role::store}, {}, location}), std::nullopt);
  EXPECT_EQ(fault_of(Rights{{}, {}, {}}), RightsFault::no_role);
  EXPECT_EQ(fault_of(Rights{{Role::agent, Role::agent}, {}, {}}), RightsFault::twice);
  EXPECT_EQ(fault_of(Rights{{Role::partner, Role::admin}, partner, {}}), RightsFault::not_alone);
  EXPECT_EQ(fault_of(Rights{{Role::partner}, {}, {}}), RightsFault::scope_missing);
  EXPECT_EQ(fault_of(Rights{{Role::store}, {}, {}}), RightsFault::scope_missing);
  EXPECT_EQ(fault_of(Rights{{Role::store}, partner, location}), RightsFault::scope_unused);
  EXPECT_EQ(fault_of(Rights{{Role::admin}, {}, location}), RightsFault::scope_unused);
}

std::string origin(std::string_view text) {
  const auto parsed = TextForm<Origin>::parse(text);
  return parsed ? parsed->text : "";
}

TEST(Origins, AreReadAsBrowsersSendThem) {
  EXPECT_EQ(origin("https://shop.example"), "https://shop.example");
  EXPECT_EQ(origin("HTTPS://Shop.Example:443"), "https://shop.example");
  EXPECT_EQ(origin("http://localhost:8080"), "http://localhost:8080");
  EXPECT_EQ(origin("http://shop.example:80"), "http://shop.example");
  for (const auto* wrong :
       {"", "null", "shop.example", "ftp://shop.example", "https://", "https://shop.example/",
        "https://shop.example/path", "https://a b", "https://shop.example:0",
        "https://shop.example:65536", "https://shop.example:", "https://user@shop.example"}) {
    EXPECT_EQ(origin(wrong), "") << wrong;
  }
}

TEST(Cookies, AreFoundByTheirWholeName) {
  EXPECT_EQ(cookie_of("a=1; sluis_session=abc; b=2", "sluis_session"), "abc");
  EXPECT_EQ(cookie_of("sluis_session=abc", "sluis_session"), "abc");
  EXPECT_EQ(cookie_of("xsluis_session=abc", "sluis_session"), "");
  EXPECT_EQ(cookie_of("sluis_session2=abc;sluis_session=d", "sluis_session"), "d");
  EXPECT_EQ(cookie_of("sluis_session", "sluis_session"), "");
  EXPECT_EQ(cookie_of(";;=;", "sluis_session"), "");
}

TEST(Cookies, AnyHeaderIsRead) {
  EXPECT_TRUE(rc::check([](const std::string& header) {
    const auto value = cookie_of(header, "sluis_session");
    RC_ASSERT(value.find(';') == std::string_view::npos);
  }));
}

TEST(KeysInHeaders, ComeAsBearerOrAsTheNameOfBasic) {
  EXPECT_EQ(key_of("Bearer slk_ingest_x"), "slk_ingest_x");
  EXPECT_EQ(key_of("bearer  slk_ingest_x "), "slk_ingest_x");
  EXPECT_EQ(key_of("Basic c2xrX2luZ2VzdF94Og=="), "slk_ingest_x");
  EXPECT_EQ(key_of("Basic c2xrX2luZ2VzdF94OnB3"), "slk_ingest_x");
  EXPECT_EQ(key_of("Basic *"), std::nullopt);
  EXPECT_EQ(key_of("Digest abc"), std::nullopt);
  EXPECT_EQ(key_of("slk_ingest_x"), std::nullopt);
}

TEST(KeysInHeaders, AnyHeaderIsRead) {
  EXPECT_TRUE(rc::check([](const std::string& value) {
    const auto key = key_of("Basic " + value);
    const bool holds = !key || key->find(':') == std::string::npos;
    RC_ASSERT(holds);
  }));
}

TEST(Devices, AreVisibleAsciiOfBoundedLength) {
  EXPECT_EQ(device_of("Mozilla/5.0 (X11)"), "Mozilla/5.0 (X11)");
  EXPECT_EQ(device_of("a\tb\xff\xc3"), "ab");
  EXPECT_EQ(device_of(std::string(1000, 'x')).size(), 200U);
}

}  // namespace
}  // namespace sluis::access
