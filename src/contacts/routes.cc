#include "contacts/routes.h"

#include "contacts/desk/opened.h"
#include "contacts/instore/basket.h"
#include "kernel/assert.h"
#include "platform/api/refusal.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

using Limit = Whole<1, 500>;
constexpr Limit kLimit{100};

struct ListInput {
  std::optional<State> state;
  std::optional<TeamId> team;
  std::optional<UserId> agent;
  std::optional<CustomerId> customer;
  std::optional<ContactId> after;
  std::optional<Limit> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (state, team, agent, customer, after, limit))
struct AskInput {
  ContactDraft body;
};
BOOST_DESCRIBE_STRUCT(AskInput, (), (body))
struct IdInput {
  ContactId id;
};
BOOST_DESCRIBE_STRUCT(IdInput, (), (id))
struct WrapInput {
  ContactId id;
  WrapUp body;
};
BOOST_DESCRIBE_STRUCT(WrapInput, (), (id, body))
struct HandOnInput {
  ContactId id;
  HandOn body;
};
BOOST_DESCRIBE_STRUCT(HandOnInput, (), (id, body))

Result<api::Page<Listed>> list_contacts(Snapshot& snapshot, const Call& call, const ListInput& in) {
  ContactList found = list(snapshot, sight_of(call.who),
                           {.state = in.state,
                            .team = in.team,
                            .agent = in.agent,
                            .customer = in.customer,
                            .before = in.after,
                            .limit = in.limit.value_or(kLimit).number});
  api::Page<Listed> page{.items = std::move(found.contacts), .next = {}};
  if (found.next) page.next = to_string(*found.next);
  return page;
}

api::Reply<FullContact> reply(FullContact whole, int status = 200) {
  const std::int64_t version = whole.version;
  return {.value = std::move(whole), .status = status, .version = version, .headers = {}};
}

// In the trail stands who opened it.
Result<api::Reply<FullContact>> show(store::Store& store, const Call& call, const IdInput& in) {
  FullContact whole = TRY(store.snapshot(
      [&](Snapshot& snapshot) { return find(snapshot, sight_of(call.who), in.id); }));
  TRY_VOID(note_opened(store, access::actor_of(call), in.id));
  return reply(std::move(whole));
}

struct Basket {
  std::vector<InBasket> lines;
};
BOOST_DESCRIBE_STRUCT(Basket, (), (lines))

// The same trail tells who looked into it.
Result<Basket> show_basket(api::Stores& stores, const Call& call, const IdInput& in) {
  Basket shown;
  shown.lines = TRY(stores.store.snapshot([&](Snapshot& snapshot) -> Result<std::vector<InBasket>> {
    return basket(stores.figures, snapshot, TRY(find(snapshot, sight_of(call.who), in.id)));
  }));
  TRY_VOID(note_opened(stores.store, access::actor_of(call), in.id));
  return shown;
}

// Runs an act in the unit of a call, and answers with the contact as it has become: also for whom
// it is out of sight from then on.
template <class Input, class Run>
auto acting(events::Intake* intake, Run run, int status = 200) {
  return [=](Tx& tx, const Call& call, const Input& in) -> Result<api::Reply<FullContact>> {
    const CallDesk at(tx, call, intake);
    const Contact contact = TRY(run(at.desk(), call.who, in));
    const Sight all{.everything = true};
    return reply(TRY(find(tx, all, contact.id)), status);
  };
}

auto asking(events::Intake* intake) {
  return acting<AskInput>(
      intake,
      [](const Desk& desk, const api::Principal&, const AskInput& in) {
        return ask(desk, in.body);
      },
      201);
}

// What only the agent does who has it.
template <Result<Contact> (*Act)(const Desk&, UserId, ContactId)>
auto handling(events::Intake* intake) {
  return acting<IdInput>(intake, [](const Desk& desk, const api::Principal& who,
                                    const IdInput& in) { return Act(desk, who.user, in.id); });
}

auto picking(events::Intake* intake) {
  return acting<IdInput>(intake,
                         [](const Desk& desk, const api::Principal& who, const IdInput& in) {
                           return pick(desk, sight_of(who), in.id);
                         });
}

auto wrapping(events::Intake* intake) {
  return acting<WrapInput>(intake,
                           [](const Desk& desk, const api::Principal& who, const WrapInput& in) {
                             return wrap(desk, who.user, in.id, in.body);
                           });
}

auto handing_on(events::Intake* intake) {
  return acting<HandOnInput>(
      intake, [](const Desk& desk, const api::Principal& who, const HandOnInput& in) {
        return hand_on(desk, sight_of(who), in.id, in.body);
      });
}

auto leaving(events::Intake* intake) {
  return acting<IdInput>(
      intake,
      [](const Desk& desk, const api::Principal& who, const IdInput& in) -> Result<Contact> {
        TRY_VOID(find(desk.tx, sight_of(who), in.id));
        return leave(desk, in.id);
      });
}

std::vector<api::Route> act_routes(events::Intake* intake) {
  using api::refuses;
  using http::Method;
  using enum ContactRefusal;
  const auto refusals = refuses(contact_unknown, contact_not_yours, act_not_allowed);
  const auto act = [&](std::string_view operation, std::string_view path, const Text& summary,
                       api::Handler handler) {
    return api::Route{.operation = operation,
                      .method = Method::post,
                      .path = path,
                      .summary = summary,
                      .allow = kHandlers,
                      .handler = std::move(handler),
                      .idempotency = api::Idempotency::by_key,
                      .refusals = refusals};
  };
  std::vector<api::Route> routes = {
      act("contacts.accept", "/api/v1/contacts/{id}/accept",
          {"Accept a contact that is offered to you.", "Neem een contact aan dat u krijgt."},
          api::write(handling<accept>(intake))),
      act("contacts.decline", "/api/v1/contacts/{id}/decline",
          {"Decline it: it goes to somebody else.", "Sla het af: het gaat naar iemand anders."},
          api::write(handling<decline>(intake))),
      act("contacts.finish", "/api/v1/contacts/{id}/finish",
          {"The conversation is over; what remains is to wrap it up.",
           "Het gesprek is voorbij; wat rest, is het afronden."},
          api::write(handling<finish>(intake))),
      act("contacts.wrap", "/api/v1/contacts/{id}/wrap-up",
          {"Wrap it up: what came of it, and the order if there is one.",
           "Rond het af: wat eruit kwam, en de order als die er is."},
          api::write(wrapping(intake))),
      act("contacts.pick", "/api/v1/contacts/{id}/pick",
          {"Take one that waits, without having been asked.",
           "Neem er een die wacht, zonder dat het is aangeboden."},
          api::write(picking(intake))),
      act("contacts.hand_on", "/api/v1/contacts/{id}/hand-on",
          {"Hand it on to another team or person; it keeps its place in line.",
           "Geef het door aan een ander team of persoon; het houdt zijn plaats in de rij."},
          api::write(handing_on(intake))),
      act("contacts.leave", "/api/v1/contacts/{id}/leave",
          {"The customer is gone.", "De klant is weg."}, api::write(leaving(intake))),
  };
  routes[4].refusals = refuses(contact_unknown, act_not_allowed, no_room);
  routes[5].refusals =
      refuses(contact_unknown, act_not_allowed, team_unknown, agent_unknown, agent_not_there);
  return routes;
}

}  // namespace

CallDesk::CallDesk(Tx& tx, const Call& call, events::Intake* intake)
    : actor_(access::actor_of(call)), desk_{tx, actor_, *intake} {
  SLUIS_ASSERT(intake != nullptr);
}

std::vector<api::Route> routes(events::Intake* intake, Switchboard* switchboard, const Relay* relay,
                               blobs::Blobs* blobs) {
  using api::refuses;
  using http::Method;
  using identities::IdentityRefusal;
  using enum ContactRefusal;
  std::vector<api::Route> routes = {
      {.operation = "contacts.list",
       .method = Method::get,
       .path = "/api/v1/contacts",
       .summary = {"Contacts over all channels, the newest first; an agent's own, or of a team "
                   "they are in.",
                   "Contacten over alle kanalen, de nieuwste eerst; van een medewerker zelf, of "
                   "van een team waarin die zit."},
       .allow = kReaders,
       .handler = api::read(list_contacts)},
      {.operation = "contacts.ask",
       .method = Method::post,
       .path = "/api/v1/contacts",
       .summary = {"Ask for somebody on behalf of a customer: it joins the queue.",
                   "Vraag namens een klant om iemand: het komt in de wachtrij."},
       .allow = kHandlers,
       .handler = api::write(asking(intake)),
       .idempotency = api::Idempotency::by_key,
       .refusals = {&kind_of(team_unknown), &kind_of(team_closed), &kind_of(team_full),
                    &kind_of(no_team), &kind_of(nobody_there), &kind_of(agent_unknown),
                    &kind_of(IdentityRefusal::email_unreadable),
                    &kind_of(IdentityRefusal::phone_unreadable)}},
      {.operation = "contacts.show",
       .method = Method::get,
       .path = "/api/v1/contacts/{id}",
       .summary = {"One contact: with whom, where in line, and what happened; the trail tells who "
                   "opened it.",
                   "Eén contact: met wie, waar in de rij en wat er gebeurde; het logboek vertelt "
                   "wie het opende."},
       .allow = kReaders,
       .handler = api::prepare(show),
       .refusals = refuses(contact_unknown)},
      {.operation = "contacts.basket",
       .method = Method::get,
       .path = "/api/v1/contacts/{id}/basket",
       .summary = {"What the customer has in their web basket now, for who helps them.",
                   "Wat de klant nu in de webwinkelmand heeft, voor wie helpt."},
       .allow = kHandlers,
       .handler = api::query(show_basket),
       .refusals = refuses(contact_unknown)},
  };
  std::ranges::move(act_routes(intake), std::back_inserter(routes));
  std::ranges::move(team_routes(intake), std::back_inserter(routes));
  std::ranges::move(chat_routes(intake, switchboard), std::back_inserter(routes));
  std::ranges::move(file_routes(intake, blobs), std::back_inserter(routes));
  std::ranges::move(visit_routes(intake, switchboard), std::back_inserter(routes));
  std::ranges::move(stay_routes(intake), std::back_inserter(routes));
  routes.push_back(relay_route(relay));
  routes.push_back(visit_relay_route(relay));
  std::ranges::move(telephone_routes(intake), std::back_inserter(routes));
  std::ranges::move(appointment_routes(intake), std::back_inserter(routes));
  std::ranges::move(booked_routes(intake), std::back_inserter(routes));
  return routes;
}

}  // namespace sluis::contacts
