// The routes of exchanges and of calls without any link.

#include "contacts/routes.h"

#include "contacts/telephone/telephone.h"
#include "platform/api/refusal.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

struct AddLineInput {
  LineDraft body;
};
BOOST_DESCRIBE_STRUCT(AddLineInput, (), (body))
struct CtiInput {
  Line<1, 64> token;
  api::RawBody body;
};
BOOST_DESCRIBE_STRUCT(CtiInput, (), (token, body))
struct CodeBody {
  Line<1, 254> device;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (device))
struct CodeInput {
  CodeBody body;
};
BOOST_DESCRIBE_STRUCT(CodeInput, (), (body))
struct ByHandInput {
  ByHand body;
};
BOOST_DESCRIBE_STRUCT(ByHandInput, (), (body))

Result<api::Page<TelephoneLine>> list_lines(Snapshot& snapshot, const Call&) {
  return api::Page<TelephoneLine>{.items = lines(snapshot), .next = {}};
}

Result<api::Reply<NewLine>> add_one(Tx& tx, const Call& call, const AddLineInput& in) {
  return api::Reply<NewLine>{.value = TRY(add_line(tx, access::actor_of(call), in.body)),
                             .status = 201,
                             .version = {},
                             .headers = {}};
}

auto hearing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const CtiInput& in) -> Result<void> {
    const CallNews news = TRY(read_call_news(in.body.bytes));
    return hear_call(CallDesk(tx, call, intake).desk(), in.token.text, news);
  };
}

Result<api::Reply<SpokenCode>> give_code(Tx& tx, const Call& call, const CodeInput& in) {
  return api::Reply<SpokenCode>{.value = TRY(make_code(tx, access::actor_of(call), in.body.device)),
                                .status = 201,
                                .version = {},
                                .headers = {}};
}

auto writing_down(events::Intake* intake) {
  return
      [intake](Tx& tx, const Call& call, const ByHandInput& in) -> Result<api::Reply<FullContact>> {
        const Contact contact =
            TRY(write_down(CallDesk(tx, call, intake).desk(), call.who.user, in.body));
        return api::Reply<FullContact>{.value = TRY(find(tx, {.everything = true}, contact.id)),
                                       .status = 201,
                                       .version = contact.version,
                                       .headers = {}};
      };
}

}  // namespace

std::vector<api::Route> telephone_routes(events::Intake* intake) {
  using api::Allow;
  using api::refuses;
  using http::Method;
  using identities::IdentityRefusal;
  using enum ContactRefusal;
  using enum CallRefusal;
  return {
      {.operation = "contacts.lines",
       .method = Method::get,
       .path = "/api/v1/contacts/lines",
       .summary = {"Telephone exchanges that tell of their calls.",
                   "Telefooncentrales die hun gesprekken melden."},
       .allow = kManagers,
       .handler = api::read(list_lines)},
      {.operation = "contacts.add_line",
       .method = Method::post,
       .path = "/api/v1/contacts/lines",
       .summary = {"Add an exchange; the path to which it sends is shown once.",
                   "Voeg een centrale toe; het pad waarnaar die stuurt, is één keer te zien."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .refusals = refuses(team_unknown)},
      {.operation = "contacts.hear_call",
       .method = Method::post,
       .path = "/api/v1/cti/{token}",
       .summary = {"What an exchange tells of a call, as Zammad and sipgate have it: newCall, "
                   "answer, hangup; a form or JSON.",
                   "Wat een centrale van een gesprek meldt, zoals Zammad en sipgate: newCall, "
                   "answer, hangup; een formulier of JSON."},
       .allow = Allow::anyone(),
       .handler = api::write(hearing(intake)),
       .refusals = refuses(line_unknown, call_event_unreadable),
       .content_type = "application/x-www-form-urlencoded"},
      {.operation = "contacts.make_code",
       .method = Method::post,
       .path = "/api/v1/contacts/codes",
       .summary =
           {"Six digits for a visitor to read aloud, which lead to their device once, within "
            "15 minutes.",
            "Zes cijfers die een bezoeker voorleest; ze leiden één keer, binnen 15 minuten, "
            "naar het apparaat."},
       .allow = Allow::anyone(),
       .handler = api::write(give_code),
       .refusals = refuses(no_code_free)},
      {.operation = "contacts.write_down",
       .method = Method::post,
       .path = "/api/v1/contacts/by-hand",
       .summary = {"Write down a contact that you have already: by telephone, or face to face.",
                   "Leg een contact vast dat u al hebt: aan de telefoon of ter plekke."},
       .allow = Allow::users(),
       .handler = api::write(writing_down(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(agent_unknown), &kind_of(team_unknown), &kind_of(no_room),
                    &kind_of(code_unknown), &kind_of(IdentityRefusal::phone_unreadable)}},
  };
}

}  // namespace sluis::contacts
