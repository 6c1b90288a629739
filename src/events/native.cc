#include "events/native.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <simdjson.h>
#include <string>
#include <vector>

#include "kernel/assert.h"
#include "kernel/json.h"

namespace sluis::events {
namespace {

namespace parsing = simdjson::ondemand;

// Where one event is read, field by field. The first fault is kept; a broken text of JSON throws.
class EventReader {
 public:
  EventReader(Draft& draft, std::deque<std::string>& texts) : draft_(draft), texts_(texts) {}

  void read(parsing::object object) {
    for (auto field : object) {
      const std::string_view key = field.unescaped_key();
      parsing::value value = field.value();
      if (!value.is_null() && !take(key, value)) {
        const std::string& pointer = texts_.emplace_back("/" + std::string(key.substr(0, 64)));
        fault(Reason::unreadable, pointer);
      }
    }
  }

 private:
  void fault(Reason reason, std::string_view pointer) {
    if (!draft_.fault) draft_.fault = Fault{reason, pointer};
  }

  // False for a field that no event has, or that is of another type.
  bool take(std::string_view key, parsing::value& value) {
    if (key == "message_id") return text(value, draft_.message_id);
    if (key == "kind") return text(value, draft_.kind);
    if (key == "channel") return text(value, draft_.channel);
    if (key == "campaign") return text(value, draft_.campaign);
    if (key == "product") return text(value, draft_.product);
    if (key == "currency") return text(value, draft_.currency);
    if (key == "order") return text(value, draft_.order);
    if (key == "part") return text(value, draft_.part);
    if (key == "ts") return moment(value, draft_.ts, "/ts");
    if (key == "sent") return moment(value, draft_.sent, "/sent");
    if (key == "quantity") return amount(value, draft_.quantity, "/quantity");
    if (key == "revenue") return amount(value, draft_.revenue, "/revenue");
    if (key == "cost") return amount(value, draft_.cost, "/cost");
    if (key == "duration_s") return whole(value);
    if (key == "phase") return phase(value);
    if (key == "identities") return identities(value);
    if (key == "props") return props(value);
    return false;
  }

  bool text(parsing::value& value, std::string_view& to) {
    return value.get_string().get(to) == simdjson::SUCCESS;
  }

  bool moment(parsing::value& value, std::optional<Instant>& to, std::string_view pointer) {
    std::string_view written;
    if (!text(value, written)) return false;
    to = parse_instant(written);
    if (!to) fault(Reason::time_unreadable, pointer);
    return true;
  }

  // "12.50", or 12.50 as it is written: a double never comes between.
  bool amount(parsing::value& value, std::optional<Micro>& to, std::string_view pointer) {
    std::string_view written;
    const parsing::json_type type = value.type();
    if (type == parsing::json_type::number) {
      written = trimmed(value.raw_json_token());
    } else if (!text(value, written)) {
      return false;
    }
    to = parse_micro(written);
    if (!to) fault(Reason::amount_unreadable, pointer);
    return true;
  }

  bool whole(parsing::value& value) {
    std::int64_t number = 0;
    if (value.get_int64().get(number) != simdjson::SUCCESS) return false;
    draft_.duration_s = number;
    return true;
  }

  bool phase(parsing::value& value) {
    std::string_view name;
    if (!text(value, name)) return false;
    draft_.phase = parse_enum<channels::Phase>(name);
    return draft_.phase.has_value();
  }

  bool identities(parsing::value& value) {
    parsing::array list;
    if (value.get_array().get(list) != simdjson::SUCCESS) return false;
    for (auto item : list) {
      parsing::object one;
      if (item.get_object().get(one) != simdjson::SUCCESS || !identity(one)) return false;
    }
    return true;
  }

  bool identity(parsing::object& object) {
    std::string_view kind;
    identities::Seen seen;
    for (auto field : object) {
      const std::string_view key = field.unescaped_key();
      parsing::value value = field.value();
      if (!text(value, key == "kind" ? kind : seen.value)) return false;
      if (key != "kind" && key != "value") return false;
    }
    const auto known = parse_enum<identities::Kind>(kind);
    if (!known) return false;
    seen.kind = *known;
    draft_.identities.push_back(seen);
    return true;
  }

  bool props(parsing::value& value) {
    parsing::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return false;
    draft_.props = object.raw_json();
    return true;
  }

  Draft& draft_;
  std::deque<std::string>& texts_;
};

class Parsed final : public NativeEvents {
 public:
  explicit Parsed(std::string_view json) : text_(json) {}

  Result<void> parse() {
    try {
      parsing::document document = parser_.iterate(text_);
      if (document.type() == parsing::json_type::object) {
        read_one(document.get_object());
      } else {
        for (auto item : document.get_array()) {
          if (drafts_.size() == kEventsMost) return refuse(NativeRefusal::too_many_events);
          read_item(item.value());
        }
      }
      const char* behind = nullptr;
      if (document.current_location().get(behind) == simdjson::SUCCESS) {
        return refuse(NativeRefusal::events_unreadable);
      }
      return {};
    } catch (const simdjson::simdjson_error&) {
      return refuse(NativeRefusal::events_unreadable);
    }
  }

  std::span<const Draft> drafts() const override { return drafts_; }

 private:
  void read_item(parsing::value value) {
    if (value.type() == parsing::json_type::object) return read_one(value.get_object());
    Draft& draft = drafts_.emplace_back();
    draft.raw = value.raw_json_token();
    draft.fault = Fault{};
  }

  void read_one(parsing::object object) {
    Draft& draft = drafts_.emplace_back();
    draft.raw = object.raw_json();
    object.reset();
    if (draft.raw.size() > kEventBytesMost) draft.fault = Fault{Reason::event_too_large, ""};
    EventReader(draft, texts_).read(object);
  }

  const simdjson::padded_string text_;
  parsing::parser parser_;
  std::vector<Draft> drafts_;
  std::deque<std::string> texts_;
};

// How an event is written; a field that says nothing is left out.
class EventWriter {
 public:
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    write_json_string(out_, readable(value, kRawBytesMost));
  }
  template <class T>
  void scalar(std::string_view name, const std::optional<T>& value) {
    if (!value) return;
    key(name);
    write_json(out_, *value);
  }
  void identities(std::span<const identities::Seen> identities) {
    if (identities.empty()) return;
    key("identities");
    char separator = '[';
    for (const identities::Seen& seen : identities) {
      out_ += std::exchange(separator, ',');
      out_ += R"({"kind":")" + std::string(enum_name(seen.kind)) + R"(","value":)";
      write_json_string(out_, readable(seen.value, kRawBytesMost));
      out_ += '}';
    }
    out_ += ']';
  }
  void json(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    const auto document = JsonDocument::parse(value);
    if (!document) return text(name, value);
    key(name);
    out_ += value;
  }
  std::string take() { return std::move(out_ += out_.empty() ? "{}" : "}"); }

 private:
  void key(std::string_view name) {
    out_ += out_.empty() ? '{' : ',';
    write_json_string(out_, name);
    out_ += ':';
  }

  std::string out_;
};

}  // namespace

const RefusalKind& kind_of(NativeRefusal refusal) {
  static constexpr RefusalKind kUnreadable{
      "events_unreadable",
      Category::malformed,
      Retry::useless,
      {"This is no JSON list of events.", "Dit is geen JSON-lijst van gebeurtenissen."}};
  static constexpr RefusalKind kTooMany{
      "too_many_events",
      Category::too_large,
      Retry::useless,
      {"At most 10,000 events go into one request.",
       "In één verzoek passen ten hoogste 10.000 gebeurtenissen."}};
  switch (refusal) {
    case NativeRefusal::events_unreadable:
      return kUnreadable;
    case NativeRefusal::too_many_events:
      return kTooMany;
  }
  assertion_failed("a NativeRefusal");
}

Result<std::shared_ptr<const NativeEvents>> NativeEvents::read(std::string_view json) {
  auto parsed = std::make_shared<Parsed>(json);
  TRY_VOID(parsed->parse());
  return parsed;
}

std::string native_json(const Draft& draft) {
  EventWriter out;
  out.text("message_id", draft.message_id);
  out.scalar("ts", draft.ts);
  out.scalar("sent", draft.sent);
  out.identities(draft.identities);
  out.text("channel", draft.channel);
  out.text("kind", draft.kind);
  out.scalar("phase", draft.phase);
  out.text("campaign", draft.campaign);
  out.text("product", draft.product);
  out.scalar("quantity", draft.quantity);
  out.scalar("revenue", draft.revenue);
  out.scalar("cost", draft.cost);
  out.text("currency", draft.currency);
  out.scalar("duration_s", draft.duration_s);
  out.text("order", draft.order);
  out.text("part", draft.part);
  out.json("props", draft.props);
  return out.take();
}

std::string readable(std::string_view text, std::size_t bytes_most) {
  std::string out;
  while (!text.empty() && out.size() < bytes_most) {
    std::size_t size = 1;
    while (size <= 4 && size <= text.size() && !utf8_length(text.substr(0, size)))
      ++size;
    const bool valid = size <= 4 && size <= text.size();
    const bool printable = valid && is_printable(text.substr(0, size), true);
    out += printable ? text.substr(0, size) : std::string_view("\xEF\xBF\xBD");
    text.remove_prefix(valid ? size : 1);
  }
  return out;
}

}  // namespace sluis::events
