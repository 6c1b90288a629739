#include "value/purchase_file.h"

#include <algorithm>
#include <cmath>

#include "kernel/text_form.h"
#include "platform/table/number.h"

namespace sluis::value {
namespace {

constexpr double kAmountMost = 1e12;

constexpr Text kCustomerExpected{"a customer, in UTF-8", "een klant, in UTF-8"};
constexpr Text kDayExpected{"a day like 2026-11-22, or a moment that begins with one",
                            "een dag zoals 2026-11-22, of een moment dat ermee begint"};
constexpr Text kAmountExpected{"a number, at most 1,000,000,000,000",
                               "een getal, hoogstens 1.000.000.000.000"};

// "2026-11-22", "20261122", and whatever stands behind the first of these.
std::optional<Date> day_of(std::string_view text) {
  if (text.size() == 8) {
    std::string dashed(text);
    dashed.insert(6, 1, '-').insert(4, 1, '-');
    return parse_date(dashed);
  }
  const bool behind = text.size() > 10 && text[10] != 'T' && text[10] != ' ';
  return behind ? std::nullopt : parse_date(text.substr(0, 10));
}

// Each day of a customer once, and none on which nothing was left of what was bought.
void merge_days(Purchases& purchases) {
  std::ranges::sort(purchases.days, {}, [](const Purchase& purchase) {
    return std::pair(purchase.customer, purchase.day);
  });
  std::vector<Purchase> merged;
  for (const Purchase& purchase : purchases.days) {
    const bool same = !merged.empty() && merged.back().customer == purchase.customer &&
                      merged.back().day == purchase.day;
    if (same) {
      merged.back().amount += purchase.amount;
    } else {
      merged.push_back(purchase);
    }
  }
  if (purchases.has_amounts) {
    // A purchase of nothing is one; a day of refunds only is none.
    purchases.days_refunded = static_cast<std::int64_t>(
        std::erase_if(merged, [](const Purchase& purchase) { return purchase.amount < 0; }));
  }
  purchases.days = std::move(merged);
}

double weeks(std::int32_t days) {
  return days / 7.0;
}

}  // namespace

std::int32_t day_number(Date date) {
  return static_cast<std::int32_t>(date.days().time_since_epoch().count());
}

Result<Purchases> read_purchases(table::TableReader& reader, const Columns& columns) {
  const std::size_t customer = TRY(reader.column(columns.customer));
  const std::size_t date = TRY(reader.column(columns.date));
  Purchases purchases;
  purchases.has_amounts = !columns.amount.empty();
  const std::size_t amount = purchases.has_amounts ? TRY(reader.column(columns.amount)) : 0;
  table::Block block;
  while (TRY(reader.next(block))) {
    for (std::size_t i = 0; i < block.rows(); ++i) {
      const auto cells = block.row(i);
      const std::size_t known = purchases.customers.size();
      const std::uint32_t number = purchases.customers.number_of(cells[customer]);
      const bool wrong = number == known && (cells[customer].empty() ||
                                             !TextForm<std::string>::parse(cells[customer]));
      if (wrong) return reader.wrong(block, i, customer, Message(kCustomerExpected));
      const auto day = day_of(cells[date]);
      if (!day) return reader.wrong(block, i, date, Message(kDayExpected));
      const auto worth =
          purchases.has_amounts ? table::parse_number(cells[amount], reader.decimal()) : 0;
      if (!worth || std::abs(*worth) > kAmountMost) {
        return reader.wrong(block, i, amount, Message(kAmountExpected));
      }
      purchases.days.push_back({number, day_number(*day), *worth});
    }
    purchases.rows += static_cast<std::int64_t>(block.rows());
  }
  merge_days(purchases);
  return purchases;
}

Histories histories_until(const Purchases& purchases, Date until) {
  const std::int32_t end = day_number(until);
  Histories histories;
  for (const Purchase& purchase : purchases.days) {
    const bool fresh =
        histories.customers.empty() || histories.customers.back() != purchase.customer;
    if (fresh && purchase.day > end) continue;
    if (fresh) {
      histories.customers.push_back(purchase.customer);
      histories.first_days.push_back(purchase.day);
      histories.buyers.push_back({.age_w = weeks(end - purchase.day)});
      histories.later.push_back(0);
    } else if (purchase.day > end) {
      ++histories.later.back();
    } else {
      methods::Buyer& buyer = histories.buyers.back();
      ++buyer.repeats;
      buyer.last_w = weeks(purchase.day - histories.first_days.back());
      buyer.spend += purchase.amount;
    }
  }
  return histories;
}

}  // namespace sluis::value
