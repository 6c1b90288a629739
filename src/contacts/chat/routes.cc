// The routes of what is said in a contact, as an agent has them, and of answers that are ready.

#include "contacts/routes.h"

#include <fmt/format.h>

#include "contacts/chat/chat.h"
#include "contacts/chat/switchboard.h"
#include "contacts/chat/transcript.h"
#include "contacts/desk/opened.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"
#include "platform/mail/mail.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

using Limit = Whole<1, 500>;
constexpr Limit kLimit{200};
constexpr std::int64_t kTranscriptMost = 10'000;
using Number = Whole<0, 1'000'000'000>;

struct IdInput {
  ContactId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))
struct MessagesInput {
  ContactId id;
  std::optional<Number> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(MessagesInput, (), (id, after, limit))
struct SayInput {
  ContactId id;
  MessageDraft body;
};
BOOST_DESCRIBE_STRUCT(SayInput, (), (id, body))
struct SignalInput {
  ContactId id;
  SignalDraft body;
};
BOOST_DESCRIBE_STRUCT(SignalInput, (), (id, body))
struct MailInput {
  ContactId id;
  TranscriptOrder body;
};
BOOST_DESCRIBE_STRUCT(MailInput, (), (id, body))
struct SearchInput {
  std::optional<Line<0, 200>> search;
};
BOOST_DESCRIBE_STRUCT(SearchInput, (), (search))
struct ReadyInput {
  ContactId id;
  std::optional<Line<0, 200>> search;
};
BOOST_DESCRIBE_STRUCT(ReadyInput, (), (id, search))
struct AddAnswerInput {
  AnswerDraft body;
};
BOOST_DESCRIBE_STRUCT(AddAnswerInput, (), (body))
struct ChangeAnswerInput {
  AnswerId id;
  AnswerChange body;
};
BOOST_DESCRIBE_STRUCT(ChangeAnswerInput, (), (id, body))

// Whoever has the contact reads along; what others open stands in the trail.
Result<FullContact> opened(store::Store& store, const Call& call, ContactId id) {
  FullContact whole = TRY(
      store.snapshot([&](Snapshot& snapshot) { return find(snapshot, sight_of(call.who), id); }));
  if (whole.agent != call.who.user) TRY_VOID(note_opened(store, access::actor_of(call), id));
  return whole;
}

Result<api::Page<Message>> list_messages(store::Store& store, const Call& call,
                                         const MessagesInput& in) {
  TRY_VOID(opened(store, call, in.id));
  const std::int64_t limit = in.limit.value_or(kLimit).number;
  api::Page<Message> page;
  page.items = TRY(store.snapshot([&](Snapshot& snapshot) -> Result<std::vector<Message>> {
    return messages(snapshot, in.id, in.after.value_or(Number{}).number, limit + 1);
  }));
  if (std::cmp_greater(page.items.size(), limit)) {
    page.items.pop_back();
    page.next = std::to_string(page.items.back().number);
  }
  return page;
}

auto mailing(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const MailInput& in) -> Result<void> {
    TRY_VOID(find(tx, sight_of(call.who), in.id));
    return send_transcript(CallDesk(tx, call, intake).desk(), in.id, in.body);
  };
}

auto saying(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const SayInput& in) -> Result<Message> {
    return say_as_agent(CallDesk(tx, call, intake).desk(), call.who.user, in.id, in.body);
  };
}

// A line for each message: when, who, what.
Result<api::Download> transcript(store::Store& store, const Call& call, const IdInput& in) {
  const FullContact whole = TRY(opened(store, call, in.id));
  std::string text;
  const auto all = TRY(store.snapshot([&](Snapshot& snapshot) -> Result<std::vector<Message>> {
    return messages(snapshot, in.id, 0, kTranscriptMost);
  }));
  const std::string customer = whole.caller.name.text.empty() ? "customer" : whole.caller.name.text;
  for (const Message& one : all) {
    text += fmt::format("{} {}: {}\n", to_string(one.moment),
                        one.sender == Sender::customer ? customer : "agent",
                        one.file ? one.file->text : one.text.text);
  }
  return api::Download{.content_type = "text/plain; charset=utf-8",
                       .file_name = to_string(in.id) + ".txt",
                       .bytes = std::move(text)};
}

auto signalling(Switchboard* switchboard) {
  return [switchboard](Snapshot& snapshot, const Call& call,
                       const SignalInput& in) -> Result<PassedOn> {
    const FullContact whole = TRY(find(snapshot, sight_of(call.who), in.id));
    if (whole.agent != call.who.user) return refuse(ContactRefusal::contact_not_yours);
    SLUIS_ASSERT(switchboard != nullptr);
    return switchboard->pass_to_visitor(in.id, in.body);
  };
}

auto listening(Switchboard* switchboard) {
  return [switchboard](Snapshot& snapshot, const Call& call) -> api::Handler::Stream {
    TRY_VOID(agent(snapshot, call.who.user));
    SLUIS_ASSERT(switchboard != nullptr);
    LiveStream live = live_stream();
    return kept_with(live, switchboard->listen_as(call.who.user, live.ear));
  };
}

// ---- Answers

Result<api::Page<Answer>> list_answers(Snapshot& snapshot, const Call&, const SearchInput& in) {
  return api::Page<Answer>{.items = answers(snapshot, in.search ? in.search->text : ""),
                           .next = {}};
}

Result<api::Page<Answer>> ready_answers(Snapshot& snapshot, const Call& call,
                                        const ReadyInput& in) {
  const FullContact whole = TRY(find(snapshot, sight_of(call.who), in.id));
  const auto person = access::person(snapshot, call.who.user);
  const About about{.name = whole.caller.name.text,
                    .agent = person ? person->name : std::string(),
                    .team = TRY(team(snapshot, whole.team)).name.text};
  api::Page<Answer> page{.items = answers(snapshot, in.search ? in.search->text : ""), .next = {}};
  std::erase_if(page.items, [&](const Answer& one) {
    return one.language && whole.language && one.language != whole.language;
  });
  for (Answer& one : page.items)
    one.text = {filled(one.text.text, about)};
  return page;
}

api::Reply<Answer> reply(const Answer& answer, int status) {
  return {.value = answer, .status = status, .version = answer.version, .headers = {}};
}

Result<api::Reply<Answer>> add_one(Tx& tx, const Call& call, const AddAnswerInput& in) {
  return reply(TRY(add_answer(tx, access::actor_of(call), in.body)), 201);
}

Result<api::Reply<Answer>> change_one(Tx& tx, const Call& call, const ChangeAnswerInput& in) {
  return reply(
      TRY(change_answer(tx, access::actor_of(call), in.id, call.expected_version, in.body)), 200);
}

std::vector<api::Route> answer_routes() {
  using api::refuses;
  using http::Method;
  return {
      {.operation = "contacts.answers",
       .method = Method::get,
       .path = "/api/v1/contacts/answers",
       .summary = {"Answers that are ready, by words of code, title or text.",
                   "Standaardantwoorden, op woorden van code, titel of tekst."},
       .allow = kHandlers,
       .handler = api::read(list_answers)},
      {.operation = "contacts.add_answer",
       .method = Method::post,
       .path = "/api/v1/contacts/answers",
       .summary = {"Add a ready answer; {name}, {agent} and {team} are filled in.",
                   "Voeg een standaardantwoord toe; {name}, {agent} en {team} worden ingevuld."},
       .allow = kManagers,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .refusals = refuses(ChatRefusal::answer_code_taken)},
      {.operation = "contacts.change_answer",
       .method = Method::patch,
       .path = "/api/v1/contacts/answers/{id}",
       .summary = {"Change a ready answer.", "Wijzig een standaardantwoord."},
       .allow = kManagers,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .refusals = refuses(ChatRefusal::answer_unknown)},
      {.operation = "contacts.ready_answers",
       .method = Method::get,
       .path = "/api/v1/contacts/{id}/answers",
       .summary = {"Ready answers for this contact, filled in.",
                   "Standaardantwoorden voor dit contact, ingevuld."},
       .allow = kHandlers,
       .handler = api::read(ready_answers),
       .refusals = refuses(ContactRefusal::contact_unknown)},
  };
}

}  // namespace

LiveStream live_stream() {
  auto stream = std::make_shared<http::EventStream>();
  // The connection owns the stream, and the stream the subscription: gone together.
  return {stream, [open = std::weak_ptr(stream)](std::string_view what, std::string_view number,
                                                 const std::string& data) {
            if (const auto to = open.lock()) to->push(what, number, data);
          }};
}

std::shared_ptr<http::EventStream> kept_with(LiveStream live,
                                             Switchboard::Subscription subscription) {
  live.stream->on_closed(
      [subscription = std::move(subscription)]() mutable { subscription.reset(); });
  return std::move(live.stream);
}

std::vector<const RefusalKind*> mail_refusals(const RefusalKind* who) {
  std::vector<const RefusalKind*> all = api::refuses<TranscriptRefusal>();
  for (const RefusalKind* one :
       {who, &kind_of(mail::MailRefusal::off), &kind_of(mail::MailRefusal::too_large)})
    all.push_back(one);
  return all;
}

std::vector<api::Route> chat_routes(events::Intake* intake, Switchboard* switchboard) {
  using api::refuses;
  using http::Method;
  using enum ContactRefusal;
  std::vector<api::Route> routes = {
      {.operation = "contacts.messages",
       .method = Method::get,
       .path = "/api/v1/contacts/{id}/messages",
       .summary = {"What was said, behind the last message that you saw.",
                   "Wat er is gezegd, na het laatste bericht dat u zag."},
       .allow = kHandlers,
       .handler = api::prepare(list_messages),
       .refusals = refuses(contact_unknown)},
      {.operation = "contacts.say",
       .method = Method::post,
       .path = "/api/v1/contacts/{id}/messages",
       .summary = {"Say something; the same client_id is there once.",
                   "Zeg iets; hetzelfde client_id staat er één keer."},
       .allow = kHandlers,
       .handler = api::write(saying(intake)),
       .refusals = {&kind_of(contact_unknown), &kind_of(contact_not_yours),
                    &kind_of(act_not_allowed), &kind_of(ChatRefusal::chat_over)}},
      {.operation = "contacts.mail",
       .method = Method::post,
       .path = "/api/v1/contacts/{id}/transcript",
       .summary = {"Mail what was said to the customer, at most three times.",
                   "Mail de klant wat er gezegd is, hoogstens drie keer."},
       .allow = kHandlers,
       .handler = api::write(mailing(intake)),
       .refusals = mail_refusals(&kind_of(contact_unknown))},
      {.operation = "contacts.signal",
       .method = Method::post,
       .path = "/api/v1/contacts/{id}/signals",
       .summary = {"Tell the customer that you type or have read, how to reach you by voice and "
                   "video, or ask to see their page; kept nowhere.",
                   "Laat de klant weten dat u typt of hebt gelezen, hoe u met spraak en video te "
                   "bereiken bent, of vraag hun pagina te zien; wordt nergens bewaard."},
       .allow = kHandlers,
       .handler = api::read(signalling(switchboard)),
       .refusals = refuses(contact_unknown, contact_not_yours)},
      {.operation = "contacts.transcript",
       .method = Method::get,
       .path = "/api/v1/contacts/{id}/transcript",
       .summary = {"All that was said, as a text.", "Alles wat is gezegd, als tekst."},
       .allow = kHandlers,
       .handler = api::prepare(transcript),
       .refusals = refuses(contact_unknown),
       .content_type = "text/plain"},
      {.operation = "contacts.listen",
       .method = Method::get,
       .path = "/api/v1/contacts/desk/live",
       .summary = {"What is offered to you, happens to what you have and is said there, as it "
                   "happens (server-sent events).",
                   "Wat u krijgt aangeboden, wat er gebeurt met wat u hebt en wat er wordt gezegd, "
                   "terwijl het gebeurt (server-sent events)."},
       .allow = api::Allow::users(),
       .handler = api::stream(listening(switchboard)),
       .refusals = refuses(agent_unknown)},
  };
  std::ranges::move(answer_routes(), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::contacts
