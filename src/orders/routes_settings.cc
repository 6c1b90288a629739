// The routes of what a sale through a channel costs, and of vouchers.

#include "orders/routes.h"
#include "platform/api/refusal.h"

namespace sluis::orders {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

using Limit = Whole<1, 500>;
constexpr Limit kLimit{100};

struct TermsInput {
  ChannelId channel;
};
BOOST_DESCRIBE_STRUCT(TermsInput, (), (channel))
struct SetTermsInput {
  Terms body;
};
BOOST_DESCRIBE_STRUCT(SetTermsInput, (), (body))
struct VouchersInput {
  std::optional<Line<0, 40>> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(VouchersInput, (), (after, limit))
struct AddVoucherInput {
  VoucherDraft body;
};
BOOST_DESCRIBE_STRUCT(AddVoucherInput, (), (body))

Result<Terms> show_terms(Snapshot& snapshot, const Call&, const TermsInput& in) {
  TRY_VOID(channels::find(snapshot, channels::kEverything, in.channel));
  return terms(snapshot, in.channel);
}

Result<Terms> keep_terms(Tx& tx, const Call& call, const SetTermsInput& in) {
  return set_terms(tx, access::actor_of(call), in.body);
}

Result<api::Page<VoucherState>> list_vouchers(Snapshot& snapshot, const Call&,
                                              const VouchersInput& in) {
  const std::int64_t limit = in.limit.value_or(kLimit).number;
  api::Page<VoucherState> page{
      .items = vouchers(snapshot, in.after ? in.after->text : "", limit + 1), .next = {}};
  if (std::cmp_greater(page.items.size(), limit)) {
    page.items.pop_back();
    page.next = page.items.back().code.text;
  }
  return page;
}

Result<api::Reply<VoucherState>> add_one(Tx& tx, const Call& call, const AddVoucherInput& in) {
  return api::Reply<VoucherState>{.value = TRY(add_voucher(tx, access::actor_of(call), in.body)),
                                  .status = 201,
                                  .version = {},
                                  .headers = {}};
}

}  // namespace

std::vector<api::Route> setting_routes() {
  using api::refuses;
  using channels::ChannelRefusal;
  using http::Method;
  using enum OrderRefusal;
  return {
      {.operation = "orders.terms",
       .method = Method::get,
       .path = "/api/v1/orders/terms",
       .summary = {"What a sale through a channel costs, and how long it waits for whom.",
                   "Wat een verkoop via een kanaal kost, en hoe lang zij op wie wacht."},
       .allow = kManagers | api::Allow::role(api::Role::analyst),
       .handler = api::read(show_terms),
       .refusals = refuses(ChannelRefusal::channel_unknown)},
      {.operation = "orders.set_terms",
       .method = Method::put,
       .path = "/api/v1/orders/terms",
       .summary = {"Set what a sale through a channel costs, and how long it waits.",
                   "Stel in wat een verkoop via een kanaal kost, en hoe lang zij wacht."},
       .allow = kManagers,
       .handler = api::write(keep_terms),
       .refusals = {&kind_of(ChannelRefusal::channel_unknown), &kind_of(amount_too_large)}},
      {.operation = "orders.vouchers",
       .method = Method::get,
       .path = "/api/v1/orders/vouchers",
       .summary = {"Vouchers, and how often each was used.",
                   "Tegoedbonnen, en hoe vaak elk is gebruikt."},
       .allow = kManagers | api::Allow::role(api::Role::agent),
       .handler = api::read(list_vouchers)},
      {.operation = "orders.add_voucher",
       .method = Method::post,
       .path = "/api/v1/orders/vouchers",
       .summary = {"Add a voucher that every channel, or one, honours as often as it may be used.",
                   "Voeg een tegoedbon toe die elk kanaal, of één, zo vaak aanneemt als hij mag."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(voucher_code_taken), &kind_of(voucher_empty),
                    &kind_of(ChannelRefusal::channel_unknown)}},
  };
}

}  // namespace sluis::orders
