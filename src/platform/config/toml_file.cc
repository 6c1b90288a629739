#include "platform/config/toml_file.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace sluis::config {
namespace {

constexpr Text kUnreadable{"this file cannot be read; give one that exists and is readable",
                           "dit bestand kan niet gelezen worden; geef een bestaand, leesbaar"};
constexpr Text kNotToml{"this is not TOML: {0}", "dit is geen TOML: {0}"};
constexpr Text kNotFlat{"{0} must be text, a number, true or false, or a list of these",
                        "{0} moet tekst, een getal, true of false zijn, of een lijst daarvan"};

std::optional<std::string> text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  const auto* list = node.as_array();
  if (!list) return std::nullopt;
  std::string joined;
  for (const toml::node& item : *list) {
    const auto text = item.is_array() ? std::nullopt : text_of(item);
    if (!text) return std::nullopt;
    joined += (joined.empty() ? "" : ",") + *text;
  }
  return joined;
}

std::string place(const std::filesystem::path& file, std::size_t line) {
  return fmt::format("{}:{}", file.string(), line);
}

}  // namespace

TomlFile read_toml(const std::filesystem::path& file) {
  TomlFile read;
  std::ifstream in(file);
  std::ostringstream bytes;
  // To pass on nothing at all counts as a failure.
  const bool empty = in.is_open() && in.peek() == std::ifstream::traits_type::eof() && !in.bad();
  if (!empty && !(bytes << in.rdbuf())) {
    read.problems.push_back({file.string(), "unreadable", kUnreadable});
    return read;
  }
  try {
    for (const auto& [key, node] : toml::parse(bytes.view())) {
      const std::size_t line = key.source().begin.line;
      const std::string name(key.str());
      if (auto text = text_of(node)) {
        read.entries.push_back({name, *std::move(text), line});
      } else {
        read.problems.push_back({place(file, line), "type", {kNotFlat, name}});
      }
    }
  } catch (const toml::parse_error& error) {
    const std::string why(error.description());
    read.problems.push_back({place(file, error.source().begin.line), "format", {kNotToml, why}});
  }
  return read;
}

}  // namespace sluis::config
