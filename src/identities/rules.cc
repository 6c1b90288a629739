#include <sodium.h>

#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "identities/identities.h"
#include "identities/phone.h"
#include "kernel/assert.h"
#include "kernel/fields.h"

namespace sluis::identities {
namespace {

using Normal = std::expected<std::string_view, IdentityRefusal>;

constexpr std::size_t kPhoneBytesMax = 40;

bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// In lower case, composed: "É" and "e" with its accent are one.
std::string folded(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto given = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const auto* composing = icu::Normalizer2::getNFCInstance(error);
  icu::UnicodeString composed = composing->normalize(given, error);
  SLUIS_ASSERT(U_SUCCESS(error));
  std::string out;
  composed.toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

// "bücher.example" as "xn--bcher-kva.example" (UTS #46, as browsers do).
std::optional<std::string> ascii_domain(std::string_view domain) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(
      icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII, error));
  SLUIS_ASSERT(U_SUCCESS(error));
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8(icu::StringPiece(domain.data(), static_cast<int32_t>(domain.size())), sink,
                         info, error);
  if (U_FAILURE(error) || info.hasErrors()) return std::nullopt;
  return out;
}

Normal international_email(std::string_view address, std::string& room) {
  const std::size_t at = address.rfind('@');
  const auto domain = ascii_domain(address.substr(at + 1));
  if (!domain) return std::unexpected(IdentityRefusal::email_unreadable);
  room = folded(address.substr(0, at)) + "@" + *domain;
  if (room.size() > kValueBytesMax) return std::unexpected(IdentityRefusal::identity_too_long);
  return room;
}

Normal email(std::string_view value, std::string& room) {
  auto address = TextForm<Email>::parse(value);
  if (!address) return std::unexpected(IdentityRefusal::email_unreadable);
  if (!is_ascii(address->text)) return international_email(address->text, room);
  room = std::move(address->text);
  return room;
}

Normal phone(std::string_view value, std::string_view region, std::string& room) {
  if (value.size() > kPhoneBytesMax) return std::unexpected(IdentityRefusal::phone_unreadable);
  auto number = e164(value, region);
  if (!number) return std::unexpected(IdentityRefusal::phone_unreadable);
  room = *std::move(number);
  return room;
}

}  // namespace

Normal normal_form(const Seen& seen, std::string_view region, std::string& room) {
  const std::string_view value = trimmed(seen.value);
  if (value.empty()) return std::unexpected(IdentityRefusal::identity_empty);
  if (value.size() > kValueBytesMax) return std::unexpected(IdentityRefusal::identity_too_long);
  if (!is_printable(value, false) || !utf8_length(value)) {
    return std::unexpected(IdentityRefusal::identity_not_text);
  }
  switch (seen.kind) {
    case Kind::email:
      return email(value, room);
    case Kind::phone:
      return phone(value, region, room);
    case Kind::device:
    case Kind::user:
    case Kind::card:
    case Kind::marketplace:
    case Kind::session_code:
      return value;
  }
  assertion_failed("a kind of identity");
}

IdentityId id_of(const Pepper& pepper, Kind kind, std::string_view normal_value) {
  static_assert(std::tuple_size_v<decltype(Pepper::key)> == crypto_shorthash_KEYBYTES);
  std::array<unsigned char, 1 + kValueBytesMax> message{};
  SLUIS_ASSERT(normal_value.size() < message.size());
  message[0] = static_cast<unsigned char>(kind);
  std::ranges::copy(normal_value, message.begin() + 1);
  std::array<unsigned char, crypto_shorthash_BYTES> hash{};
  crypto_shorthash(hash.data(), message.data(), 1 + normal_value.size(), pepper.key.data());
  const auto number = std::bit_cast<std::uint64_t>(hash) >> 1;
  return IdentityId(static_cast<std::int64_t>(number == 0 ? 1 : number));
}

const RefusalKind& kind_of(IdentityRefusal refusal) {
  using enum Category;
  static constexpr RefusalKind kEmpty{"identity_empty",
                                      invalid,
                                      Retry::useless,
                                      {"An identity needs a value.",
                                       "Een identiteit heeft een "
                                       "waarde nodig."}};
  static constexpr RefusalKind kTooLong{
      "identity_too_long",
      invalid,
      Retry::useless,
      {"The value of an identity is at most 254 bytes long.",
       "De waarde van een identiteit is ten hoogste 254 bytes lang."}};
  static constexpr RefusalKind kNotText{
      "identity_not_text",
      invalid,
      Retry::useless,
      {"The value of an identity is one line of text in UTF-8.",
       "De waarde van een identiteit is één regel tekst in UTF-8."}};
  static constexpr RefusalKind kEmail{
      "email_unreadable",
      invalid,
      Retry::useless,
      {"This is no e-mail address; one looks like name@example.com.",
       "Dit is geen e-mailadres; dat ziet eruit als naam@voorbeeld.nl."}};
  static constexpr RefusalKind kPhone{
      "phone_unreadable",
      invalid,
      Retry::useless,
      {"This is no telephone number; one looks like +31 20 123 4567.",
       "Dit is geen telefoonnummer; dat ziet eruit als +31 20 123 4567."}};
  switch (refusal) {
    case IdentityRefusal::identity_empty:
      return kEmpty;
    case IdentityRefusal::identity_too_long:
      return kTooLong;
    case IdentityRefusal::identity_not_text:
      return kNotText;
    case IdentityRefusal::email_unreadable:
      return kEmail;
    case IdentityRefusal::phone_unreadable:
      return kPhone;
  }
  assertion_failed("a known refusal");
}

}  // namespace sluis::identities
