// A command of the command line, as data. A capability lists its own in commands.cc; parsing, help,
// shell completion and running inside a serving process all follow from that list.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/ids.h"
#include "kernel/result.h"
#include "kernel/value_type.h"

namespace sluis::store {
class Store;
struct Location;
struct Registry;
}  // namespace sluis::store

namespace sluis::analytics {
class Store;
}

namespace sluis::config {
struct Config;
}

namespace sluis::command {

class Invocation;

using sluis::of;  // .type = of<Email>: what a value must be

// Paths are made absolute on the caller's side; "-" is standard input or output.
enum class Kind : std::uint8_t { text, flag, file_in, file_out };

// "--name VALUE", or a positional argument.
struct Option {
  std::string_view name;
  std::string_view value = "";  // what stands for the value in help: "ADDRESS"; a flag has none
  Text help;
  Kind kind = Kind::text;
  ValueType type = of<std::string>;
  bool required = false;
  bool many = false;               // only of the last positional: takes all words that are left
  std::string_view fallback = "";  // the value when it is not given
};

// `server`: runs only inside a serving process.
enum class Needs : std::uint8_t { nothing, store, server };
// Standard input, read on the caller's side: a password is one line, asked for without echo.
enum class Input : std::uint8_t { none, password, text };
// Rows come through print_rows (rows.h), and the command takes --format table|json|csv.
enum class Output : std::uint8_t { text, rows };

struct Command {
  std::string_view name;  // "channels list"
  Text summary;
  std::vector<Option> options = {};
  std::vector<Option> positionals = {};
  Needs needs = Needs::store;
  Input input = Input::none;
  Output output = Output::text;
  bool every_setting = false;  // takes all settings as flags, not only --data and --store
  bool hidden = false;
  std::function<Result<void>(Invocation&)> run;
};

enum class CommandRefusal : std::uint8_t {
  misuse,
  cancelled,
  file_unreadable,
  file_too_large,
  file_unwritable,
};
BOOST_DESCRIBE_ENUM(CommandRefusal, misuse, cancelled, file_unreadable, file_too_large,
                    file_unwritable)
const RefusalKind& kind_of(CommandRefusal refusal);

enum class Format : std::uint8_t { table, json, csv };
BOOST_DESCRIBE_ENUM(Format, table, json, csv)

// Who reads what a command prints.
struct Reader {
  Language language = Language::en;
  bool terminal = false;
  bool colour = false;
  int width = 0;  // columns of the terminal; 0 has no end
};

// Where the words of a command go; may be the other end of a control socket.
class Screen {
 public:
  virtual ~Screen() = default;
  virtual void out(std::string_view bytes) = 0;
  virtual void err(std::string_view bytes) = 0;
  virtual void progress(std::int64_t done, std::int64_t total) = 0;
};

// What commands with Needs::store work on: a company's data, opened.
struct Home {
  store::Store& store;
  IdSource& ids;
  const Clock& clock;
  const store::Location& location;
  const store::Registry& registry;
  analytics::Store& analytics;
};

// What was given on the command line, checked against the command's table.
struct Given {
  std::vector<std::pair<std::string, std::string>> values;  // name → text, fallbacks included
  std::vector<std::string> flags;
  Format format = Format::table;
  std::string input;
};

// One run of a command: what was asked, on what, and for whom.
class Invocation {
 public:
  // `home` may be null for a command that needs nothing.
  Invocation(const Command& command, Given given, const Reader& reader, Screen& screen,
             const config::Config& config, Home* home, std::stop_token cancel);

  // Asking for what the table does not declare, or as another type than it says, is a fault.
  bool flag(std::string_view name) const;
  const std::string& text(std::string_view name) const;  // required, or with a fallback
  template <HasTextForm T>
  T as(std::string_view name) const {
    return *TextForm<T>::parse(text(name));
  }
  template <HasTextForm T>
  std::optional<T> find(std::string_view name) const {
    const std::string* value = find_text(name);
    return value ? TextForm<T>::parse(*value) : std::nullopt;
  }
  std::vector<std::string> texts(std::string_view name) const;  // of an option with `many`
  Result<std::string> read_file(std::string_view name, std::size_t bytes_max) const;
  // Replaces the file in one step, readable only for its owner; "-" prints it.
  Result<void> write_file(std::string_view name, std::string_view bytes);
  const std::string& input() const { return given_.input; }  // as Command::input says

  Home& home() const;
  store::Store& store() const { return home().store; }
  analytics::Store& analytics() const { return home().analytics; }
  IdSource& ids() const { return home().ids; }
  const Clock& clock() const { return home().clock; }
  const config::Config& config() const { return config_; }  // of the process that runs it

  // Ctrl-C, or the caller went away. Long commands look, and end with CommandRefusal::cancelled.
  bool cancelled() const { return cancel_.stop_requested(); }
  std::stop_token cancel() const { return cancel_; }

  Format format() const { return given_.format; }
  const Reader& reader() const { return reader_; }
  void print(std::string_view bytes) { screen_.out(bytes); }  // as it is: for programs
  void say(const Message& message);                           // a line for people
  void note(const Message& message);                          // a line on standard error
  void progress(std::int64_t done, std::int64_t total) { screen_.progress(done, total); }

 private:
  const std::string* find_text(std::string_view name) const;

  const Command& command_;
  Given given_;
  Reader reader_;
  Screen& screen_;
  const config::Config& config_;
  Home* home_;
  std::stop_token cancel_;
};

}  // namespace sluis::command
