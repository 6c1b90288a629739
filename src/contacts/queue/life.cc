#include "contacts/queue/life.h"

namespace sluis::contacts {
namespace {

using enum State;

constexpr Move kMoves[] = {
    {waiting, Act::offer, offered},   {waiting, Act::pick, active},
    {waiting, Act::leave, abandoned}, {waiting, Act::hand_on, waiting},
    {waiting, Act::miss, missed},     {offered, Act::accept, active},
    {offered, Act::decline, waiting}, {offered, Act::let_lapse, waiting},
    {offered, Act::leave, abandoned}, {offered, Act::hand_on, waiting},
    {active, Act::leave, wrap_up},    {active, Act::finish, wrap_up},
    {active, Act::hand_on, waiting},  {active, Act::wrap, ended},
    {wrap_up, Act::resume, active},   {wrap_up, Act::wrap, ended},
};

}  // namespace

std::span<const Move> moves() {
  return kMoves;
}

std::optional<State> after(State from, Act act) {
  for (const Move& move : kMoves) {
    if (move.from == from && move.act == act) return move.to;
  }
  return std::nullopt;
}

bool waits(State state) {
  return state == waiting || state == offered;
}

bool is_held(State state) {
  return state == offered || state == active || state == wrap_up;
}

}  // namespace sluis::contacts
