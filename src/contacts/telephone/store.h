// The SQL of exchanges, their calls, and spoken codes.
#pragma once

#include "contacts/telephone/telephone.h"

namespace sluis::contacts::sql {

void insert(store::Tx& tx, const TelephoneLine& line, const std::string& token);
std::vector<TelephoneLine> lines(store::Snapshot& snapshot);
std::optional<TelephoneLine> line(store::Snapshot& snapshot, const std::string& token);

struct Call {
  std::string call_id;
  LineId line;
  std::optional<ContactId> contact_id;
  std::string number;
  Direction direction = Direction::in;
  bool ended = false;
  Instant moment;
};
BOOST_DESCRIBE_STRUCT(Call, (), (call_id, line, contact_id, number, direction, ended, moment))
std::optional<Call> call(store::Snapshot& snapshot, const std::string& call_id, LineId line);
void keep(store::Tx& tx, const Call& call);
std::optional<UserId> agent_with(store::Snapshot& snapshot, const std::string& extension);

// False when the code is taken.
bool insert_code(store::Tx& tx, const std::string& code, IdentityId identity, Instant expires,
                 Instant now);
std::optional<IdentityId> use_code(store::Tx& tx, const std::string& code, Instant now);

void forget_call(store::Tx& tx, ContactId id);
void forget_codes(store::Tx& tx, IdentityId identity);

std::span<const store::Statement* const> telephone_statements();

}  // namespace sluis::contacts::sql
