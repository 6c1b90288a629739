#include "platform/command/command.h"

#include <algorithm>

#include "kernel/assert.h"
#include "platform/command/files.h"

namespace sluis::command {

const RefusalKind& kind_of(CommandRefusal refusal) {
  switch (refusal) {
    case CommandRefusal::misuse: {
      static constexpr RefusalKind kind{
          "misuse", Category::malformed, Retry::useless, {"{0}", "{0}"}};
      return kind;
    }
    case CommandRefusal::cancelled: {
      static constexpr RefusalKind kind{
          "cancelled", Category::unavailable, Retry::may_help, {"Cancelled.", "Afgebroken."}};
      return kind;
    }
    case CommandRefusal::file_unreadable: {
      static constexpr RefusalKind kind{
          "file_unreadable",
          Category::invalid,
          Retry::useless,
          {"{0} cannot be read: {1}. Give a file that exists and that you may read.",
           "{0} kan niet gelezen worden: {1}. Geef een bestand dat bestaat en dat u mag lezen."}};
      return kind;
    }
    case CommandRefusal::file_too_large: {
      static constexpr RefusalKind kind{"file_too_large",
                                        Category::too_large,
                                        Retry::useless,
                                        {"{0} is larger than {1} bytes, the most that is read.",
                                         "{0} is groter dan {1} bytes, meer wordt niet gelezen."}};
      return kind;
    }
    case CommandRefusal::file_unwritable: {
      static constexpr RefusalKind kind{
          "file_unwritable",
          Category::invalid,
          Retry::may_help,
          {"{0} cannot be written: {1}. Give a place where you may write and that has room.",
           "{0} kan niet geschreven worden: {1}. Geef een plaats waar u mag schrijven en ruimte "
           "is."}};
      return kind;
    }
  }
  __builtin_unreachable();
}

Invocation::Invocation(const Command& command, Given given, const Reader& reader, Screen& screen,
                       const config::Config& config, Home* home, std::stop_token cancel)
    : command_(command),
      given_(std::move(given)),
      reader_(reader),
      screen_(screen),
      config_(config),
      home_(home),
      cancel_(std::move(cancel)) {}

bool Invocation::flag(std::string_view name) const {
  return std::ranges::find(given_.flags, name) != given_.flags.end();
}

const std::string* Invocation::find_text(std::string_view name) const {
  const auto declared = [&](const std::vector<Option>& options) {
    return std::ranges::find(options, name, &Option::name) != options.end();
  };
  SLUIS_ASSERT(declared(command_.options) || declared(command_.positionals));
  const auto at = std::ranges::find(
      given_.values, name, [](const auto& value) -> std::string_view { return value.first; });
  return at == given_.values.end() ? nullptr : &at->second;
}

const std::string& Invocation::text(std::string_view name) const {
  const std::string* value = find_text(name);
  SLUIS_ASSERT(value != nullptr);
  return *value;
}

std::vector<std::string> Invocation::texts(std::string_view name) const {
  std::vector<std::string> all;
  for (const auto& [given, value] : given_.values) {
    if (given == name) all.push_back(value);
  }
  return all;
}

Home& Invocation::home() const {
  SLUIS_ASSERT(home_ != nullptr);
  return *home_;
}

Result<std::string> Invocation::read_file(std::string_view name, std::size_t bytes_max) const {
  const std::string& path = text(name);
  if (path == "-") return given_.input;
  return read_whole_file(path, bytes_max);
}

Result<void> Invocation::write_file(std::string_view name, std::string_view bytes) {
  const std::string& path = text(name);
  if (path != "-") return write_whole_file(path, bytes);
  print(bytes);
  return {};
}

void Invocation::say(const Message& message) {
  screen_.out(message.in(reader_.language) + "\n");
}

void Invocation::note(const Message& message) {
  screen_.err(message.in(reader_.language) + "\n");
}

}  // namespace sluis::command
