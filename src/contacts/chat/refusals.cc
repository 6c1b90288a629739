// Why something in a chat is refused.

#include "contacts/chat/chat.h"
#include "kernel/assert.h"

namespace sluis::contacts {
namespace {

using enum Category;
constexpr Retry kUseless = Retry::useless;
constexpr Retry kMayHelp = Retry::may_help;

constexpr RefusalKind kChatOver{"chat_over",
                                conflict,
                                kUseless,
                                {"This conversation is over. Ask for a new one.",
                                 "Dit gesprek is voorbij. Vraag om een nieuw gesprek."}};
constexpr RefusalKind kChatTooFast{
    "chat_too_fast",
    too_many,
    kMayHelp,
    {"That is more than can be read. Wait a moment.", "Dat is meer dan te lezen is. Wacht even."}};
constexpr RefusalKind kVisitUnknown{"visit_unknown",
                                    not_found,
                                    kUseless,
                                    {"There is no such conversation. Ask for a new one.",
                                     "Dit gesprek is er niet. Vraag om een nieuw gesprek."}};
constexpr RefusalKind kAnswerUnknown{
    "answer_unknown",
    not_found,
    kUseless,
    {"There is no such ready answer.", "Dit standaardantwoord bestaat niet."}};
constexpr RefusalKind kAnswerCodeTaken{
    "answer_code_taken",
    conflict,
    kUseless,
    {"There is already a ready answer {0}. Choose another code.",
     "Er is al een standaardantwoord {0}. Kies een andere code."}};
constexpr RefusalKind kNotYetOver{
    "contact_not_yet_over",
    conflict,
    kMayHelp,
    {"It can be rated once somebody answered and it is over.",
     "Beoordelen kan als er iemand antwoordde en het gesprek voorbij is."}};

}  // namespace

const RefusalKind& kind_of(ChatRefusal refusal) {
  switch (refusal) {
    case ChatRefusal::chat_over:
      return kChatOver;
    case ChatRefusal::chat_too_fast:
      return kChatTooFast;
    case ChatRefusal::visit_unknown:
      return kVisitUnknown;
    case ChatRefusal::answer_unknown:
      return kAnswerUnknown;
    case ChatRefusal::answer_code_taken:
      return kAnswerCodeTaken;
    case ChatRefusal::not_yet_over:
      return kNotYetOver;
  }
  assertion_failed("a ChatRefusal");
}

}  // namespace sluis::contacts
