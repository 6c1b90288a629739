// Customers come in by link, are nobody among staff, and can be forgotten.
#include "access/customers.h"

#include "access/testing.h"
#include "platform/api/refusal.h"

namespace sluis::access {
namespace {

using api::Role;
using store::Tx;

class CustomersTest : public testing::AccessTest {
 protected:
  std::string link_for(CustomerId customer) {
    const Link link = *keep([&](Tx& tx) -> Result<Link> {
      return make_customer_link(tx, actor(), customer, Slug{"quote"});
    });
    return link.path.substr(link.path.find('#') + 1);
  }
  Result<std::string> come_in(const std::string& token) {
    const Opened opened =
        TRY(keep([&](Tx& tx) { return open_customer_session(tx, call("203.0.113.5"), token); }));
    return "sluis_customer=" + opened.token;
  }

  const CustomerId eva_{11};
  const CustomerId tom_{12};
};
SLUIS_ON_BOTH_HOMES(CustomersTest);

TEST_P(CustomersTest, ALinkLetsOneCustomerInOnce) {
  const std::string token = link_for(eva_);
  const auto cookie = come_in(token);
  ASSERT_TRUE(cookie);
  const auto who = admit_cookie(*cookie);
  ASSERT_TRUE(who);
  EXPECT_EQ(who->audience, api::Audience::customer);
  EXPECT_EQ(who->customer, eva_);
  EXPECT_TRUE(who->roles.empty());
  EXPECT_TRUE(is(come_in(token).error(), UserRefusal::link_invalid));
}

TEST_P(CustomersTest, LinksAndSessionsEnd) {
  const std::string late = link_for(eva_);
  clock_.advance(kCustomerLinkLife);
  EXPECT_TRUE(is(come_in(late).error(), UserRefusal::link_invalid));
  const auto cookie = come_in(link_for(eva_));
  clock_.advance(kCustomerSessionIdle);
  EXPECT_TRUE(is(admit_cookie(*cookie).error(), api::ApiRefusal::unauthenticated));
}

TEST_P(CustomersTest, ACookieOfOneAudienceIsNothingInTheOther) {
  const std::string staff = signed_in(add("ann", {Role::admin}).id);
  const std::string customer = *come_in(link_for(eva_));
  const auto token_of = [](const std::string& cookie) {
    return cookie.substr(cookie.find('=') + 1);
  };
  EXPECT_FALSE(admit_cookie("sluis_session=" + token_of(customer)));
  EXPECT_FALSE(admit_cookie("sluis_customer=" + token_of(staff)));
  EXPECT_EQ(admit_cookie(staff + "; " + customer)->audience, api::Audience::customer);
}

TEST_P(CustomersTest, WhoIsForgottenLeavesNothing) {
  const std::string unused = link_for(eva_);
  const std::string cookie = *come_in(link_for(eva_));
  const std::string of_tom = *come_in(link_for(tom_));
  ASSERT_TRUE(keep([&](Tx& tx) -> Result<void> {
    audit(tx, actor(),
          {.entity = "customer",
           .id = to_string(eva_),
           .action = "changed",
           .before = {R"({"name":"Eva Bos"})"},
           .after = {R"({"name":"Eva Vos"})"}});
    forget(tx, eva_);
    return {};
  }));
  EXPECT_FALSE(admit_cookie(cookie));
  EXPECT_FALSE(come_in(unused));
  EXPECT_TRUE(admit_cookie(of_tom));
  for (const AuditEntry& entry : whole_trail()) {
    const bool about_eva = entry.entity_id == to_string(eva_) || entry.actor == to_string(eva_);
    EXPECT_EQ(about_eva, entry.peer.empty() && entry.before == Json{} && entry.after == Json{})
        << entry.entity_id << ' ' << entry.action;
  }
}

}  // namespace
}  // namespace sluis::access
