#include "access/rules.h"

#include <algorithm>

#include "kernel/assert.h"

namespace sluis::access {
namespace {

constexpr std::size_t kPasswordMin = 12;
constexpr std::size_t kPasswordMax = 200;
constexpr std::ptrdiff_t kDifferentCharactersMin = 5;
constexpr std::size_t kDeviceMax = 200;
constexpr std::size_t kTellingPart = 4;  // shorter parts of an address turn up by chance

// What people build long passwords of.
constexpr std::string_view kCommonWords[] = {
    "abc",           "abcdefghijkl", "admin",
    "administrator", "asdfghjkl",    "changeme",
    "geheim",        "iloveyou",     "letmein",
    "login",         "master",       "pass",
    "password",      "passwort",     "passwordpassword",
    "q1w2e3r4t5y6",  "qwerty",       "qwertyuiop",
    "secret",        "sluis",        "test",
    "wachtwoord",    "welcome",      "welkom",
    "zomer",         "winter",       "lente",
    "herfst",        "summer",       "spring",
    "autumn",        "1q2w3e4r5t6y", "1qaz2wsx3edc",
    "qazwsxedcrfv",  "qwertyasdfgh", "wachtwoordwachtwoord",
};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "Welkom2026!!" is "welkom" to whoever guesses.
std::string_view without_trimmings(std::string_view text) {
  while (!text.empty() && !is_letter(text.back()))
    text.remove_suffix(1);
  while (!text.empty() && !is_letter(text.front()))
    text.remove_prefix(1);
  return text;
}

bool is_common(std::string_view password) {
  const auto known = [](std::string_view word) {
    return std::find(std::begin(kCommonWords), std::end(kCommonWords), word) !=
           std::end(kCommonWords);
  };
  const std::string_view word = without_trimmings(password);
  return word.empty() || known(word) || known(password);
}

bool is_monotonous(std::string_view password) {
  std::string bytes(password);
  std::sort(bytes.begin(), bytes.end());
  return std::unique(bytes.begin(), bytes.end()) - bytes.begin() < kDifferentCharactersMin;
}

bool is_like(std::string_view password, std::string_view email) {
  const std::string_view name = email.substr(0, email.find('@'));
  const bool has_name =
      name.size() >= kTellingPart && password.find(name) != std::string_view::npos;
  return has_name || password.find(email) != std::string_view::npos;
}

}  // namespace

std::optional<PasswordFault> fault_of(std::string_view password, const Email& email) {
  const std::string plain = lowered(password);
  if (is_common(plain)) return PasswordFault::common;
  if (is_monotonous(plain)) return PasswordFault::monotonous;
  if (is_like(plain, email.text)) return PasswordFault::like_email;
  return std::nullopt;
}

const Text& text_of(PasswordFault fault) {
  static constexpr Text common{
      "is too easy to guess: choose a few words that do not belong together",
      "is te gemakkelijk te raden: kies een paar woorden die niet bij elkaar horen"};
  static constexpr Text monotonous{"must have at least five different characters",
                                   "moet minstens vijf verschillende tekens hebben"};
  static constexpr Text like_email{"must not contain your e-mail address",
                                   "mag uw e-mailadres niet bevatten"};
  switch (fault) {
    case PasswordFault::common:
      return common;
    case PasswordFault::monotonous:
      return monotonous;
    case PasswordFault::like_email:
      return like_email;
  }
  assertion_failed("a PasswordFault");
}

bool includes(const std::vector<api::Role>& roles, api::Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::optional<RightsFault> fault_of(const Rights& rights) {
  const bool partner = includes(rights.roles, api::Role::partner);
  const bool store = includes(rights.roles, api::Role::store);
  if (rights.roles.empty()) return RightsFault::no_role;
  for (auto role = rights.roles.begin(); role != rights.roles.end(); ++role) {
    if (std::find(role + 1, rights.roles.end(), *role) != rights.roles.end()) {
      return RightsFault::twice;
    }
  }
  if ((partner || store) && rights.roles.size() > 1) return RightsFault::not_alone;
  if ((partner && !rights.partner) || (store && !rights.location)) {
    return RightsFault::scope_missing;
  }
  if ((!partner && rights.partner) || (!store && rights.location)) {
    return RightsFault::scope_unused;
  }
  return std::nullopt;
}

const Text& text_of(RightsFault fault) {
  static constexpr Text no_role{"must name at least one role", "moet minstens één rol noemen"};
  static constexpr Text twice{"must name each role once", "moet elke rol één keer noemen"};
  static constexpr Text not_alone{"must not join partner or store with another role",
                                  "mag partner of winkel niet met een andere rol combineren"};
  static constexpr Text scope_missing{
      "with partner must come the partner, and with store the location",
      "bij partner hoort de partner, en bij winkel de locatie"};
  static constexpr Text scope_unused{
      "a partner belongs only to role partner, and a location only to role store",
      "een partner hoort alleen bij de rol partner, en een locatie alleen bij de rol winkel"};
  switch (fault) {
    case RightsFault::no_role:
      return no_role;
    case RightsFault::twice:
      return twice;
    case RightsFault::not_alone:
      return not_alone;
    case RightsFault::scope_missing:
      return scope_missing;
    case RightsFault::scope_unused:
      return scope_unused;
  }
  assertion_failed("a RightsFault");
}

std::string device_of(std::string_view user_agent) {
  std::string device(user_agent.substr(0, kDeviceMax));
  std::erase_if(device, [](char c) { return c < ' ' || c > '~'; });
  return device;
}

std::string_view cookie_of(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    const std::string_view pair = trimmed(cookies.substr(0, end));
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
      return pair.substr(name.size() + 1);
    }
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return {};
}

namespace {

std::optional<int> base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (is_digit(c)) return c - '0' + 52;
  if (c == '+') return 62;
  if (c == '/') return 63;
  return std::nullopt;
}

std::optional<std::string> base64_decoded(std::string_view text) {
  while (text.ends_with('='))
    text.remove_suffix(1);
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto digit = base64_digit(c);
    if (!digit) return std::nullopt;
    bits = (bits << 6 | static_cast<unsigned>(*digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xff);
  }
  return bytes;
}

}  // namespace

std::optional<std::string> key_of(std::string_view authorization) {
  const auto space = authorization.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string scheme = lowered(authorization.substr(0, space));
  const std::string_view value = trimmed(authorization.substr(space));
  if (scheme == "bearer") return std::string(value);
  if (scheme != "basic") return std::nullopt;
  const auto pair = base64_decoded(value);
  if (!pair) return std::nullopt;
  return pair->substr(0, pair->find(':'));
}

}  // namespace sluis::access

namespace sluis {
namespace {

constexpr Text kNewPassword{"a password of {0} to {1} characters",
                            "een wachtwoord van {0} tot {1} tekens"};
constexpr Text kGivenPassword{"your password, at most {0} characters",
                              "uw wachtwoord, hoogstens {0} tekens"};
constexpr Text kOrigin{"a web origin like https://shop.example, without a path",
                       "een web-origin zoals https://winkel.voorbeeld.nl, zonder pad"};

bool is_host(std::string_view host) {
  const auto fits = [](char c) {
    return access::is_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
  };
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), fits) &&
         host.front() != '.' && host.front() != '-';
}

bool is_port(std::string_view port) {
  const auto number = TextForm<std::int64_t>::parse(port);
  return number && *number >= 1 && *number <= 65535 && port.front() != '0';
}

}  // namespace

std::optional<access::NewPassword> TextForm<access::NewPassword>::parse(std::string_view text) {
  const auto length = utf8_length(text);
  if (!length || *length < access::kPasswordMin || *length > access::kPasswordMax) {
    return std::nullopt;
  }
  return access::NewPassword{std::string(text)};
}
Message TextForm<access::NewPassword>::expected() {
  return {kNewPassword, std::to_string(access::kPasswordMin), std::to_string(access::kPasswordMax)};
}
std::string TextForm<access::NewPassword>::schema() {
  return R"("type":"string","format":"password","minLength":12,"maxLength":200)";
}

std::optional<access::GivenPassword> TextForm<access::GivenPassword>::parse(std::string_view text) {
  const auto length = utf8_length(text);
  if (!length || *length > access::kPasswordMax) return std::nullopt;
  return access::GivenPassword{std::string(text)};
}
Message TextForm<access::GivenPassword>::expected() {
  return {kGivenPassword, std::to_string(access::kPasswordMax)};
}
std::string TextForm<access::GivenPassword>::schema() {
  return R"("type":"string","format":"password","maxLength":200)";
}

std::optional<access::Origin> TextForm<access::Origin>::parse(std::string_view text) {
  const std::string plain = access::lowered(text);
  const std::string_view whole = plain;
  const bool secure = whole.starts_with("https://");
  if (!secure && !whole.starts_with("http://")) return std::nullopt;
  const std::string_view authority = whole.substr(secure ? 8 : 7);
  const auto colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  if (!is_host(host)) return std::nullopt;
  if (colon == std::string_view::npos) return access::Origin{plain};
  const std::string_view port = authority.substr(colon + 1);
  if (!is_port(port)) return std::nullopt;
  const bool usual = port == (secure ? "443" : "80");
  return access::Origin{usual ? plain.substr(0, plain.rfind(':')) : plain};
}
Message TextForm<access::Origin>::expected() {
  return kOrigin;
}
std::string TextForm<access::Origin>::schema() {
  return R"("type":"string","format":"uri")";
}

}  // namespace sluis
