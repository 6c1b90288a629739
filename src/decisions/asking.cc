#include "decisions/asking.h"

#include <algorithm>

#include <fmt/format.h>

#include "decisions/engine.h"
#include "decisions/handle.h"
#include "decisions/rules.h"
#include "decisions/store_log.h"
#include "orders/orders.h"

namespace sluis::decisions {
namespace {

constexpr Text kReady{"{0} has something ready for you", "{0} heeft iets voor u klaargezet"};
constexpr Text kUpTo{
    "Up to {0} off your next order: on this website, by telephone or in a store. "
    "Mention this code:",
    "Tot {0} korting op uw volgende bestelling: op deze website, aan de telefoon "
    "of in een winkel. Noem deze code:"};

Result<std::vector<IdentityId>> visitor_of(const Engine& engine, const api::Call& call,
                                           const Asking& asking) {
  auto all = TRY(named(engine, call, asking.user, asking.device));
  if (!asking.handle.empty()) {
    const auto holder = holder_of(engine.secret(), asking.handle, call.now);
    if (!holder) return refuse(HandleRefusal::handle_invalid);
    all.push_back(*holder);
  }
  return all;
}

std::optional<std::string> agreement_at(const Decided& decided, Language language) {
  const PlacementId id = decided.log ? decided.log->placement : decided.total->first;
  const Place* place = decided.known->place_of(id);
  if (place == nullptr || !takes_number(decided.slot->offer.act)) return std::nullopt;
  const std::string& text = words_of(place->placement.agreement, language);
  return text.empty() ? std::nullopt : std::optional(text);
}

OfferMade made(const Offer& offer, Language language) {
  const Words& words = language == Language::nl ? offer.texts.nl : offer.texts.en;
  return {.id = offer.id,
          .code = offer.code,
          .act = offer.act,
          .title = words.title.text,
          .body = words.body.text,
          .button = words.button.text,
          .discount_basis_points = offer.discount_basis_points,
          .agreement = {}};
}

// "12.5%": hundredths of a percent as people write them.
std::string percent(std::int64_t basis_points, Language language) {
  std::string text = fmt::format("{}.{:02}", basis_points / 100, basis_points % 100);
  while (text.back() == '0')
    text.pop_back();
  if (text.back() == '.') text.pop_back();
  if (language == Language::nl) std::ranges::replace(text, '.', ',');
  return text + '%';
}

std::optional<Greeting> greeting_for(store::Snapshot& snapshot, IdentityId identity,
                                     const Logged& log, Language language) {
  const auto gift = orders::gift_to(snapshot, identity, log.ts);
  const auto adviser = gift ? access::person(snapshot, *gift->given_by) : std::nullopt;
  if (!adviser) return std::nullopt;
  const std::string part = percent(gift->basis_points, language);
  return Greeting{.adviser = adviser->name,
                  .title = Message(kReady, adviser->name).in(language),
                  .body = Message(kUpTo, part).in(language),
                  .voucher = gift->code.text,
                  .discount_basis_points = gift->basis_points,
                  .valid_until = *gift->to_moment};
}

// A UUID of version 4, in which 122 bits are random (RFC 9562, 5.4).
bool is_random_id(std::string_view id) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::string_view kVariant = "89ab";
  if (id.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool fits = kForm[i] == 'x'   ? kHex.contains(id[i])
                      : kForm[i] == 'y' ? kVariant.contains(id[i])
                                        : id[i] == kForm[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> handle_on_page(const Engine& engine, const api::Call& call,
                                          std::string_view handle, std::string_view device) {
  std::optional<IdentityId> holder;
  if (!handle.empty()) {
    holder = late_holder_of(engine.secret(), handle, call.now);
  } else if (is_random_id(device)) {
    const auto fresh = identity_of(engine, identities::Kind::device, device);
    if (fresh && !engine.knows(*fresh)) holder = *fresh;
  }
  if (!holder) return std::nullopt;
  return handle_for(engine.secret(), *holder, call.now).text;
}

Result<IdentityId> identity_of(const Engine& engine, identities::Kind kind,
                               std::string_view value) {
  std::string room;
  const auto normal = identities::normal_form({kind, value}, engine.region(), room);
  if (!normal) return refuse(normal.error());
  return identities::id_of(engine.pepper(), kind, *normal);
}

Result<std::vector<IdentityId>> named(const Engine& engine, const api::Call& call,
                                      std::string_view user, std::string_view device) {
  std::vector<IdentityId> all;
  if (!(user.empty() && device.empty()) && call.who.key_scope != api::KeyScope::ingest)
    return refuse(HandleRefusal::handle_needed);
  if (!user.empty()) all.push_back(TRY(identity_of(engine, identities::Kind::user, user)));
  if (!device.empty()) all.push_back(TRY(identity_of(engine, identities::Kind::device, device)));
  return all;
}

Result<Decision> decide(Engine& engine, const api::Call& call, const Asking& asking) {
  return std::make_shared<const Decided>(
      engine.decide({.placement = asking.placement,
                     .identities = TRY(visitor_of(engine, call, asking)),
                     .consent = asking.consent,
                     .context = {.page_views = asking.page_views, .basket = asking.basket},
                     .deeds = asking.deeds,
                     .id = call.ids.next<DecisionId>(),
                     .now = call.now}));
}

void keep(store::Tx& tx, Engine& engine, const Decision& decision) {
  if (decision->log) {
    sql::insert(tx, *decision->log);
    tx.after_commit([&engine, decision] { engine.kept(decision); });
  }
  if (!decision->total) return;
  const auto& [placement, day] = *decision->total;
  sql::count(tx, placement, day, decision->slot != nullptr ? decision->slot->offer.id : OfferId());
}

DecisionView view_of(const Engine& engine, const Decided& decided, Language language) {
  DecisionView view{
      .reason = decided.reason, .gate = decided.gate, .probability = decided.probability};
  if (decided.policy != 0) view.policy = decided.policy;
  if (decided.slot != nullptr) {
    view.offer = made(decided.slot->offer, language);
    view.offer->agreement = agreement_at(decided, language);
    view.valid_until = decided.until;
  }
  if (decided.log) {
    view.id = decided.log->id;
    view.handle = handle_for(engine.secret(), decided.log->identity, decided.log->ts).text;
  }
  return view;
}

DecisionView greeted(store::Snapshot& snapshot, const Engine& engine, const Decided& decided,
                     Language language) {
  DecisionView view = view_of(engine, decided, language);
  if (decided.gifted)
    view.greeting = greeting_for(snapshot, *decided.gifted, *decided.log, language);
  return view;
}

std::vector<std::string> places(const Engine& engine) {
  return engine.places();
}

}  // namespace sluis::decisions
