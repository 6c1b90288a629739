#include "platform/mail/smtp.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include <fmt/format.h>

#include "kernel/base64.h"
#include "platform/client/wire.h"

namespace sluis::mail {
namespace {

using SteadyClock = std::chrono::steady_clock;
using config::MailEncryption;

constexpr std::chrono::seconds kConnectLongest{15};
constexpr std::chrono::seconds kWholeLongest{60};
constexpr std::size_t kLinesMax = 100;  // of one reply
constexpr int kGoOn = 354, kGone = 421, kTooLarge = 552;

struct Reply {
  int code = 0;
  std::string text;                // of all its lines
  std::vector<std::string> lines;  // without the code

  bool is_good() const { return code >= 200 && code < 300; }
  bool holds_for_ever() const { return code >= 500; }
  bool offers(std::string_view extension) const {
    return std::ranges::any_of(lines, [&](std::string_view line) {
      line = line.substr(0, line.find(' '));
      return std::ranges::equal(line, extension, [](char a, char b) {
        return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b;
      });
    });
  }
};

bool is_seven_bit(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

// A line that begins with a dot gets one more, and a line with only a dot ends it (RFC
// 5321, 4.5.2).
std::string stuffed(std::string_view message) {
  std::string out;
  out.reserve(message.size() + message.size() / 64);
  bool at_start = true;
  for (const char c : message) {
    if (at_start && c == '.') out += '.';
    out += c;
    at_start = c == '\n';
  }
  return out + ".\r\n";
}

}  // namespace

class Conversation::Talk {
 public:
  Result<void> begin(const Account& account, const std::stop_token& stop) {
    const config::MailUrl& server = account.server;
    name_ = account.name;
    until_ = SteadyClock::now() + kConnectLongest;
    wire_ = TRY(client::Wire::open({.host = server.host,
                                    .port = server.port,
                                    .tls = server.encryption == MailEncryption::tls,
                                    .may_be_private = true,
                                    .path = {}},
                                   account.certificates, until_, stop));
    until_ = SteadyClock::now() + kWholeLongest;
    const Reply welcome = TRY(reply(stop));
    TRY_VOID(willing(welcome));
    TRY_VOID(greet(stop));
    if (server.encryption == MailEncryption::starttls) TRY_VOID(encrypt(server, stop));
    return account.user.empty() ? Result<void>() : log_in(account, stop);
  }

  Result<void> hand_over(std::string_view from, std::string_view to, std::string_view message,
                         const std::stop_token& stop) {
    until_ = SteadyClock::now() + kWholeLongest;
    const bool plain = is_seven_bit(from) && is_seven_bit(to);
    if (!plain && !greeting_.offers("SMTPUTF8"))
      return refuse(MailRefusal::address_unsupported, std::string(to));
    const std::string size =
        greeting_.offers("SIZE") ? fmt::format(" SIZE={}", message.size()) : std::string();
    const Reply sender =
        TRY(say(fmt::format("MAIL FROM:<{}>{}{}", from, plain ? "" : " SMTPUTF8", size), stop));
    if (sender.code == kTooLarge) return refuse(MailRefusal::message_refused, said(sender));
    TRY_VOID(willing(sender));
    const Reply reader = TRY(say(fmt::format("RCPT TO:<{}>", to), stop));
    TRY_VOID(taken(reader));
    const Reply ready = TRY(say("DATA", stop));
    if (ready.is_good()) return refuse(MailRefusal::server_unwilling, said(ready));
    if (ready.code != kGoOn) return taken(ready);
    TRY_VOID(wire_->write(stuffed(message), until_, stop));
    const Reply end = TRY(reply(stop));
    return taken(end);
  }

  void say_goodbye() {
    if (wire_) std::ignore = wire_->write("QUIT\r\n", SteadyClock::now() + kConnectLongest, {});
  }

 private:
  Result<void> greet(const std::stop_token& stop) {
    greeting_ = TRY(say("EHLO " + name_, stop));
    return willing(greeting_);
  }

  Result<void> encrypt(const config::MailUrl& server, const std::stop_token& stop) {
    if (!greeting_.offers("STARTTLS")) return refuse(MailRefusal::no_encryption, server.host);
    const Reply ready = TRY(say("STARTTLS", stop));
    TRY_VOID(willing(ready));
    TRY_VOID(wire_->secure(until_, stop));
    return greet(stop);
  }

  // Every server that takes passwords takes them so (RFC 4616).
  Result<void> log_in(const Account& account, const std::stop_token& stop) {
    using std::literals::operator""s;
    const std::string proof = encoded_base64("\0"s + account.user + "\0"s + account.password);
    const Reply answer = TRY(say("AUTH PLAIN " + proof, stop));
    if (answer.is_good()) return {};
    return answer.holds_for_ever() ? refuse(MailRefusal::login_refused, account.user, said(answer))
                                   : willing(answer);
  }

  Result<Reply> say(const std::string& line, const std::stop_token& stop) {
    TRY_VOID(wire_->write(line + "\r\n", until_, stop));
    return reply(stop);
  }

  // "250-first", "250 last" (RFC 5321, 4.2.1).
  Result<Reply> reply(const std::stop_token& stop) {
    Reply all;
    for (;;) {
      const std::string line = TRY(wire_->read_line(until_, stop));
      const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), all.code);
      const bool readable = error == std::errc{} && end == line.data() + 3 && all.code >= 200;
      if (!readable || all.lines.size() == kLinesMax)
        return refuse(MailRefusal::server_unwilling, shown(line));
      const std::string_view rest =
          std::string_view(line).substr(std::min<std::size_t>(4, line.size()));
      all.lines.emplace_back(rest);
      all.text += (all.text.empty() ? "" : " ") + shown(rest);
      if (line.size() < 4 || line[3] != '-') return all;
    }
  }

  // What a server says goes to screens: one line of letters that can be shown.
  static std::string shown(std::string_view text) {
    constexpr std::size_t longest = 200;
    std::string out(text.substr(0, longest));
    std::ranges::replace_if(out, [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
  }

  static std::string said(const Reply& reply) {
    return fmt::format("{} {}", reply.code, reply.text.substr(0, 300));
  }

  static Result<void> willing(const Reply& reply) {
    if (reply.is_good()) return {};
    return refuse(MailRefusal::server_unwilling, said(reply));
  }

  static Result<void> taken(const Reply& reply) {
    if (reply.code == kGone) return willing(reply);
    if (reply.is_good()) return {};
    return refuse(
        reply.holds_for_ever() ? MailRefusal::message_refused : MailRefusal::message_put_off,
        said(reply));
  }

  std::unique_ptr<client::Wire> wire_;
  client::Deadline until_;
  std::string name_;
  Reply greeting_;
};

Conversation::Conversation(std::unique_ptr<Talk> talk) : talk_(std::move(talk)) {}
Conversation::~Conversation() {
  talk_->say_goodbye();
}

Result<std::unique_ptr<Conversation>> Conversation::begin(const Account& account,
                                                          const std::stop_token& stop) {
  auto talk = std::make_unique<Talk>();
  TRY_VOID(talk->begin(account, stop));
  return std::unique_ptr<Conversation>(new Conversation(std::move(talk)));
}

Result<void> Conversation::hand_over(std::string_view from, std::string_view to,
                                     std::string_view message, const std::stop_token& stop) {
  return talk_->hand_over(from, to, message, stop);
}

}  // namespace sluis::mail
