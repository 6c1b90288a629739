// What the settings are: flags win over the environment, that over a TOML file, that over the
// defaults. Every problem is told at once, with where it stands and what would be right.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "kernel/result.h"
#include "kernel/value_type.h"
#include "platform/config/settings.h"

namespace sluis::config {

enum class ConfigRefusal : std::uint8_t { invalid };
BOOST_DESCRIBE_ENUM(ConfigRefusal, invalid)
const RefusalKind& kind_of(ConfigRefusal refusal);

enum class Source : std::uint8_t { standard, file, environment, flag };
BOOST_DESCRIBE_ENUM(Source, standard, file, environment, flag)

// Where each setting comes from; what `sluis config` prints. Passwords are masked.
struct Origin {
  std::string name;
  std::string value;
  Source source = Source::standard;
  std::string place;  // "/srv/sluis.toml:3", "SLUIS_DATA"; a flag needs none

  static constexpr Text headings[] = {
      {"Setting", "Instelling"}, {"Value", "Waarde"}, {"Source", "Bron"}, {"Place", "Plaats"}};
};
BOOST_DESCRIBE_STRUCT(Origin, (), (name, value, source, place))

struct Config {
  Settings settings;
  std::vector<Origin> origins;  // one per setting that is not hidden
  // Variables that look like settings and are none. Not refused, as an unknown name in the file is:
  // the environment is not ours alone, and some systems add names of their own.
  std::vector<Message> warnings;

  Source source_of(std::string_view name) const;
};

// What was given to the program.
struct Inputs {
  std::vector<std::pair<std::string, std::string>> flags;  // "log-level" → "debug"; the last wins
  std::optional<std::string> file;                         // --config
  std::function<std::optional<std::string>(const std::string& name)> environment;
  std::vector<std::string> variables;    // those of the environment that begin with SLUIS_
  std::filesystem::path working_folder;  // relative paths of flags and environment start here
};

// A variable of this process's environment; asked before there are threads.
std::optional<std::string> environment(const std::string& name);
// Its variables that begin with SLUIS_.
std::vector<std::string> own_variables();

Result<Config> resolve(const Inputs& inputs);

// The type of a setting, of one element where it is a list.
ValueType type_of(const Setting& setting);

}  // namespace sluis::config
