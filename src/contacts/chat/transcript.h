// What was said, sent by mail: to the visitor who asks for it, or by the agent.
#pragma once

#include "contacts/chat/chat.h"

namespace sluis::contacts {

// Anybody may begin a conversation, so that somebody must have answered, and few are sent.
inline constexpr int kTranscriptsMost = 3;  // of one contact

enum class TranscriptRefusal : std::uint8_t {
  transcript_too_early,
  transcripts_too_many,
  address_missing,
};
BOOST_DESCRIBE_ENUM(TranscriptRefusal, transcript_too_early, transcripts_too_many, address_missing)
const RefusalKind& kind_of(TranscriptRefusal refusal);

struct TranscriptOrder {
  std::optional<Email> address;      // else the one that the customer gave
  std::optional<Language> language;  // else that of the contact, or of the company's customers
};
BOOST_DESCRIBE_STRUCT(TranscriptOrder, (), (address, language))

// Whether mail is on and somebody answered.
bool may_be_sent(store::Snapshot& snapshot, const Contact& contact);
// All that was said so far. Refuses mail::MailRefusal::off and too_large too.
Result<void> send_transcript(const Desk& desk, ContactId id, const TranscriptOrder& order);
// What waits or went of these, as far as mail remembers it.
void forget_transcripts(store::Tx& tx, ContactId id);

}  // namespace sluis::contacts
