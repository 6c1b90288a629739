#include "platform/mail/routes.h"

#include "platform/api/refusal.h"
#include "platform/client/reason.h"
#include "platform/mail/store.h"

namespace sluis::mail {
namespace {

using api::Allow;
using api::Call;
using store::Snapshot;
using store::Tx;

constexpr Allow kManagers = Allow::role(api::Role::admin) | Allow::role(api::Role::manager);

// How sending goes.
struct MailState {
  bool on = false;
  std::string server;
  std::string from;
  std::int64_t per_minute = 0;
  std::int64_t waiting = 0;
  std::optional<Instant> not_before;  // nothing goes until then
  std::string why;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(MailState, (),
                      (on, server, from, per_minute, waiting, not_before, why, message))

struct MailView {
  MailId id;
  std::string kind;
  std::string address;
  std::string subject;
  State state = State::waiting;
  Instant created;
  Instant not_before;
  std::int64_t attempts = 0;
  std::optional<Instant> settled;
  std::string why;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(MailView, (),
                      (id, kind, address, subject, state, created, not_before, attempts, settled,
                       why, message))

struct ListInput {
  std::optional<Whole<1, 200>> limit;
  std::optional<MailId> after;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (limit, after))

struct TestBody {
  Email address;
};
BOOST_DESCRIBE_STRUCT(TestBody, (), (address))
struct TestInput {
  TestBody body;
};
BOOST_DESCRIBE_STRUCT(TestInput, (), (body))

Result<MailState> show(Snapshot& snapshot, const Call& call) {
  const Server server = sql::server(snapshot);
  const bool waits = server.not_before > call.now;
  return MailState{.on = !server.server.empty(),
                   .server = server.server,
                   .from = server.address,
                   .per_minute = server.per_minute,
                   .waiting = sql::waiting(snapshot),
                   .not_before = waits ? std::optional(server.not_before) : std::nullopt,
                   .why = server.why,
                   .message = client::message_in(server, call.language)};
}

MailView view_of(const Item& item, Language language) {
  return {.id = item.id,
          .kind = item.kind,
          .address = item.address,
          .subject = item.subject,
          .state = item.state,
          .created = item.created,
          .not_before = item.not_before,
          .attempts = item.attempts,
          .settled = item.settled,
          .why = item.why,
          .message = client::message_in(item, language)};
}

Result<api::Page<MailView>> list(Snapshot& snapshot, const Call& call, const ListInput& in) {
  const std::int64_t limit = in.limit ? in.limit->number : 50;
  std::vector<Item> items = sql::items(snapshot, in.after, limit + 1);
  api::Page<MailView> page;
  const bool more = std::ssize(items) > limit;
  if (more) items.pop_back();
  if (more) page.next = to_string(items.back().id);
  for (const Item& item : items)
    page.items.push_back(view_of(item, call.language));
  return page;
}

Result<void> test(Tx& tx, const Call& call, const TestInput& in) {
  TRY(queue(tx, call.ids, test_mail(in.body.address, call.language), call.now));
  return {};
}

Result<void> hurry(Tx& tx, const Call& call) {
  sql::hurry(tx, call.now);
  tx.announce_facts();
  return {};
}

}  // namespace

std::vector<api::Route> routes() {
  using http::Method;
  return {
      {.operation = "mail.show",
       .method = Method::get,
       .path = "/api/v1/mail",
       .summary = {"Whether Sluis sends mail, from whom, and how that goes.",
                   "Of Sluis mail verstuurt, namens wie, en hoe dat gaat."},
       .allow = kManagers,
       .handler = api::read(show)},
      {.operation = "mail.list",
       .method = Method::get,
       .path = "/api/v1/mail/messages",
       .summary = {"What waits to be sent or was sent in the last thirty days, the newest first; "
                   "without contents.",
                   "Wat wacht op verzending of de laatste dertig dagen verstuurd is, het nieuwste "
                   "eerst; zonder inhoud."},
       .allow = kManagers,
       .handler = api::read(list)},
      {.operation = "mail.test",
       .method = Method::post,
       .path = "/api/v1/mail/tests",
       .summary = {"Send a mail to see whether it arrives.",
                   "Verstuur een mail om te zien of hij aankomt."},
       .allow = kManagers,
       .handler = api::write(test),
       .refusals = api::refuses(MailRefusal::off)},
      {.operation = "mail.hurry",
       .method = Method::post,
       .path = "/api/v1/mail/attempts",
       .summary = {"Try now to send what waits, instead of at its time.",
                   "Probeer wat wacht nu te versturen, in plaats van op zijn tijd."},
       .allow = kManagers,
       .handler = api::write(hurry)},
  };
}

}  // namespace sluis::mail
