// What a provider of OpenFeature hears: the code of the offer as value and variant of its flag, an
// empty value for nothing, and beside it what it takes to show the offer and to answer it.
#pragma once

#include <span>

#include "decisions/decisions.h"
#include "kernel/result.h"
#include "platform/http/message.h"

namespace sluis::connectors::ofrep {

struct Flag {
  std::string key;
  decisions::DecisionView view;
};

http::Reply flag_reply(const Flag& flag, Language language);
// Of all flags at once. Whoever says by a tag to know them already hears only that they are the
// same, until the first of what was offered lapses.
http::Reply flags_reply(std::span<const Flag> flags, std::string_view known_tags, Instant now,
                        Language language);
// `key` is that of the flag; empty: of all of them.
http::Reply refused_reply(std::string_view key, const Refusal& refusal, Language language);
http::Reply configuration_reply();

}  // namespace sluis::connectors::ofrep
