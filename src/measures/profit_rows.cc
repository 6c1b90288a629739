#include "measures/profit_rows.h"

namespace sluis::measures {
namespace {

ProfitColumns columns_of(std::string row, const ProfitAndLoss& profit) {
  return {.row = std::move(row),
          .orders = profit.orders,
          .payable = profit.payable,
          .vat = profit.vat,
          .net_revenue = profit.net_revenue,
          .goods = profit.goods_sold - profit.goods_back,
          .gross_margin = profit.gross_margin,
          .fees = profit.channel_fees + profit.payment_fees,
          .transport = profit.transport,
          .handling = profit.handling,
          .order_margin = profit.order_margin,
          .agents = profit.agents,
          .media = profit.media,
          .contribution = profit.contribution,
          .people = profit.people,
          .fixed = profit.fixed,
          .result = profit.result};
}

std::string name_of(const std::string& key, Cut cut, const Channels& worksheet) {
  if (cut != Cut::channel) return key.empty() ? "(none)" : key;
  return code_of(worksheet, TextForm<ChannelId>::parse(key).value_or(ChannelId{}));
}

}  // namespace

std::vector<ProfitColumns> table_of(const Profit& profit, Cut cut, const Channels& worksheet) {
  std::vector<ProfitColumns> rows;
  for (const ProfitRow& row : profit.rows)
    rows.push_back(columns_of(name_of(row.key, cut, worksheet), row.profit));
  if (profit.shared != ProfitAndLoss{}) rows.push_back(columns_of("(shared)", profit.shared));
  rows.push_back(columns_of("(total)", profit.total));
  return rows;
}

std::vector<OrderColumns> table_of(const std::vector<OrderProfit>& orders,
                                   const Channels& worksheet) {
  std::vector<OrderColumns> rows;
  for (const OrderProfit& one : orders) {
    const Sales& sales = one.sales;
    rows.push_back({.channel = code_of(worksheet, one.channel),
                    .order = one.order,
                    .day = one.day,
                    .sold = sales.sold,
                    .sold_vat = sales.sold_vat,
                    .refunded = sales.refunded,
                    .refunded_vat = sales.refunded_vat,
                    .goods = sales.goods_sold - sales.goods_back,
                    .fees = sales.channel_fees + sales.payment_fees,
                    .transport = sales.transport,
                    .handling = sales.handling,
                    .order_margin = profit_of(sales, {}).order_margin});
  }
  return rows;
}

}  // namespace sluis::measures
