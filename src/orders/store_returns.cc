#include "orders/store_returns.h"

namespace sluis::orders::sql {
namespace {

using store::Joined;
using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr std::string_view kSelectReturn =
    "select order_id, id, state, way, withdrawal, channel, location, pieces, restocked, reason, "
    "created, received from orders_returns ";
constexpr std::string_view kOfOrder = "where order_id = $1 order by id";
constexpr std::string_view kWithId = "where id = $1";
constexpr Statement kReturns{"orders.returns", Joined<kSelectReturn, kOfOrder>::sql};
constexpr Statement kReturn{"orders.return", Joined<kSelectReturn, kWithId>::sql};
constexpr Statement kInsertReturn{
    "orders.insert_return",
    "insert into orders_returns (order_id, id, state, way, withdrawal, channel, location, pieces, "
    "restocked, reason, created, received) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
    "$12)"};
constexpr Statement kArrive{
    "orders.arrive",
    "update orders_returns set state = 'received', location = $3, restocked = $4, received = $5 "
    "where order_id = $1 and id = $2 and state = 'announced'"};
constexpr Statement kForgetReturns{"orders.forget_returns",
                                   "update orders_returns set reason = '' where order_id = $1"};
constexpr Statement kInsertWithdrawal{
    "orders.insert_withdrawal",
    "insert into orders_withdrawals (order_id, id, moment, confirmation) values ($1, $2, $3, $4) "
    "on conflict (order_id) do nothing"};
constexpr Statement kWithdrawal{
    "orders.withdrawal",
    "select order_id, id, moment, confirmation from orders_withdrawals where order_id = $1"};

constexpr const Statement* kStatements[] = {&kReturns,   &kReturn,        &kInsertReturn,
                                            &kArrive,    &kForgetReturns, &kInsertWithdrawal,
                                            &kWithdrawal};

}  // namespace

std::vector<Return> returns(Snapshot& snapshot, OrderId id) {
  return snapshot.all<Return>(kReturns, id);
}

std::optional<Return> find_return(Snapshot& snapshot, ReturnId id) {
  return snapshot.one<Return>(kReturn, id);
}

void insert(Tx& tx, const Return& back) {
  std::apply([&](const auto&... field) { tx.change(kInsertReturn, field...); }, tie_fields(back));
}

bool arrive(Tx& tx, const Return& back) {
  return tx.change(kArrive, back.order_id, back.id, back.location, back.restocked, back.received) ==
         1;
}

bool insert(Tx& tx, const Withdrawal& withdrawal) {
  return tx.change(kInsertWithdrawal, withdrawal.order_id, withdrawal.id, withdrawal.moment,
                   withdrawal.confirmation) == 1;
}

std::optional<Withdrawal> withdrawal(Snapshot& snapshot, OrderId id) {
  return snapshot.one<Withdrawal>(kWithdrawal, id);
}

void forget_returns(Tx& tx, OrderId id) {
  tx.change(kForgetReturns, id);
}

std::span<const Statement* const> return_statements() {
  return kStatements;
}

}  // namespace sluis::orders::sql
