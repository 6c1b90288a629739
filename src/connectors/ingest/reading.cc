#include "connectors/ingest/reading.h"

#include "platform/api/input.h"

namespace sluis::connectors::ingest {
namespace {

using events::Reason;

constexpr std::int64_t kMicrosPerMilli = 1000;
constexpr std::int64_t kMillisPerSecond = 1000;
// Read as milliseconds from here on: in seconds that is the year 5138.
constexpr std::int64_t kFirstMillis = 100'000'000'000;
constexpr std::int64_t kLastMillis = 253'402'300'800'000;  // the year 10000

Reason reason_of(Flaw flaw) {
  return flaw == Flaw::not_utf8 ? Reason::text_not_utf8 : Reason::unreadable;
}

}  // namespace

std::expected<Node, Unreadable> read_json(Reading& reading, std::string_view json) {
  auto tree = Tree::parse(json);
  if (!tree) return std::unexpected(tree.error());
  return reading.trees.emplace_back(*std::move(tree)).root();
}

std::expected<Node, Unreadable> few_enough(Node list) {
  if (!list.is(Kind::list)) return std::unexpected(Unreadable::no_request);
  if (list.size() > kEventsMax) return std::unexpected(Unreadable::too_large);
  return list;
}

void mark(events::Draft& draft, Reason reason, std::string_view pointer) {
  if (!draft.fault) draft.fault = events::Fault{reason, pointer};
}

bool can_be_read(events::Draft& draft, Node item) {
  draft.raw = item.raw();
  if (item.flaw() != Flaw::none) {
    mark(draft, reason_of(item.flaw()), "");
  } else if (!item.is(Kind::object)) {
    mark(draft, Reason::unreadable, "");
  } else if (item.raw().size() > kEventBytesMax) {
    mark(draft, Reason::event_too_large, "");
  }
  return !draft.fault;
}

void recognise(events::Draft& draft, identities::Kind kind, std::string_view value) {
  if (value.empty()) return;
  for (const auto& seen : draft.identities) {
    if (seen.kind == kind && seen.value == value) return;
  }
  draft.identities.push_back({kind, value});
}

std::optional<Instant> moment_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), number);
  if (error != std::errc() || end != text.end()) return parse_instant(text);
  const std::int64_t millis = number < kFirstMillis ? number * kMillisPerSecond : number;
  if (number <= 0 || millis >= kLastMillis) return std::nullopt;
  return Instant(millis * kMicrosPerMilli);
}

void read_moment(events::Draft& draft, std::optional<Instant>& moment, Node node,
                 std::string_view pointer) {
  if (!node.given()) return;
  moment = moment_of(node.scalar());
  if (!moment) mark(draft, Reason::time_unreadable, pointer);
}

std::string_view query_of(std::string_view address) {
  const auto mark = address.find('?');
  if (mark == std::string_view::npos) return {};
  const std::string_view query = address.substr(mark + 1);
  return query.substr(0, query.find('#'));
}

std::string_view parameter(Arena& arena, std::string_view query, std::string_view name) {
  if (query.starts_with('?')) query.remove_prefix(1);
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.size() <= name.size() || !pair.starts_with(name) || pair[name.size()] != '=') continue;
    const auto value = api::percent_decoded(pair.substr(name.size() + 1), true);
    return value ? arena.kept(*value) : std::string_view();
  }
  return {};
}

void Props::append(std::string& members, std::string_view written) {
  if (!members.empty()) members += ',';
  members += written;
}

void Props::append(std::string& members, std::string_view name, std::string_view json) {
  if (!members.empty()) members += ',';
  members += '"';
  members += name;
  members += "\":";
  members += json;
}

void Props::add_under(std::string_view prefix, Node member) {
  if (!public_.empty()) public_ += ',';
  public_ += '"';
  public_ += prefix;
  public_ += member.written().substr(1);  // behind the first quote of its name
}

std::string_view Props::finish(Arena& arena) {
  std::string_view props;
  if (!private_.empty()) {
    props =
        arena.joined("{\"", kPrivate, "\":{", private_, public_.empty() ? "}" : "},", public_, "}");
  } else if (!public_.empty()) {
    props = arena.joined("{", public_, "}");
  }
  public_.clear();
  private_.clear();
  return props;
}

}  // namespace sluis::connectors::ingest
