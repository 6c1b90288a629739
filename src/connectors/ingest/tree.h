// The JSON of a foreign request, read in one pass into a flat list of values. Each value keeps the
// bytes it was written as, so that what nobody asks for is handed on unchanged and an amount is
// read from its decimals, never from a binary fraction. A value that cannot be read spoils only
// what it stands in: the items of a batch are judged one by one.
#pragma once

#include <cstdint>
#include <expected>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sluis::connectors::ingest {

enum class Kind : std::uint8_t {
  absent,
  null,
  boolean,
  number,
  text,
  list,
  object,
  broken,  // a scalar that is no JSON, or what lies too deep
};

// What keeps a value from being taken at its word.
enum class Flaw : std::uint8_t { none, unreadable, not_utf8 };

// One value of the list: a container stands before all that is in it.
struct Value {
  std::string_view key;         // without escapes; empty outside an object
  std::string_view raw;         // as written
  std::string_view text;        // of a text: without quotes and escapes
  const char* begin = nullptr;  // of the quoted key, or of `raw` outside an object
  std::uint32_t next = 1;       // how many values further the one behind it stands
  Kind kind = Kind::absent;
  Flaw flaw = Flaw::none;  // its own or of something in it
};

// A look at one value. Asking an absent value for more gives absent values, so that a path needs
// no questions on the way.
class Node {
 public:
  Node();  // absent
  explicit Node(const Value* value) : value_(value) {}

  Kind kind() const { return value_->kind; }
  bool is(Kind kind) const { return value_->kind == kind; }
  Flaw flaw() const { return value_->flaw; }
  bool given() const { return !is(Kind::absent) && !is(Kind::null); }
  std::string_view key() const { return value_->key; }
  std::string_view raw() const { return value_->raw; }
  // "key":value, or the value alone outside an object.
  std::string_view written() const;
  // Of a text; else empty.
  std::string_view text() const { return value_->text; }
  // Of a text as it is, of a number or boolean as written: how ids come in. Else empty.
  std::string_view scalar() const;
  bool is_true() const { return is(Kind::boolean) && raw() == "true"; }
  bool is_false() const { return is(Kind::boolean) && raw() == "false"; }

  // The first member of that name.
  Node operator[](std::string_view key) const;

  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = Node;
    using reference = Node;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;

    explicit Iterator(const Value* at) : at_(at) {}
    Node operator*() const { return Node(at_); }
    Iterator& operator++() {
      at_ += at_->next;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Value* at_;
  };
  // What a list or object holds; nothing of any other value.
  Iterator begin() const { return Iterator(value_ + 1); }
  Iterator end() const { return Iterator(value_ + value_->next); }
  std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }

 private:
  const Value* value_;
};

// Why a request cannot be read at all.
enum class Unreadable : std::uint8_t { no_request, too_large };

class Tree {
 public:
  // Deeper values are `broken`.
  static constexpr int kDepthMax = 32;
  // Small values take more room than they have bytes.
  static constexpr std::size_t kValuesMax = 500'000;

  // Keeps a copy of the bytes. Bytes that are no UTF-8 become U+FFFD, and what they stand in has
  // that flaw.
  static std::expected<Tree, Unreadable> parse(std::string_view json);
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

  Node root() const;

 private:
  struct Parsed;
  explicit Tree(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace sluis::connectors::ingest
