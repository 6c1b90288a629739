// Where the reader of a JSON document is, and all that it found wrong there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace sluis {

class JsonProblems {
 public:
  static constexpr std::size_t kMost = 50;  // more are not told

  void enter(std::string_view key);
  void enter(std::size_t index);
  void leave() { pointer_.resize(pointer_.rfind('/')); }
  void must_be(const Message& expected);  // wrong type or value at this place
  void missing();
  void unknown(const std::vector<std::string_view>& known);
  bool none() const { return problems_.empty(); }
  std::vector<FieldProblem> take() { return std::move(problems_); }

 private:
  void add(std::string_view code, Message message);

  std::string pointer_;
  std::vector<FieldProblem> problems_;
};

}  // namespace sluis
