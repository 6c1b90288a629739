#include "stock/alerts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "company/company.h"
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

// What is known of all variants together, looked up once.
class Outlook {
 public:
  Outlook(store::Snapshot& snapshot, const AlertQuery& query, Instant now)
      : snapshot_(snapshot),
        query_(query),
        now_(now),
        from_(now - kWatchedDays * kDay),
        company_(company::settings(snapshot).settings) {
    for (const sql::Pieces& one : sql::handed_over(snapshot, from_))
      sold_[one.variant] += one.pieces;
    for (const sql::Pieces& one : sql::promised(snapshot, from_))
      sold_[one.variant] += one.pieces;
    for (const sql::ToCome& one : sql::to_come(snapshot))
      coming_.emplace(one.variant, one);
    for (const sql::Lead& one : sql::leads(snapshot)) {
      leads_.emplace(one.variant, one);
      all_leads_.microseconds += one.microseconds;
      all_leads_.deliveries += one.deliveries;
    }
  }

  std::vector<Alert> alerts() {
    std::vector<Alert> all;
    for (const sql::StockedItem& item : sql::stocked(snapshot_)) {
      if (wanted(AlertKind::stock_out)) add(all, stock_out(item));
      if (wanted(AlertKind::overstock)) add(all, overstock(item));
    }
    return all;
  }

 private:
  bool wanted(AlertKind kind) const { return !query_.kind || *query_.kind == kind; }
  static void add(std::vector<Alert>& all, std::optional<Alert> alert) {
    if (alert) all.push_back(*std::move(alert));
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

  std::optional<Alert> stock_out(const sql::StockedItem& item) {
    Alert alert = about(item, AlertKind::stock_out);
    alert.days = days_to_delivery(alert);
    alert.pieces = expected_missed(alert.free, alert.per_day * alert.days);
    if (alert.pieces < kWorthTelling) return std::nullopt;
    const auto margin = margin_of(item);
    if (!margin || *margin <= Micro()) return std::nullopt;
    alert.per_piece = {*margin, company_.currency};
    alert.cost = times(*margin, alert.pieces, company_.currency);
    return alert;
  }

  std::optional<Alert> overstock(const sql::StockedItem& item) {
    if (!item.cost || item.cost_currency != company_.currency) return std::nullopt;
    Alert alert = about(item, AlertKind::overstock);
    alert.days = static_cast<double>(query_.cover.number);
    alert.pieces = expected_left(alert.free + alert.coming, alert.per_day * alert.days);
    if (alert.pieces < kWorthTelling) return std::nullopt;
    if (!sql::moved_before(snapshot_, item.variant, from_)) return std::nullopt;
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

  // Of a piece at the price that holds now where most are sold, net of the VAT of the company's
  // country.
  std::optional<Micro> margin_of(const sql::StockedItem& item) {
    const auto channel = sql::main_channel(snapshot_, item.variant, from_);
    const auto price = catalog::price(snapshot_, item.variant,
                                      {.channel = channel.value_or(ChannelId()),
                                       .segments = {},
                                       .currency = company_.currency,
                                       .at = now_});
    if (!price || !item.cost || item.cost_currency != company_.currency) return std::nullopt;
    const auto product = catalog::product(snapshot_, item.product);
    const auto country =
        taxes::Country::parse(zones::region_of(company_.zone)).value_or(taxes::Country());
    const auto rate = taxes::rate_at(country, product->vat, company::today(company_, now_));
    if (!rate) return std::nullopt;
    return taxes::taxed(price->amount, price->includes_vat, *rate).net - *item.cost;
  }

  store::Snapshot& snapshot_;
  const AlertQuery& query_;
  const Instant now_;
  const Instant from_;
  const company::Settings company_;
  std::map<VariantId, std::int64_t> sold_;
  std::map<VariantId, sql::ToCome> coming_;
  std::map<VariantId, sql::Lead> leads_;
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
  std::vector<Alert> all = Outlook(snapshot, query, now).alerts();
  std::ranges::sort(all, [](const Alert& a, const Alert& b) {
    return std::tuple(-a.cost.amount, a.sku, a.kind) < std::tuple(-b.cost.amount, b.sku, b.kind);
  });
  if (std::cmp_greater(all.size(), query.limit)) {
    all.resize(static_cast<std::size_t>(query.limit));
  }
  return all;
}

}  // namespace sluis::stock
