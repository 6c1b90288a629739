// One conversation with a mail server (RFC 5321), with encryption (RFC 3207, 8314), a password (RFC
// 4954) and addresses of other letters (RFC 6531) where the server has them. Blocking.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "platform/config/values.h"
#include "platform/mail/mail.h"

namespace sluis::mail {

// Where mail is handed over, and as whom.
struct Account {
  config::MailUrl server;
  std::string name;  // what we call ourselves: "example.com"
  std::string user;  // empty: without
  std::string password;
  std::optional<std::filesystem::path> certificates;  // believed beside those of the system
};

class Conversation {
 public:
  // Refuses with what is wrong with the server or the account; no mail was touched.
  static Result<std::unique_ptr<Conversation>> begin(const Account& account,
                                                     const std::stop_token& stop);
  ~Conversation();  // says goodbye, and waits for no answer

  // message_refused and address_unsupported hold for ever, message_put_off for a while; all else
  // is wrong with the server. After any refusal the conversation is over. After one of the
  // connection nobody knows whether the mail was taken.
  Result<void> hand_over(std::string_view from, std::string_view to, std::string_view message,
                         const std::stop_token& stop);

 private:
  class Talk;
  explicit Conversation(std::unique_ptr<Talk> talk);
  std::unique_ptr<Talk> talk_;
};

}  // namespace sluis::mail
