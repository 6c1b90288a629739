// Why something did not go, as it is kept beside it: the name of the refusal, and its words in each
// language, so that they are said in that of whoever looks.
#pragma once

#include "kernel/result.h"

namespace sluis::client {

template <class Record>
void explain(Record& record, const Refusal& refusal) {
  record.why = refusal.kind().name;
  record.message = refusal.message().in(Language::en);
  record.message_nl = refusal.message().in(Language::nl);
}

template <class Record>
void went_well(Record& record) {
  record.why.clear();
  record.message.clear();
  record.message_nl.clear();
}

// In English where nothing else was kept.
template <class Record>
const std::string& message_in(const Record& record, Language language) {
  const bool dutch = language == Language::nl && !record.message_nl.empty();
  return dutch ? record.message_nl : record.message;
}

}  // namespace sluis::client
