#include "decisions/answers.h"

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
  if (takes_place(offer.act)) {
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
