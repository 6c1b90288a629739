#include "stock/alerts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "company/company.h"
#include "kernel/fold.h"
#include "platform/zones/zones.h"
#include "stock/drift.h"
#include "stock/rules.h"
#include "stock/store_alerts.h"

namespace sluis::stock {
namespace {

constexpr std::int64_t kWatchedDays = 28;
constexpr double kDaysInYear = 365;
constexpr double kWorthTelling = 0.5;  // pieces
constexpr std::int64_t kMillionths = 1'000'000;
constexpr Duration kDay = std::chrono::days(1);

constexpr Text kWhole{"{0}", "{0}"};
constexpr Text kWithDecimal{"{0}.{1}", "{0},{1}"};
constexpr Text kMissedUntilDelivery{
    "{0} a day are sold and {1} are free; a delivery comes in {2} days, and until then {3} are "
    "missed.",
    "Er gaan er {0} per dag uit en er zijn er {1} vrij; over {2} dagen komt er een levering, en "
    "tot dan worden er {3} gemist."};
constexpr Text kMissedWithoutDelivery{
    "{0} a day are sold and {1} are free; nothing was bought, a delivery takes {2} days, and until "
    "then {3} are missed.",
    "Er gaan er {0} per dag uit en er zijn er {1} vrij; er is niets besteld, een levering duurt "
    "{2} dagen, en tot dan worden er {3} gemist."};
constexpr Text kLeftAfter{
    "{0} a day are sold, {1} are free and {4} are to come; after {2} days {3} of these are left.",
    "Er gaan er {0} per dag uit, er zijn er {1} vrij en er komen er nog {4}; na {2} dagen zijn er "
    "daarvan {3} over."};

// With one decimal, unless that is nought.
Message rounded(double number) {
  constexpr std::int64_t ten = 10;
  const std::int64_t tenths = std::llround(number * static_cast<double>(ten));
  const std::string whole = std::to_string(tenths / ten);
  if (tenths % ten == 0) return {kWhole, whole};
  return {kWithDecimal, whole, std::to_string(tenths % ten)};
}

// In whole cents: more would say more than is known.
Money times(Micro amount, double pieces, Currency currency) {
  const Micro exactly = scaled(amount, std::llround(pieces * kMillionths), kMillionths);
  return {exact(payable(exactly, currency), currency), currency};
}

// An alert that may be one, with what its cost follows from.
struct Likely {
  Alert alert;
  std::optional<Micro> goods_cost;  // of one piece, in the company's currency
};

// What is known of all variants, or of some, looked up once. Most are found out by numbers alone;
// what takes a question for each is asked of those that are left.
class Outlook {
 public:
  Outlook(store::Snapshot& snapshot, const AlertQuery& query, Instant now, sql::Asked asked = {})
      : snapshot_(snapshot),
        query_(query),
        now_(now),
        from_(now - kWatchedDays * kDay),
        asked_(asked),
        company_(company::settings(snapshot).settings),
        today_(company::today(company_, now)) {
    for (const sql::Pieces& one : sql::handed_over(snapshot, from_, asked))
      sold_[one.variant] += one.pieces;
    for (const sql::Pieces& one : sql::promised(snapshot, from_, asked))
      sold_[one.variant] += one.pieces;
    for (const sql::ToCome& one : sql::to_come(snapshot))
      coming_.emplace(one.variant, one);
    for (const sql::Lead& one : sql::leads(snapshot)) {
      leads_.emplace(one.variant, one);
      all_leads_.microseconds += one.microseconds;
      all_leads_.deliveries += one.deliveries;
    }
  }

  // By the numbers; what a missed piece costs is not known yet.
  std::vector<Likely> likely() {
    std::vector<Likely> all;
    for (sql::StockedItem& item : sql::stocked(snapshot_, asked_)) {
      if (item.cost_currency != company_.currency) item.cost.reset();
      if (wanted(AlertKind::stock_out)) add(all, item, stock_out(item));
      if (wanted(AlertKind::overstock)) add(all, item, overstock(item));
    }
    return all;
  }

  // Of what runs out: what a missed piece costs; without that there is nothing to rank by.
  std::vector<Likely> priced(std::vector<Likely> likely) {
    std::vector<VariantId> missed;
    for (const Likely& one : likely)
      if (one.alert.kind == AlertKind::stock_out) missed.push_back(one.alert.variant);
    const Margins margins = margins_of(missed);
    std::erase_if(likely, [&](Likely& one) {
      if (one.alert.kind == AlertKind::overstock) return false;
      const auto net = margins.find(one.alert.variant);
      if (net == margins.end() || !one.goods_cost || net->second <= *one.goods_cost) return true;
      const Micro margin = net->second - *one.goods_cost;
      one.alert.per_piece = {margin, company_.currency};
      one.alert.cost = times(margin, one.alert.pieces, company_.currency);
      return false;
    });
    return likely;
  }

  // What came for the first time in these weeks has not shown how it sells.
  bool holds(const Alert& alert) {
    return alert.kind == AlertKind::stock_out || sql::moved_before(snapshot_, alert.variant, from_);
  }

 private:
  using Margins = std::map<VariantId, Micro>;

  bool wanted(AlertKind kind) const { return !query_.kind || *query_.kind == kind; }
  static void add(std::vector<Likely>& all, const sql::StockedItem& item,
                  std::optional<Alert> alert) {
    if (alert) all.push_back({*std::move(alert), item.cost});
  }

  Alert about(const sql::StockedItem& item, AlertKind kind) const {
    const auto sold = sold_.find(item.variant);
    Alert alert{.kind = kind,
                .variant = item.variant,
                .sku = item.sku,
                .name = item.name,
                .free = item.free,
                .arrives = {},
                .bound = {}};
    if (sold != sold_.end()) alert.per_day = static_cast<double>(sold->second) / kWatchedDays;
    if (const auto found = coming_.find(item.variant); found != coming_.end()) {
      alert.coming = found->second.pieces;
      alert.arrives = found->second.arrives;
    }
    return alert;
  }

  std::optional<Alert> stock_out(const sql::StockedItem& item) const {
    Alert alert = about(item, AlertKind::stock_out);
    if (!item.cost || alert.per_day <= 0) return std::nullopt;
    alert.days = days_to_delivery(alert);
    alert.pieces = expected_missed(alert.free, alert.per_day * alert.days);
    if (alert.pieces < kWorthTelling) return std::nullopt;
    return alert;
  }

  std::optional<Alert> overstock(const sql::StockedItem& item) const {
    if (!item.cost) return std::nullopt;
    Alert alert = about(item, AlertKind::overstock);
    alert.days = static_cast<double>(query_.cover.number);
    alert.pieces = expected_left(alert.free + alert.coming, alert.per_day * alert.days);
    if (alert.pieces < kWorthTelling) return std::nullopt;
    alert.bound = times(*item.cost, alert.pieces, company_.currency);
    const double carried = static_cast<double>(query_.carrying.number) /
                           static_cast<double>(taxes::kWhole) * alert.days / kDaysInYear;
    alert.per_piece = {*item.cost, company_.currency};
    alert.cost = times(alert.bound->amount, carried, company_.currency);
    return alert;
  }

  double days_to_delivery(const Alert& alert) const {
    const auto in_days = [](std::int64_t microseconds) {
      return static_cast<double>(microseconds) / static_cast<double>(kDay.count());
    };
    if (alert.arrives) return std::max(0.0, in_days((*alert.arrives - now_).count()));
    const auto own = leads_.find(alert.variant);
    const sql::Lead& lead = own != leads_.end() ? own->second : all_leads_;
    if (lead.deliveries == 0) return static_cast<double>(query_.lead.number);
    return in_days(lead.microseconds / lead.deliveries);
  }

  // What a piece brings at the price that holds now where most are sold, net of the VAT of the
  // company's country. Of what has no price nothing.
  Margins margins_of(const std::vector<VariantId>& variants) {
    std::map<VariantId, ChannelId> through;
    for (const sql::Through& one : sql::through(snapshot_, variants, from_))
      through.emplace(one.variant, one.channel);
    const auto offers = catalog::offers(snapshot_, variants, company_.currency, now_);
    Margins margins;
    for (auto first = offers.begin(); first != offers.end();) {
      const auto last = std::find_if(first, offers.end(), [&](const catalog::Offer& one) {
        return one.variant != first->variant;
      });
      const auto channel = through.find(first->variant);
      const auto price = catalog::price_at(
          {first, last}, {.channel = channel == through.end() ? ChannelId() : channel->second,
                          .segments = {},
                          .currency = company_.currency,
                          .at = now_});
      const auto rate = rate_of(first->vat);
      if (price && rate) {
        margins.emplace(first->variant,
                        taxes::taxed(price->amount, price->includes_vat, *rate).net);
      }
      first = last;
    }
    return margins;
  }

  std::optional<taxes::BasisPoints> rate_of(taxes::VatClass vat) {
    const auto known = rates_.find(vat);
    if (known != rates_.end()) return known->second;
    const auto country =
        taxes::Country::parse(zones::region_of(company_.zone)).value_or(taxes::Country());
    const auto rate = taxes::rate_at(country, vat, today_);
    return rates_.emplace(vat, rate ? std::optional(*rate) : std::nullopt).first->second;
  }

  store::Snapshot& snapshot_;
  const AlertQuery& query_;
  const Instant now_;
  const Instant from_;
  const sql::Asked asked_;
  const company::Settings company_;
  const Date today_;
  std::map<VariantId, std::int64_t> sold_;
  std::map<VariantId, sql::ToCome> coming_;
  std::map<VariantId, sql::Lead> leads_;
  std::map<taxes::VatClass, std::optional<taxes::BasisPoints>> rates_;
  sql::Lead all_leads_;
};

}  // namespace

Message reason_of(const Alert& alert) {
  const Message per_day = rounded(alert.per_day);
  const std::string free = std::to_string(alert.free);
  const Message days = rounded(alert.days);
  const Message pieces = rounded(alert.pieces);
  if (alert.kind == AlertKind::overstock) {
    return {kLeftAfter, per_day, free, days, pieces, std::to_string(alert.coming)};
  }
  return {alert.arrives ? kMissedUntilDelivery : kMissedWithoutDelivery, per_day, free, days,
          pieces};
}

std::vector<Alert> alerts(store::Snapshot& snapshot, const AlertQuery& query, Instant now) {
  Outlook outlook(snapshot, query, now);
  std::vector<Likely> all = outlook.priced(outlook.likely());
  std::ranges::sort(all, [](const Likely& a, const Likely& b) {
    return std::tuple(-a.alert.cost.amount, a.alert.sku, a.alert.kind) <
           std::tuple(-b.alert.cost.amount, b.alert.sku, b.alert.kind);
  });
  std::vector<Alert> found;
  for (Likely& one : all) {
    if (std::cmp_equal(found.size(), query.limit)) break;
    if (outlook.holds(one.alert)) found.push_back(std::move(one.alert));
  }
  return found;
}

std::vector<Alert> alerts_of(store::Snapshot& snapshot, std::span<const VariantId> variants,
                             const AlertQuery& query, Instant now) {
  Outlook outlook(snapshot, query, now, variants);
  std::vector<Alert> found;
  for (Likely& one : outlook.priced(outlook.likely()))
    if (outlook.holds(one.alert)) found.push_back(std::move(one.alert));
  return found;
}

std::vector<Alert> alerts_by_sku(store::Snapshot& snapshot, AlertKind kind,
                                 const std::string& after, const AlertQuery& query, Instant now) {
  constexpr std::ptrdiff_t priced_at_once = 100;
  AlertQuery of_kind = query;
  of_kind.kind = kind;
  Outlook outlook(snapshot, of_kind, now);
  std::vector<std::pair<std::string, Likely>> all;
  for (Likely& one : outlook.likely())
    all.emplace_back(folded(one.alert.sku.text), std::move(one));
  std::erase_if(all, [&](const auto& one) { return one.first <= folded(after); });
  std::ranges::sort(all, {}, [](const auto& one) -> const std::string& { return one.first; });
  std::vector<Alert> found;
  for (auto first = all.begin(); first != all.end();) {
    const auto last = first + std::min(priced_at_once, std::distance(first, all.end()));
    std::vector<Likely> some;
    for (; first != last; ++first)
      some.push_back(std::move(first->second));
    for (const Likely& one : outlook.priced(std::move(some))) {
      if (std::cmp_equal(found.size(), query.limit)) return found;
      if (outlook.holds(one.alert)) found.push_back(one.alert);
    }
  }
  return found;
}

}  // namespace sluis::stock
