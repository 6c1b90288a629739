#include "contacts/telephone/store.h"

namespace sluis::contacts::sql {
namespace {

using store::Snapshot;
using store::Statement;
using store::Tx;

constexpr Statement kInsertLine{
    "contacts.insert_line",
    "insert into contacts_lines (id, name, team, token, active) values ($1, $2, $3, $4, $5)"};
constexpr Statement kLines{"contacts.lines",
                           "select id, name, team, active from contacts_lines order by id"};
constexpr Statement kLine{"contacts.line",
                          "select id, name, team, active from contacts_lines "
                          "where token = $1 and active"};

constexpr Statement kCall{
    "contacts.call",
    "select call_id, line, contact_id, number, direction, ended, moment from contacts_calls "
    "where call_id = $1 and line = $2"};
constexpr Statement kKeepCall{
    "contacts.keep_call",
    "insert into contacts_calls (call_id, line, contact_id, number, direction, ended, moment) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict (call_id, line) do update set "
    "contact_id = excluded.contact_id, number = excluded.number, ended = excluded.ended"};
constexpr Statement kAgentWith{
    "contacts.agent_with",
    "select user_id from contacts_agents where extension = $1 and extension <> '' "
    "order by user_id limit 1"};

// A code that does not hold any more may be given out again.
constexpr Statement kInsertCode{
    "contacts.insert_code",
    "insert into contacts_codes (code, identity, expires) values ($1, $2, $3) "
    "on conflict (code) do update set identity = excluded.identity, expires = excluded.expires "
    "where contacts_codes.expires <= $4"};
constexpr Statement kUseCode{
    "contacts.use_code",
    "delete from contacts_codes where code = $1 and expires > $2 returning identity"};

constexpr Statement kForgetCall{"contacts.forget_call",
                                "update contacts_calls set number = '' where contact_id = $1"};
constexpr Statement kForgetCodes{"contacts.forget_codes",
                                 "delete from contacts_codes where identity = $1"};

constexpr const Statement* kStatements[] = {&kInsertLine, &kLines,      &kLine,       &kCall,
                                            &kKeepCall,   &kAgentWith,  &kInsertCode, &kUseCode,
                                            &kForgetCall, &kForgetCodes};

}  // namespace

void insert(Tx& tx, const TelephoneLine& line, const std::string& token) {
  tx.change(kInsertLine, line.id, line.name, line.team, token, line.active);
}

std::vector<TelephoneLine> lines(Snapshot& snapshot) {
  return snapshot.all<TelephoneLine>(kLines);
}

std::optional<TelephoneLine> line(Snapshot& snapshot, const std::string& token) {
  return snapshot.one<TelephoneLine>(kLine, token);
}

std::optional<Call> call(Snapshot& snapshot, const std::string& call_id, LineId line) {
  return snapshot.one<Call>(kCall, call_id, line);
}

void keep(Tx& tx, const Call& c) {
  tx.change(kKeepCall, c.call_id, c.line, c.contact_id, c.number, c.direction, c.ended, c.moment);
}

std::optional<UserId> agent_with(Snapshot& snapshot, const std::string& extension) {
  return snapshot.one<UserId>(kAgentWith, extension);
}

bool insert_code(Tx& tx, const std::string& code, IdentityId identity, Instant expires,
                 Instant now) {
  return tx.change(kInsertCode, code, identity, expires, now) == 1;
}

std::optional<IdentityId> use_code(Tx& tx, const std::string& code, Instant now) {
  return tx.one<IdentityId>(kUseCode, code, now);
}

void forget_call(Tx& tx, ContactId id) {
  tx.change(kForgetCall, id);
}

void forget_codes(Tx& tx, IdentityId identity) {
  tx.change(kForgetCodes, identity);
}

std::span<const Statement* const> telephone_statements() {
  return kStatements;
}

}  // namespace sluis::contacts::sql
