#include "platform/mail/commands.h"

#include "platform/client/reason.h"
#include "platform/command/rows.h"
#include "platform/mail/store.h"
#include "platform/store/store.h"

namespace sluis::mail {
namespace {

using command::Invocation;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kShown = 200;
constexpr Text kQueued{"A test to {0} waits to be sent; `sluis mail list` shows how it went.",
                       "Een proef aan {0} wacht op verzending; `sluis mail list` toont hoe het "
                       "ging."};
constexpr Text kIsOff{"Mail is off: start Sluis with --mail-url and --mail-from.",
                      "Mail staat uit: start Sluis met --mail-url en --mail-from."};

struct MailRow {
  static constexpr Text headings[] = {{"Id", "Id"},
                                      {"Kind", "Soort"},
                                      {"To", "Aan"},
                                      {"Subject", "Onderwerp"},
                                      {"State", "Stand"},
                                      {"Made", "Gemaakt"},
                                      {"Attempts", "Pogingen"},
                                      {"Message", "Melding"}};
  MailId id;
  std::string kind;
  std::string address;
  std::string subject;
  State state = State::waiting;
  Instant created;
  std::int64_t attempts = 0;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(MailRow, (), (id, kind, address, subject, state, created, attempts, message))

Result<void> list(Invocation& args) {
  bool on = false;
  const auto items =
      TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<std::vector<Item>> {
        on = is_on(snapshot);
        return sql::items(snapshot, std::nullopt, kShown);
      }));
  if (!on) args.note(kIsOff);
  std::vector<MailRow> rows;
  for (const Item& item : items) {
    rows.push_back({item.id, item.kind, item.address, item.subject, item.state, item.created,
                    item.attempts, client::message_in(item, args.reader().language)});
  }
  print_rows(args, rows);
  return {};
}

Result<void> test(Invocation& args) {
  const auto to = args.as<Email>("address");
  TRY_VOID(args.store().unit([&](Tx& tx) -> Result<bool> {
    return queue(tx, args.ids(), test_mail(to, args.reader().language), args.clock().now());
  }));
  args.say({kQueued, to.text});
  return {};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "mail list",
       .summary = {"Show the mail that waits or was sent lately",
                   "Toon de mail die wacht of onlangs verstuurd is"},
       .output = command::Output::rows,
       .run = list},
      {.name = "mail test",
       .summary = {"Send a mail to see whether it arrives",
                   "Verstuur een mail om te zien of hij aankomt"},
       .positionals = {{.name = "address",
                        .value = "ADDRESS",
                        .help = {"To whom", "Aan wie"},
                        .type = command::of<Email>,
                        .required = true}},
       .run = test},
  };
}

}  // namespace sluis::mail
