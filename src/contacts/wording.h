// How mails to customers say things: in their language, by the clocks of the company, in its name.
#pragma once

#include "company/company.h"
#include "contacts/teams/team.h"

namespace sluis::contacts {

class Wording {
 public:
  // In the language that was chosen, else that of the contact, else of the company's customers.
  Wording(store::Snapshot& snapshot, std::optional<Language> chosen,
          const std::optional<Tongue>& tongue);

  Language language() const { return language_; }
  // "us" as long as it has no name.
  std::string company() const;
  template <class... Arguments>
  std::string say(const Text& text, const Arguments&... arguments) const {
    return sluis::Message(text, arguments...).in(language_);
  }
  std::string time(Instant moment) const;          // "14:05"
  std::string day_and_time(Instant moment) const;  // "Monday 5 January 2026, 14:05"

 private:
  const company::Settings settings_;
  const Language language_;
};

}  // namespace sluis::contacts
