// Normal forms, ids, and the table of what was seen, on both homes.
#include "identities/identities.h"

#include <rapidcheck.h>

#include "identities/phone.h"
#include "platform/capability.h"
#include "platform/store/testing.h"

namespace sluis::identities {
namespace {

constexpr Instant kMonday{1'700'000'000'000'000};
constexpr Duration kDay = std::chrono::hours(24);

std::string form(Kind kind, std::string_view value, std::string_view region = "NL") {
  std::string room;
  const auto normal = normal_form({kind, value}, region, room);
  return normal ? std::string(*normal) : std::string(enum_name(normal.error()));
}

TEST(NormalForm, OfAnEmailAddressIsInLowerCaseWithAnAsciiDomain) {
  EXPECT_EQ(form(Kind::email, " Jan.Jansen@Example.COM "), "jan.jansen@example.com");
  EXPECT_EQ(form(Kind::email, "Info@Bücher.example"), "info@xn--bcher-kva.example");
  EXPECT_EQ(form(Kind::email, "JOSÉ@example.com"), "josé@example.com");
  EXPECT_EQ(form(Kind::email, "jose\xCC\x81@example.com"), "josé@example.com");
  EXPECT_EQ(form(Kind::email, "jan"), "email_unreadable");
  EXPECT_EQ(form(Kind::email, "jan@-ü.example"), "email_unreadable");
}

TEST(NormalForm, OfATelephoneNumberIsE164) {
  for (const std::string_view written :
       {"06 12345678", "0612345678", "06-1234 5678", "+31 6 12345678", "+31 (0)6 12345678",
        "0031612345678", "(06) 12 34 56 78", "+31612345678 ext. 9"})
    EXPECT_EQ(form(Kind::phone, written), "+31612345678") << written;
  EXPECT_EQ(form(Kind::phone, "(415) 555-2671", "US"), "+14155552671");
  EXPECT_EQ(form(Kind::phone, "011 31 20 123 4567", "US"), "+31201234567");
  EXPECT_EQ(form(Kind::phone, "02 1234 5678", "IT"), "+390212345678");
  EXPECT_EQ(form(Kind::phone, "06 1 234 5678", "HU"), "+3612345678");
}

TEST(NormalForm, OfWhatIsNoTelephoneNumberIsNone) {
  for (const std::string_view written :
       {"12", "+999 123456", "call me", "+31", "+31 6 1234567890123", "+", "061234567890123"})
    EXPECT_EQ(form(Kind::phone, written), "phone_unreadable") << written;
}

TEST(NormalForm, OfTheOthersIsWhatWasSent) {
  EXPECT_EQ(form(Kind::device, "  5F3a-Q "), "5F3a-Q");
  EXPECT_EQ(form(Kind::user, std::string(254, 'u')), std::string(254, 'u'));
  EXPECT_EQ(form(Kind::user, ""), "identity_empty");
  EXPECT_EQ(form(Kind::card, "  "), "identity_empty");
  EXPECT_EQ(form(Kind::user, std::string(10'000, 'u')), "identity_too_long");
  EXPECT_EQ(form(Kind::user, "a\xFF"), "identity_not_text");
  EXPECT_EQ(form(Kind::user, "a\nb"), "identity_not_text");
}

TEST(NormalForm, ComesToItself) {
  EXPECT_TRUE(rc::check("a normal form is its own normal form", [] {
    const auto kind = *rc::gen::elementOf(enum_values<Kind>());
    const auto value = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("+0123456789 -()@.aBcé\xC3\xA9")));
    std::string room;
    const auto once = normal_form({kind, value}, "NL", room);
    if (!once) return;
    std::string again;
    const auto twice = normal_form({kind, *once}, "NL", again);
    RC_ASSERT(twice.has_value());
    RC_ASSERT(*twice == *once);
  }));
}

TEST(PhoneRegions, StandInTheOrderOfTheirCountryCodes) {
  EXPECT_TRUE(std::ranges::is_sorted(phone_regions(), {}, &PhoneRegion::country_code));
}

TEST(IdentityId, DependsOnPepperKindAndValue) {
  const Pepper salt{};
  Pepper other{};
  other.key[0] = 1;
  const IdentityId id = id_of(salt, Kind::email, "a@example.com");
  EXPECT_EQ(id, id_of(salt, Kind::email, "a@example.com"));
  EXPECT_NE(id, id_of(salt, Kind::user, "a@example.com"));
  EXPECT_NE(id, id_of(salt, Kind::email, "b@example.com"));
  EXPECT_NE(id, id_of(other, Kind::email, "a@example.com"));
  EXPECT_GT(id.number(), 0);
}

class IdentitiesTest : public store::testing::OnBothHomes {
 protected:
  void SetUp() override {
    OnBothHomes::SetUp();
    if (IsSkipped()) return;
    const Capability own = capability();
    open({{own.migrations}, {own.statements}});
  }

  template <class F>
  auto in_unit(F&& f) {
    using Out = std::invoke_result_t<F&, store::Tx&>;
    return *store().unit([&](store::Tx& tx) -> Result<Out> { return f(tx); });
  }
  void remember_one(const Identity& identity) {
    in_unit([&](store::Tx& tx) {
      remember(tx, std::array{identity});
      return true;
    });
  }
};
SLUIS_ON_BOTH_HOMES(IdentitiesTest);

TEST_P(IdentitiesTest, PepperIsMadeOnce) {
  const auto first = in_unit([](store::Tx& tx) { return pepper(tx); });
  EXPECT_EQ(first.key, in_unit([](store::Tx& tx) { return pepper(tx); }).key);
  EXPECT_NE(first.key, Pepper{}.key);
}

TEST_P(IdentitiesTest, SightingsWidenWhateverTheirOrder) {
  const IdentityId id(7);
  const Identity seen{id, Kind::email, "a@example.com", kMonday, kMonday, false};
  Identity before = seen;
  before.first_seen = before.last_seen = kMonday - kDay;
  Identity after = seen;
  after.first_seen = after.last_seen = kMonday + kDay;
  after.verified = true;
  for (const Identity& one : {seen, before, after, seen})
    remember_one(one);
  const auto kept = in_unit([&](store::Tx& tx) { return find(tx, id); });
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->first_seen, kMonday - kDay);
  EXPECT_EQ(kept->last_seen, kMonday + kDay);
  EXPECT_TRUE(kept->verified);
  EXPECT_EQ(kept->value, "a@example.com");
}

TEST_P(IdentitiesTest, IdentityIsItsOwnCustomerUntilMerged) {
  const IdentityId a(1);
  const IdentityId b(2);
  const CustomerId own(1);
  const CustomerId merged(99);
  const auto mapped = [&](IdentityId id, CustomerId from, CustomerId to) {
    return in_unit([&](store::Tx& tx) { return remap(tx, id, from, to, kMonday); });
  };
  const auto whose = [&](IdentityId id) {
    return in_unit([&](store::Tx& tx) { return customer_of(tx, id); });
  };
  const auto of = [&](CustomerId customer) {
    return in_unit([&](store::Tx& tx) { return identities_of(tx, customer); });
  };
  EXPECT_EQ(whose(a), own);
  EXPECT_EQ(of(own), std::vector{a});
  EXPECT_TRUE(mapped(a, own, merged));
  EXPECT_TRUE(mapped(b, CustomerId(2), merged));
  EXPECT_FALSE(mapped(a, own, CustomerId(98)));  // somebody else was first
  EXPECT_EQ(of(merged), (std::vector{a, b}));
  EXPECT_EQ(of(own), std::vector<IdentityId>{});
  EXPECT_TRUE(mapped(a, merged, own));
  EXPECT_EQ(whose(a), own);
  EXPECT_EQ(of(merged), std::vector{b});
}

TEST_P(IdentitiesTest, ForgottenIsGone) {
  const IdentityId id(7);
  remember_one({id, Kind::user, "jan", kMonday, kMonday, false});
  in_unit([&](store::Tx& tx) {
    forget(tx, std::array{id});
    return true;
  });
  EXPECT_FALSE(in_unit([&](store::Tx& tx) { return find(tx, id); }));
}

}  // namespace
}  // namespace sluis::identities
