// Refusals are values. An operation returns Result<T>; what it can refuse is a closed enum of its
// own with a RefusalKind for each name. Exceptions are for the impossible and for lost connections.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "kernel/text.h"

namespace sluis {

// What sort of refusal it is: decides the HTTP status and the exit code of a command.
enum class Category : std::uint8_t {
  malformed,              // cannot be read at all
  invalid,                // read, but some fields are wrong
  unauthenticated,        // who are you?
  forbidden,              // known, but not allowed
  not_found,              //
  conflict,               // against the state of things
  precondition_failed,    // changed by someone else meanwhile
  precondition_required,  // say first which version you saw
  too_large,              //
  not_offered,            // a method that this place does not have
  unsupported,            // a media type that is not understood
  too_many,               // slow down
  unavailable,            // nothing wrong with the request; not now
  internal,               // a fault of ours; the log says which
};

enum class Retry : std::uint8_t { useless, may_help };

struct RefusalKind {
  std::string_view name;  // stable; part of the API
  Category category;
  Retry retry;
  Text text;
};

// What is wrong with one field.
struct FieldProblem {
  std::string pointer;    // JSON pointer (RFC 6901) into the body, or "?name" for a parameter
  std::string_view code;  // stable: "required", "unknown", "type", "range", "format", …
  Message message;
};

class Refusal {
 public:
  template <class... Arguments>
  explicit Refusal(const RefusalKind& kind, Arguments&&... arguments)
      : kind_(&kind), message_(kind.text, std::forward<Arguments>(arguments)...) {}
  // Out of line: every Result of the house would carry a copy of these.
  Refusal(const Refusal& other);
  Refusal(Refusal&& other) noexcept;
  Refusal& operator=(const Refusal& other);
  Refusal& operator=(Refusal&& other) noexcept;
  ~Refusal();

  const RefusalKind& kind() const { return *kind_; }
  const Message& message() const { return message_; }
  const std::vector<FieldProblem>& fields() const { return fields_; }
  // Seconds after which to try again, where that is known.
  std::optional<int> retry_after_s() const { return retry_after_s_; }

  Refusal&& with(std::vector<FieldProblem> fields) && {
    fields_ = std::move(fields);
    return std::move(*this);
  }
  Refusal&& after(int seconds) && {
    retry_after_s_ = seconds;
    return std::move(*this);
  }
  bool is(const RefusalKind& kind) const { return kind.name == kind_->name; }

 private:
  const RefusalKind* kind_;
  Message message_;
  std::vector<FieldProblem> fields_;
  std::optional<int> retry_after_s_;
};

template <class T>
using Result = std::expected<T, Refusal>;

// A refusal enum E has, in its own namespace, `const RefusalKind& kind_of(E)`: one switch without
// default, so that a new name does not compile before it has a kind.
template <class E>
concept RefusalEnum = requires(E e) {
  { kind_of(e) } -> std::same_as<const RefusalKind&>;
};

template <RefusalEnum E, class... Arguments>
std::unexpected<Refusal> refuse(E why, Arguments&&... arguments) {
  return std::unexpected(Refusal(kind_of(why), std::forward<Arguments>(arguments)...));
}

template <RefusalEnum E>
bool is(const Refusal& refusal, E why) {
  return refusal.is(kind_of(why));
}

// All refusals of an enum described with BOOST_DESCRIBE_ENUM, for the API description.
template <RefusalEnum E>
std::vector<const RefusalKind*> all_kinds() {
  std::vector<const RefusalKind*> kinds;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
      [&](auto enumerator) { kinds.push_back(&kind_of(enumerator.value)); });
  return kinds;
}

}  // namespace sluis

// The value of an expression of type Result<T>, or return its refusal to the caller.
#define TRY(...)                                                            \
  ({                                                                        \
    auto&& try_result = (__VA_ARGS__);                                      \
    if (!try_result) return std::unexpected(std::move(try_result).error()); \
    *std::move(try_result);                                                 \
  })

// The same for Result<void>.
#define TRY_VOID(...)                                                       \
  do {                                                                      \
    auto&& try_result = (__VA_ARGS__);                                      \
    if (!try_result) return std::unexpected(std::move(try_result).error()); \
  } while (false)
