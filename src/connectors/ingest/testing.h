// Short words for tests of the parsers.
#pragma once

#include "connectors/ingest/conventions.h"

namespace sluis::connectors::ingest {

// What a request told, with its drafts as text.
struct Told {
  explicit Told(Read read) : reading(std::move(read)) {}

  const events::Draft& operator[](std::size_t i) const { return reading->drafts.at(i); }
  std::size_t size() const { return reading->drafts.size(); }

  // "kind message_id user=u device=d …", only what is there.
  std::string text(std::size_t i) const {
    const events::Draft& draft = (*this)[i];
    std::string out(draft.kind);
    const auto add = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) out += fmt::format(" {}{}", name, value);
    };
    const auto add_amount = [&](std::string_view name, const std::optional<Micro>& amount) {
      if (amount) add(name, to_string(*amount));
    };
    add("", draft.message_id);
    for (const auto& seen : draft.identities)
      add(fmt::format("{}=", enum_name(seen.kind)), seen.value);
    add("campaign=", draft.campaign);
    add("product=", draft.product);
    add_amount("quantity=", draft.quantity);
    add_amount("revenue=", draft.revenue);
    add_amount("cost=", draft.cost);
    add("", draft.currency);
    if (!draft.order.empty()) add("order=", fmt::format("{}/{}", draft.order, draft.part));
    return out;
  }

  // "reason pointer" of each draft, or "-", between bars.
  std::string faults() const {
    std::string out;
    for (const auto& draft : reading->drafts) {
      if (!out.empty()) out += " | ";
      out += draft.fault
                 ? fmt::format("{} {}", enum_name(draft.fault->reason), draft.fault->pointer)
                 : "-";
    }
    return out;
  }

  Read reading;
};

inline Told segment(std::string_view body, std::string_view call = {}) {
  return Told(read_segment({.call = call, .body = body}));
}
inline Told posthog(std::string_view body) {
  return Told(read_posthog({.body = body}));
}
inline Told snowplow(std::string_view body) {
  return Told(read_snowplow({.body = body}));
}
inline Told matomo(const Request& request) {
  return Told(read_matomo(request));
}
inline Told umami(std::string_view body) {
  return Told(read_umami({.body = body}));
}
inline Told plausible(std::string_view body) {
  return Told(read_plausible({.body = body}));
}

}  // namespace sluis::connectors::ingest
