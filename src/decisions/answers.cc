#include "decisions/answers.h"

#include <fmt/format.h>

#include "consent/consent.h"
#include "decisions/rules.h"
#include "kernel/assert.h"
#include "orders/orders.h"
#include "platform/outbox/outbox.h"
#include "platform/secrets/secrets.h"

namespace sluis::decisions {
namespace {

constexpr std::chrono::days kVoucherHolds{14};

// The decision, if it is theirs: of the same customer, by whatever identity.
Result<sql::Kept> theirs(store::Snapshot& snapshot, DecisionId id,
                         std::optional<IdentityId> holder) {
  auto found = sql::find(snapshot, id);
  if (!found || found->reason != Reason::chosen) return refuse(AnswerRefusal::decision_unknown);
  if (holder && identities::customer_of(snapshot, *holder) !=
                    identities::customer_of(snapshot, found->identity)) {
    return refuse(AnswerRefusal::decision_unknown);
  }
  return *std::move(found);
}

Result<void> accept_once(const contacts::Desk& desk, const sql::Kept& decision) {
  if (sql::accept(desk.tx, decision, desk.actor.now)) return {};
  const auto now = sql::find(desk.tx, decision.id);
  if (now && now->accepted) return refuse(AnswerRefusal::decision_accepted);
  return refuse(AnswerRefusal::decision_expired);
}

std::optional<contacts::Kind> contact_for(Act act) {
  switch (act) {
    case Act::call_now:
      return contacts::Kind::call;
    case Act::call_back:
      return contacts::Kind::call_back;
    case Act::chat:
    case Act::video:
      return contacts::Kind::chat;
    default:
      return std::nullopt;
  }
}

// Who leaves a number where words stand beside it agrees to them: the proof of that is kept with
// the number, before anybody calls it.
Result<void> take_agreement(const contacts::Desk& desk, const sql::Kept& decision,
                            const Offer& offer, const AnswerDraft& draft) {
  if (!takes_number(offer.act)) return {};
  const Placement place = TRY(placement(desk.tx, decision.placement));
  if (place.agreement.nl.text.empty()) return {};
  if (!draft.agreed || !draft.phone) return refuse(AnswerRefusal::agreement_needed);
  const bool dutch = !draft.language || draft.language->text == "nl";
  const std::string& words = words_of(place.agreement, dutch ? Language::nl : Language::en);
  const IdentityId number = TRY(consent::remember_identity(desk.tx, identities::Kind::phone,
                                                           draft.phone->text, desk.actor.now));
  TRY_VOID(consent::record(desk.tx, desk.actor, number,
                           {.means = consent::Means::telephone,
                            .purpose = consent::Purpose::marketing,
                            .ground = consent::Ground::opt_in,
                            .source = {draft.agreed->page.text},
                            .text_version = {fmt::format("{} {}", place.code.text, place.version)},
                            .ts = {},
                            .expires = {},
                            .proof = {fmt::format("{}: {}", to_string(decision.id), words)}}));
  return {};
}

// Invitations are counted in the memory of each process; here, with the floor in hand, it shows
// whether somebody is there indeed. If not, all of it is undone.
Result<void> begin_contact(const contacts::Desk& desk, const sql::Kept& decision,
                           const Offer& offer, const AnswerDraft& draft, Answered& answered) {
  const contacts::Visit visit = TRY(contacts::begin_visit(desk, {.kind = *contact_for(offer.act),
                                                                 .team = offer.team,
                                                                 .language = draft.language,
                                                                 .identity = decision.identity,
                                                                 .name = draft.name,
                                                                 .email = draft.email,
                                                                 .phone = draft.phone,
                                                                 .question = draft.question}));
  const Placement place = TRY(placement(desk.tx, decision.placement));
  if (takes_place(act_at(place, offer))) {
    const auto wait = contacts::wait_s(desk.tx, visit.contact);
    if (!wait || *wait > offer.wait_most_s.number) return refuse(AnswerRefusal::nobody_free);
  }
  sql::set_contact(desk.tx, decision, visit.contact);
  answered.contact = visit.contact;
  answered.token = visit.token;
  return {};
}

// Where only one customer can use it, few enough digits to say.
std::string read_aloud(const std::string& code) {
  return code.substr(0, 5) + '-' + code.substr(5, 5);
}

Result<void> give_voucher(const contacts::Desk& desk, const sql::Kept& decision, const Offer& offer,
                          std::optional<UserId> adviser, Answered& answered) {
  orders::VoucherDraft draft;
  const std::string code = secrets::random_token();
  draft.code = {adviser ? read_aloud(code) : code};
  draft.name = {to_string(decision.id)};
  draft.basis_points = {offer.discount_basis_points->number};
  draft.to = desk.actor.now + kVoucherHolds;
  draft.floor_basis_points = {settings(desk.tx).floor_basis_points.number};
  const auto gift =
      adviser ? std::optional(orders::Gift{decision.identity, *adviser}) : std::nullopt;
  const auto voucher = TRY(orders::add_voucher(desk.tx, desk.actor, draft, gift));
  answered.voucher = voucher.code.text;
  if (gift) {
    outbox::append(desk.tx, desk.actor.now, "decisions.gift_given",
                   GiftFact{decision.id, decision.identity});
  }
  return {};
}

Result<void> accept(const contacts::Desk& desk, const sql::Kept& decision, const Offer& offer,
                    const Answerer& who, const AnswerDraft& draft, Answered& answered) {
  TRY_VOID(accept_once(desk, decision));
  TRY_VOID(take_agreement(desk, decision, offer, draft));
  if (contact_for(offer.act)) TRY_VOID(begin_contact(desk, decision, offer, draft, answered));
  if (offer.act == Act::discount)
    TRY_VOID(give_voucher(desk, decision, offer, who.adviser, answered));
  return {};
}

}  // namespace

Result<Answered> answer(const contacts::Desk& desk, DecisionId id, const Answerer& who,
                        const AnswerDraft& draft) {
  const sql::Kept decision = TRY(theirs(desk.tx, id, who.holder));
  SLUIS_ASSERT(decision.offer.has_value());
  const Offer offer = TRY(decisions::offer(desk.tx, *decision.offer));
  Answered answered{.id = id,
                    .answer = draft.answer,
                    .offer = offer.id,
                    .contact = {},
                    .token = {},
                    .voucher = {}};
  switch (draft.answer) {
    case Answer::shown:
      sql::show(desk.tx, decision, desk.actor.now);
      break;
    case Answer::dismissed:
      sql::dismiss(desk.tx, decision, desk.actor.now);
      break;
    case Answer::accepted:
      TRY_VOID(accept(desk, decision, offer, who, draft, answered));
      break;
  }
  outbox::append(desk.tx, desk.actor.now, kAnswered,
                 AnsweredFact{id, decision.identity, offer.id, draft.answer});
  return answered;
}

}  // namespace sluis::decisions
