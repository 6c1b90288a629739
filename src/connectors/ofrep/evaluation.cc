#include "connectors/ofrep/evaluation.h"

#include "kernel/assert.h"
#include "kernel/text_form.h"

namespace sluis::connectors::ofrep {
namespace {

using ingest::Kind;
using ingest::Node;

constexpr std::string_view kFlags = "/ofrep/v1/evaluate/flags/";
constexpr std::int64_t kViewsMost = 10'000;
constexpr std::size_t kKeyMost = 254;

bool take_key(Evaluation& to, Node given) {
  const std::string_view key = given.scalar();
  if (given.is(Kind::boolean) || key.empty() || key.size() > kKeyMost) return false;
  (decisions::is_handle(key) ? to.asking.handle : to.asking.user) = key;
  return true;
}

bool take_consent(Evaluation& to, Node given) {
  to.asking.consent = given.is_true();
  return given.is(Kind::boolean);
}

bool take_views(Evaluation& to, Node given) {
  const auto views = TextForm<std::int64_t>::parse(given.raw());
  if (!given.is(Kind::number) || !views || *views < 0 || *views > kViewsMost) return false;
  to.asking.page_views = *views;
  return true;
}

bool take_basket(Evaluation& to, Node given) {
  to.asking.basket = TextForm<double>::parse(given.raw()).value_or(0) > 0;
  return given.is(Kind::number);
}

bool take_language(Evaluation& to, Node given) {
  to.language = TextForm<Language>::parse(given.text());
  return to.language.has_value();
}

// What is read of a context; anything else that a program tells there is its own business.
struct Attribute {
  std::string_view name;
  bool (*take)(Evaluation& to, Node given);  // false: it is something else
  Text right;
};
constexpr Attribute kAttributes[] = {
    {"targetingKey", take_key, {"a text of 1 to 254 bytes", "een tekst van 1 tot 254 bytes"}},
    {"consent", take_consent, {"true or false", "true of false"}},
    {"page_views",
     take_views,
     {"a whole number from 0 to 10,000", "een geheel getal van 0 tot 10.000"}},
    {"basket_value", take_basket, {"a number", "een getal"}},
    {"language", take_language, {"\"en\" or \"nl\"", "\"en\" of \"nl\""}},
};

std::optional<Refusal> read_context(Evaluation& to, Node context) {
  static constexpr Text kContext{"an object", "een object"};
  const auto wrong = [](std::string_view name, const Text& right) {
    return Refusal(kind_of(FlagRefusal::invalid_context), name, Message(right));
  };
  if (!context.given()) return std::nullopt;
  if (!context.is(Kind::object)) return wrong("context", kContext);
  for (const Attribute& attribute : kAttributes) {
    const Node given = context[attribute.name];
    if (given.given() && !attribute.take(to, given))
      return wrong(fmt::format("context.{}", attribute.name), attribute.right);
  }
  return std::nullopt;
}

std::optional<Refusal> read_body(Evaluation& to, std::string_view body) {
  auto tree = ingest::Tree::parse(body);
  if (!tree) return Refusal(kind_of(FlagRefusal::parse_error));
  to.tree = *std::move(tree);
  const Node root = to.tree->root();
  if (!root.is(Kind::object) || root.flaw() != ingest::Flaw::none)
    return Refusal(kind_of(FlagRefusal::parse_error));
  return read_context(to, root["context"]);
}

}  // namespace

const RefusalKind& kind_of(FlagRefusal refusal) {
  static constexpr RefusalKind kParse{
      "parse_error",
      Category::malformed,
      Retry::useless,
      {"The body is no JSON object.", "De inhoud is geen JSON-object."}};
  static constexpr RefusalKind kContext{"invalid_context",
                                        Category::malformed,
                                        Retry::useless,
                                        {"{0} must be {1}.", "{0} moet {1} zijn."}};
  static constexpr RefusalKind kKey{
      "targeting_key_missing",
      Category::malformed,
      Retry::useless,
      {"With consent, context.targetingKey must say for whom it is: the handle of a visitor, or "
       "with "
       "a secret key the id of a user.",
       "Met toestemming moet context.targetingKey zeggen voor wie het is: het kenmerk van een "
       "bezoeker, of met een geheime sleutel de id van een gebruiker."}};
  static constexpr RefusalKind kFlag{
      "flag_not_found",
      Category::not_found,
      Retry::useless,
      {"There is no placement with the code {0}.", "Er is geen plaats met de code {0}."}};
  switch (refusal) {
    case FlagRefusal::parse_error:
      return kParse;
    case FlagRefusal::invalid_context:
      return kContext;
    case FlagRefusal::targeting_key_missing:
      return kKey;
    case FlagRefusal::flag_not_found:
      return kFlag;
  }
  assertion_failed("a FlagRefusal");
}

std::shared_ptr<Evaluation> read_evaluation(const api::Foreign& request) {
  auto evaluation = std::make_shared<Evaluation>();
  evaluation->sender = sender_of(request.head, {});
  evaluation->known_tags = request.head.header("If-None-Match");
  if (request.head.path.starts_with(kFlags))
    evaluation->flag = request.head.path.substr(kFlags.size());
  evaluation->fault = read_body(*evaluation, request.body);
  return evaluation;
}

}  // namespace sluis::connectors::ofrep
