// Any JSON text, parsed and looked at as it is. No parser's header comes in here; json_document.cc
// has it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace sluis {

enum class JsonRefusal { malformed, invalid };
BOOST_DESCRIBE_ENUM(JsonRefusal, malformed, invalid)
const RefusalKind& kind_of(JsonRefusal refusal);

// A read-only look at a parsed value; valid as long as its document.
class JsonView {
 public:
  enum class Kind { null, boolean, integer, number, text, list, object };

  explicit JsonView(const void* node) : node_(node) {}
  Kind kind() const;
  // Each of these asks for its own kind.
  bool boolean() const;
  std::int64_t integer() const;
  double number() const;  // also of an integer
  std::string_view text() const;
  std::size_t size() const;            // of a list or an object
  JsonView item(std::size_t i) const;  // of a list, or the value in an object
  std::string_view key(std::size_t i) const;
  std::optional<JsonView> find(std::string_view key) const;
  std::string serialized() const;

 private:
  const void* node_;
};

class JsonDocument {
 public:
  // At most 32 levels deep; valid UTF-8; nothing behind the value.
  static Result<JsonDocument> parse(std::string_view text);
  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();
  JsonView root() const;

 private:
  struct Parsed;
  explicit JsonDocument(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace sluis
