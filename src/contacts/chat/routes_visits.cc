// The routes of a visitor: whoever asked for a contact has a token for it, and sees nothing else.

#include "contacts/chat/chat.h"
#include "contacts/chat/switchboard.h"
#include "contacts/chat/transcript.h"
#include "contacts/doors.h"
#include "contacts/instore/stays.h"
#include "contacts/routes.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kMessagesShown = 200;
using Token = Line<1, 64>;
using Number = Whole<0, 1'000'000'000>;

// What a visitor may ask for: the others are for the house to say.
enum class VisitKind : std::uint8_t { chat, call, call_back, store_request };
BOOST_DESCRIBE_ENUM(VisitKind, chat, call, call_back, store_request)

// What a visitor may say of themselves; nothing of it is worth or proves anything.
struct VisitDraft {
  VisitKind kind = VisitKind::chat;
  std::optional<TeamId> team;
  std::optional<Skill> skill;
  std::optional<Tongue> language;
  std::optional<Line<0, 200>> name;
  std::optional<Line<0, 254>> email;
  std::optional<Line<0, 40>> phone;
  std::optional<Prose<2000>> question;
  std::optional<Token> stay;         // in a store: asks for a colleague there first
  std::optional<DeviceName> device;  // as their tracker calls it, once they agreed to that
};
BOOST_DESCRIBE_STRUCT(VisitDraft, (),
                      (kind, team, skill, language, name, email, phone, question, stay, device))
struct BeginInput {
  VisitDraft body;
};
BOOST_DESCRIBE_STRUCT(BeginInput, (), (body))
struct TokenInput {
  Token token;
};
BOOST_DESCRIBE_STRUCT(TokenInput, (), (token))
struct VisitInput {
  Token token;
  std::optional<Number> after;
};
BOOST_DESCRIBE_STRUCT(VisitInput, (), (token, after))
struct SayInput {
  Token token;
  MessageDraft body;
};
BOOST_DESCRIBE_STRUCT(SayInput, (), (token, body))
struct SignalInput {
  Token token;
  SignalDraft body;
};
BOOST_DESCRIBE_STRUCT(SignalInput, (), (token, body))
struct RateInput {
  Token token;
  Rating body;
};
BOOST_DESCRIBE_STRUCT(RateInput, (), (token, body))

struct PageShown {
  bool shown = false;
};
BOOST_DESCRIBE_STRUCT(PageShown, (), (shown))
struct PageInput {
  Token token;
  PageShown body;
};
BOOST_DESCRIBE_STRUCT(PageInput, (), (token, body))

struct MailInput {
  Token token;
  TranscriptOrder body;
};
BOOST_DESCRIBE_STRUCT(MailInput, (), (token, body))

// A contact as its visitor sees it: no name but the agent's.
struct VisitView {
  State state = State::waiting;
  Kind kind = Kind::chat;
  std::optional<InLine> in_line;
  std::optional<std::string> agent;
  std::vector<Said> messages;  // behind the last that they saw
  bool can_be_mailed = false;  // what was said
};
BOOST_DESCRIBE_STRUCT(VisitView, (), (state, kind, in_line, agent, messages, can_be_mailed))

struct Begun : VisitView {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(Begun, (VisitView), (token))

Result<VisitView> view_of(Snapshot& snapshot, ContactId id, std::int64_t after) {
  const FullContact whole = TRY(find(snapshot, {.everything = true}, id));
  VisitView view{.state = whole.state, .kind = whole.kind, .in_line = whole.in_line};
  view.can_be_mailed = may_be_sent(snapshot, whole);
  const bool answered = whole.state == State::active || whole.state == State::wrap_up;
  if (answered && whole.agent) {
    if (const auto person = access::person(snapshot, *whole.agent)) view.agent = person->name;
  }
  for (const Message& one : messages(snapshot, id, after, kMessagesShown))
    view.messages.push_back(said(one));
  return view;
}

ContactDraft draft_of(const VisitDraft& visit) {
  return {.kind = *parse_enum<Kind>(enum_name(visit.kind)),
          .team = visit.team,
          .skill = visit.skill,
          .language = visit.language,
          .name = visit.name,
          .email = visit.email,
          .phone = visit.phone,
          .question = visit.question};
}

Result<Visit> begun(const Desk& desk, const VisitDraft& visit) {
  if (visit.stay) return ask_from(desk, visit.stay->text, draft_of(visit));
  std::optional<IdentityId> device;
  if (visit.device) device = followed(desk.tx, *visit.device, desk.actor.now);
  return begin_visit(desk, draft_of(visit), device);
}

auto beginning(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const BeginInput& in) -> Result<api::Reply<Begun>> {
    const CallDesk at(tx, call, intake);
    TRY_VOID(count_visit(at.desk()));
    const Visit visit = TRY(begun(at.desk(), in.body));
    Begun begun;
    static_cast<VisitView&>(begun) = TRY(view_of(tx, visit.contact, 0));
    begun.token = visit.token;
    return api::Reply<Begun>{
        .value = std::move(begun), .status = 201, .version = {}, .headers = {}};
  };
}

Result<VisitView> show_visit(Snapshot& snapshot, const Call&, const VisitInput& in) {
  const ContactId id = TRY(contact_of_visit(snapshot, in.token.text));
  return view_of(snapshot, id, in.after.value_or(Number{}).number);
}

auto saying(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const SayInput& in) -> Result<Said> {
    const ContactId id = TRY(contact_of_visit(tx, in.token.text));
    return said(TRY(say_as_customer(CallDesk(tx, call, intake).desk(), id, in.body)));
  };
}

auto leaving(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const TokenInput& in) -> Result<VisitView> {
    const ContactId id = TRY(contact_of_visit(tx, in.token.text));
    TRY_VOID(leave(CallDesk(tx, call, intake).desk(), id));
    return view_of(tx, id, 0);
  };
}

auto rating(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const RateInput& in) -> Result<void> {
    const ContactId id = TRY(contact_of_visit(tx, in.token.text));
    return rate(CallDesk(tx, call, intake).desk(), id, in.body);
  };
}

auto showing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const PageInput& in) -> Result<void> {
    const ContactId id = TRY(contact_of_visit(tx, in.token.text));
    return show_page(CallDesk(tx, call, intake).desk(), id, in.body.shown);
  };
}

auto mailing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const MailInput& in) -> Result<void> {
    const ContactId id = TRY(contact_of_visit(tx, in.token.text));
    return send_transcript(CallDesk(tx, call, intake).desk(), id, in.body);
  };
}

auto signalling(Switchboard* switchboard) {
  return [switchboard](Snapshot& snapshot, const Call& call,
                       const SignalInput& in) -> Result<PassedOn> {
    const ContactId id = TRY(contact_of_visit(snapshot, in.token.text));
    const FullContact whole = TRY(find(snapshot, {.everything = true}, id));
    SLUIS_ASSERT(switchboard != nullptr);
    return switchboard->pass_to_agent(id, whole.agent, in.body, call.now);
  };
}

// From behind `after`, or behind the last message that came before the connection was lost.
auto listening(Switchboard* switchboard) {
  return [switchboard](Snapshot& snapshot, const Call& call,
                       const VisitInput& in) -> api::Handler::Stream {
    const ContactId id = TRY(contact_of_visit(snapshot, in.token.text));
    const auto last = TextForm<Number>::parse(call.last_event_id);
    SLUIS_ASSERT(switchboard != nullptr);
    const std::int64_t after = last ? last->number : in.after.value_or(Number{}).number;
    LiveStream live = live_stream();
    return kept_with(live, switchboard->listen_to(id, after, live.ear));
  };
}

}  // namespace

std::vector<api::Route> visit_routes(events::Intake* intake, Switchboard* switchboard) {
  using api::Allow;
  using api::refuses;
  using http::Method;
  using identities::IdentityRefusal;
  using enum ContactRefusal;
  using enum ChatRefusal;
  return {
      {.operation = "contacts.begin_visit",
       .method = Method::post,
       .path = "/api/v1/contacts/visits",
       .summary = {"Ask for somebody as a customer; the token leads back to this contact only.",
                   "Vraag als klant om iemand; het token leidt alleen terug naar dit contact."},
       .allow = Allow::anyone(),
       .handler = api::write(beginning(intake)),
       .refusals = {&kind_of(team_unknown), &kind_of(team_closed), &kind_of(team_full),
                    &kind_of(no_team), &kind_of(nobody_there), &kind_of(StayRefusal::stay_over),
                    &kind_of(DoorRefusal::visits_too_many),
                    &kind_of(IdentityRefusal::email_unreadable),
                    &kind_of(IdentityRefusal::phone_unreadable)}},
      {.operation = "contacts.visit",
       .method = Method::get,
       .path = "/api/v1/contacts/visits/{token}",
       .summary = {"Your contact: your place in line, who has it, and what was said.",
                   "Uw contact: uw plaats in de rij, wie het heeft en wat er is gezegd."},
       .allow = Allow::anyone(),
       .handler = api::read(show_visit),
       .refusals = refuses(visit_unknown)},
      {.operation = "contacts.say_as_visitor",
       .method = Method::post,
       .path = "/api/v1/contacts/visits/{token}/messages",
       .summary = {"Say something as a customer; the same client_id is there once.",
                   "Zeg iets als klant; hetzelfde client_id staat er één keer."},
       .allow = Allow::anyone(),
       .handler = api::write(saying(intake)),
       .refusals = refuses(visit_unknown, chat_over, chat_too_fast)},
      {.operation = "contacts.signal_as_visitor",
       .method = Method::post,
       .path = "/api/v1/contacts/visits/{token}/signals",
       .summary = {"Tell the agent that you type or have read, how to reach you by voice and "
                   "video, or what is on your page; kept nowhere.",
                   "Laat de medewerker weten dat u typt of hebt gelezen, hoe u met spraak en "
                   "video te bereiken bent, of wat er op uw pagina staat; wordt nergens bewaard."},
       .allow = Allow::anyone(),
       .handler = api::read(signalling(switchboard)),
       .refusals = refuses(visit_unknown, chat_too_fast)},
      {.operation = "contacts.show_page",
       .method = Method::put,
       .path = "/api/v1/contacts/visits/{token}/page",
       .summary = {"Let who helps you see the page you are on, or no longer. That you said so is "
                   "kept; what was on the page is not.",
                   "Laat wie u helpt de pagina zien waarop u bent, of niet langer. Dat u dat zei "
                   "wordt bewaard; wat er op de pagina stond niet."},
       .allow = Allow::anyone(),
       .handler = api::write(showing(intake)),
       .refusals = {&kind_of(visit_unknown), &kind_of(chat_too_fast), &kind_of(act_not_allowed)}},
      {.operation = "contacts.end_visit",
       .method = Method::post,
       .path = "/api/v1/contacts/visits/{token}/leave",
       .summary = {"Go.", "Ga weg."},
       .allow = Allow::anyone(),
       .handler = api::write(leaving(intake)),
       .refusals = {&kind_of(visit_unknown), &kind_of(act_not_allowed)}},
      {.operation = "contacts.rate",
       .method = Method::put,
       .path = "/api/v1/contacts/visits/{token}/rating",
       .summary = {"Say what you thought of it.", "Zeg wat u ervan vond."},
       .allow = Allow::anyone(),
       .handler = api::write(rating(intake)),
       .refusals = refuses(visit_unknown, not_yet_over)},
      {.operation = "contacts.mail_as_visitor",
       .method = Method::post,
       .path = "/api/v1/contacts/visits/{token}/transcript",
       .summary = {"Have what was said mailed to you, at most three times.",
                   "Laat u mailen wat er gezegd is, hoogstens drie keer."},
       .allow = Allow::anyone(),
       .handler = api::write(mailing(intake)),
       .refusals = mail_refusals(&kind_of(visit_unknown))},
      {.operation = "contacts.listen_as_visitor",
       .method = Method::get,
       .path = "/api/v1/contacts/visits/{token}/live",
       .summary = {"What is said and what happens to your contact, as it happens (server-sent "
                   "events).",
                   "Wat er wordt gezegd en wat er met uw contact gebeurt, terwijl het gebeurt "
                   "(server-sent events)."},
       .allow = Allow::anyone(),
       .handler = api::stream(listening(switchboard)),
       .refusals = refuses(visit_unknown)},
  };
}

}  // namespace sluis::contacts
