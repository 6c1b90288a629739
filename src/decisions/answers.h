// What a visitor does with what was decided for them: it was shown, dismissed or accepted. What is
// accepted is given once, and only while there is somebody who can give it.
#pragma once

#include "decisions/store_log.h"

namespace sluis::decisions {

enum class Answer : std::uint8_t { shown, dismissed, accepted };
BOOST_DESCRIBE_ENUM(Answer, shown, dismissed, accepted)

// That a visitor said yes to the words that stood beside the field for their number, and where.
struct AgreedDraft {
  Line<1, 200> page;
};
BOOST_DESCRIBE_STRUCT(AgreedDraft, (), (page))

// What a visitor may say of themselves who accepts.
struct AnswerDraft {
  Answer answer = Answer::shown;
  std::optional<Line<0, 200>> name;
  std::optional<Line<0, 254>> email;
  std::optional<Line<0, 40>> phone;
  std::optional<Prose<2000>> question;
  std::optional<contacts::Tongue> language;
  std::optional<AgreedDraft> agreed;
};
BOOST_DESCRIBE_STRUCT(AnswerDraft, (), (answer, name, email, phone, question, language, agreed))

struct Answered {
  DecisionId id;
  Answer answer = Answer::shown;
  OfferId offer;
  std::optional<contacts::ContactId> contact;
  std::optional<std::string> token;    // with which the visitor comes to their contact
  std::optional<std::string> voucher;  // of a discount
};
BOOST_DESCRIBE_STRUCT(Answered, (), (id, answer, offer, contact, token, voucher))

// Who answers: `holder` is whose handle it was, or with whom an agent talks; nothing for who has a
// secret key. What `adviser` gives is for that customer alone, who is greeted with it.
struct Answerer {
  std::optional<IdentityId> holder;
  std::optional<UserId> adviser;
};
Result<Answered> answer(const contacts::Desk& desk, DecisionId id, const Answerer& who,
                        const AnswerDraft& draft);

// Of the fact decisions.answered.
struct AnsweredFact {
  DecisionId id;
  IdentityId identity;
  OfferId offer;
  Answer answer = Answer::shown;
};
BOOST_DESCRIBE_STRUCT(AnsweredFact, (), (id, identity, offer, answer))
inline constexpr std::string_view kAnswered = "decisions.answered";

// An adviser gave somebody something.
struct GiftFact {
  DecisionId id;
  IdentityId identity;
};
BOOST_DESCRIBE_STRUCT(GiftFact, (), (id, identity))

}  // namespace sluis::decisions
