#include "events/rules.h"

#include <algorithm>

#include "events/props.h"

namespace sluis::events {
namespace {

using channels::Phase;

constexpr std::int64_t kUnitsMost = 1'000'000'000'000;

struct KindPhase {
  std::string_view kind;
  Phase phase;
};
// In the order of the kinds.
constexpr KindPhase kPhases[] = {
    {"ad_clicked", Phase::awareness},
    {"ad_shown", Phase::awareness},
    {"adjustment", Phase::after_sales},
    {"call_answered", Phase::evaluation},
    {"cart_viewed", Phase::purchase},
    {"checkout_started", Phase::purchase},
    {"checkout_step_completed", Phase::purchase},
    {"checkout_step_viewed", Phase::purchase},
    {"complaint", Phase::after_sales},
    {"leaflet_sent", Phase::awareness},
    {"mail_clicked", Phase::evaluation},
    {"mail_delivered", Phase::awareness},
    {"mail_opened", Phase::awareness},
    {"order_cancelled", Phase::after_sales},
    {"order_completed", Phase::purchase},
    {"order_delivered", Phase::delivery},
    {"order_line", Phase::purchase},
    {"order_refunded", Phase::after_sales},
    {"order_shipped", Phase::delivery},
    {"page_viewed", Phase::awareness},
    {"payment_info_entered", Phase::purchase},
    {"product_added", Phase::purchase},
    {"product_clicked", Phase::evaluation},
    {"product_list_viewed", Phase::evaluation},
    {"product_removed", Phase::purchase},
    {"product_returned", Phase::after_sales},
    {"product_reviewed", Phase::after_sales},
    {"product_scanned", Phase::evaluation},
    {"product_viewed", Phase::evaluation},
    {"products_searched", Phase::evaluation},
    {"quote_accepted", Phase::purchase},
    {"quote_sent", Phase::evaluation},
    {"store_visited", Phase::evaluation},
};
static_assert(std::ranges::is_sorted(kPhases, {}, &KindPhase::kind));

Fault fault(Reason reason, std::string_view pointer) {
  return {reason, pointer};
}

bool is_kind(std::string_view kind) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return kind.front() >= 'a' && kind.front() <= 'z' && std::ranges::all_of(kind, fits);
}

std::optional<Fault> fault_in_kind(std::string_view kind) {
  if (kind.empty()) return fault(Reason::kind_missing, "/kind");
  if (kind.size() > kKindBytesMost) return fault(Reason::text_too_long, "/kind");
  if (!is_kind(kind)) return fault(Reason::kind_malformed, "/kind");
  return std::nullopt;
}

std::optional<Fault> fault_in_text(std::string_view text, std::string_view pointer) {
  if (text.size() > kTextBytesMost) return fault(Reason::text_too_long, pointer);
  if (!utf8_length(text) || !is_printable(text, false)) {
    return fault(Reason::text_not_utf8, pointer);
  }
  return std::nullopt;
}

std::optional<Fault> fault_in_message_id(std::string_view id) {
  const auto length = utf8_length(id);
  if (!length) return fault(Reason::text_not_utf8, "/message_id");
  if (*length > kMessageIdMost) return fault(Reason::message_id_too_long, "/message_id");
  return std::nullopt;
}

std::optional<Fault> fault_in_texts(const Draft& draft) {
  const std::pair<std::string_view, std::string_view> texts[] = {{draft.channel, "/channel"},
                                                                 {draft.campaign, "/campaign"},
                                                                 {draft.product, "/product"},
                                                                 {draft.order, "/order"},
                                                                 {draft.part, "/part"}};
  for (const auto& [text, pointer] : texts) {
    if (text.empty()) continue;
    if (auto found = fault_in_text(text, pointer)) return found;
  }
  return std::nullopt;
}

std::optional<Fault> fault_in_amounts(const Draft& draft) {
  constexpr std::int64_t kMost = kUnitsMost * Micro::kPerUnit;
  const std::pair<const std::optional<Micro>*, std::string_view> amounts[] = {
      {&draft.quantity, "/quantity"}, {&draft.revenue, "/revenue"}, {&draft.cost, "/cost"}};
  for (const auto& [amount, pointer] : amounts) {
    if (*amount && ((*amount)->units() > kMost || (*amount)->units() < -kMost)) {
      return fault(Reason::amount_too_large, pointer);
    }
  }
  if (!draft.currency.empty() && !Currency::parse(draft.currency)) {
    return fault(Reason::currency_unknown, "/currency");
  }
  return std::nullopt;
}

std::optional<Fault> fault_in_props(std::string_view props) {
  if (props.size() > kPropsBytesMost) return fault(Reason::props_too_large, "/props");
  if (props.empty() || props == "{}") return std::nullopt;
  if (!scan_props(props)) return fault(Reason::props_unreadable, "/props");
  if (!utf8_length(props)) return fault(Reason::text_not_utf8, "/props");
  return std::nullopt;
}

template <class List, class Same>
bool allows(const List& list, Same same) {
  return list.empty() || std::ranges::any_of(list, same);
}

std::optional<Fault> breach_of_rule(const PropertyRule& rule,
                                    const std::vector<Property>& properties) {
  const auto found = std::ranges::find(properties, rule.name.text, &Property::name);
  if (found == properties.end()) return fault(Reason::property_missing, "/props");
  if (rule.type != PropertyType::any && rule.type != found->type) {
    return fault(Reason::property_of_other_type, "/props");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Fault> fault_in(const Draft& draft) {
  if (draft.fault) return draft.fault;
  if (auto found = fault_in_kind(draft.kind)) return found;
  if (auto found = fault_in_message_id(draft.message_id)) return found;
  if (auto found = fault_in_texts(draft)) return found;
  if (auto found = fault_in_amounts(draft)) return found;
  if (!draft.part.empty() && draft.order.empty()) {
    return fault(Reason::part_without_order, "/part");
  }
  if (draft.identities.size() > kIdentitiesMost) {
    return fault(Reason::identity_refused, "/identities");
  }
  return fault_in_props(draft.props);
}

Instant moment_of(const Draft& draft, Instant received) {
  if (!draft.ts) return received;
  if (!draft.sent) return *draft.ts;
  return received - (*draft.sent - *draft.ts);
}

std::optional<Fault> fault_in_time(Instant ts, Instant received) {
  if (ts > received + kAheadMost) return fault(Reason::time_ahead, "/ts");
  if (ts < received - kOldest) return fault(Reason::time_too_old, "/ts");
  return std::nullopt;
}

std::optional<Phase> usual_phase(std::string_view kind) {
  const auto found = std::ranges::lower_bound(kPhases, kind, {}, &KindPhase::kind);
  if (found == std::end(kPhases) || found->kind != kind) return std::nullopt;
  return found->phase;
}

std::optional<Fault> breach_of(const Contract& contract, const Draft& draft,
                               std::string_view channel) {
  if (!allows(contract.kinds, [&](const auto& kind) { return kind.text == draft.kind; })) {
    return fault(Reason::kind_not_allowed, "/kind");
  }
  if (!allows(contract.channels, [&](const Slug& code) { return code.text == channel; })) {
    return fault(Reason::channel_not_allowed, "/channel");
  }
  if (contract.properties.empty()) return std::nullopt;
  std::vector<Property> properties;
  if (!draft.props.empty()) {
    scan_props(draft.props, [&](const Property& one) { properties.push_back(one); });
  }
  for (const PropertyRule& rule : contract.properties) {
    if (!rule.kind.text.empty() && rule.kind.text != draft.kind) continue;
    if (auto found = breach_of_rule(rule, properties)) return found;
  }
  return std::nullopt;
}

Slug code_of(std::string_view name) {
  constexpr std::size_t kMost = 40;
  std::string code;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = lower >= 'a' && lower <= 'z';
    const bool digit = lower >= '0' && lower <= '9';
    if (letter || (digit && !code.empty())) {
      code += lower;
    } else if (!code.empty() && code.back() != '-') {
      code += '-';
    }
    if (code.size() == kMost) break;
  }
  while (code.ends_with('-'))
    code.pop_back();
  return {code.empty() ? "source" : code};
}

}  // namespace sluis::events
