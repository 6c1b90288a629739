// A mail as it goes over the wire: headers and parts in seven-bit lines of at most 78 characters.
// Pure. RFC 5322 (form), 2045 to 2047 (parts, other letters), 2183 and 2231 (names of files), 3834
// (sent by a program), 2369 and 8058 (how to end it).
#pragma once

#include <string>

#include "platform/mail/mail.h"

namespace sluis::mail {

// Who sends it.
struct From {
  std::string address;
  std::string name;
};

// `reference` names it among all mail of everybody, before the "@" of its Message-ID.
std::string written(const Mail& mail, const From& from, std::string_view reference, Instant now);

}  // namespace sluis::mail
