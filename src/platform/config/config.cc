#include "platform/config/config.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unistd.h>

#include <fmt/format.h>

#include "kernel/assert.h"
#include "kernel/nearest.h"
#include "platform/config/toml_file.h"

namespace sluis::config {
namespace {

constexpr Text kInvalid{"These settings are not right:", "Deze instellingen kloppen niet:"};
constexpr Text kMustBe{"must be {0}, not \"{1}\"", "moet {0} zijn, niet \"{1}\""};
constexpr Text kUnknown{"there is no setting {0}; `sluis config` lists them",
                        "er is geen instelling {0}; `sluis config` noemt ze"};
constexpr Text kDidYouMean{"there is no setting {0}; did you mean {1}?",
                           "er is geen instelling {0}; bedoelde u {1}?"};
constexpr Text kInEnvironment{"In the environment: {0}", "In de omgeving: {0}"};
constexpr Text kBeyondLoopback{
    "{0} can be reached from other machines: also give --tls-certificate and --tls-key, or name "
    "the proxy in front of it with --trusted-proxies",
    "{0} is bereikbaar vanaf andere machines: geef ook --tls-certificate en --tls-key, of noem de "
    "proxy ervoor met --trusted-proxies"};
constexpr Text kHalfTls{"TLS needs both --tls-certificate and --tls-key",
                        "TLS heeft zowel --tls-certificate als --tls-key nodig"};
constexpr Text kMailTogether{"mail needs both --mail-url and --mail-from",
                             "mail heeft zowel --mail-url als --mail-from nodig"};
constexpr Text kLoginTogether{"logging in needs both --mail-user and --mail-password",
                              "inloggen heeft zowel --mail-user als --mail-password nodig"};
constexpr Text kPasswordInClear{
    "a password is not sent over smtp:// to another machine: use smtps:// or starttls:// in "
    "--mail-url",
    "een wachtwoord gaat niet over smtp:// naar een andere machine: gebruik smtps:// of "
    "starttls:// in --mail-url"};
constexpr std::string_view kFileName = "sluis.toml";

// What one setting was given, and where.
struct Found {
  std::string text;
  Source source = Source::standard;
  std::string place;
  std::filesystem::path folder;  // a relative path starts here
};
using AllFound = std::map<std::string, Found, std::less<>>;

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view item = trimmed(list.substr(0, comma));
    if (!item.empty()) items.push_back(item);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return items;
}

template <class T>
struct Element {
  using type = T;
};
template <class T>
struct Element<std::optional<T>> {
  using type = T;
};
template <class T>
struct Element<std::vector<T>> {
  using type = T;
};

const Setting* find_setting(std::string_view name) {
  const auto all = all_settings();
  const auto at = std::ranges::find(all, name, &Setting::name);
  return at == all.end() ? nullptr : &*at;
}

constexpr std::string_view kFileVariable = "SLUIS_CONFIG";

// All settings under the names that one source has for them.
std::vector<std::string> names_in(std::string (Setting::*name)() const) {
  std::vector<std::string> names;
  for (const Setting& setting : all_settings())
    names.push_back((setting.*name)());
  return names;
}

Message unknown_setting(std::string_view name, const std::vector<std::string>& names) {
  const std::string_view meant = nearest(name, {names.begin(), names.end()});
  if (meant.empty()) return {kUnknown, name};
  return {kDidYouMean, name, meant};
}

class Resolution {
 public:
  explicit Resolution(const Inputs& inputs) : inputs_(inputs) {}

  Result<Config> run() {
    take_defaults();
    take_file();
    take_environment();
    take_flags();
    Config config = convert();
    check_together(config.settings);
    config.warnings = warnings();
    if (problems_.empty()) return config;
    return std::unexpected(Refusal(kind_of(ConfigRefusal::invalid)).with(std::move(problems_)));
  }

 private:
  void take_defaults() {
    for (const Setting& setting : all_settings()) {
      found_[setting.name()] = {std::string(setting.fallback), Source::standard, "",
                                inputs_.working_folder};
    }
  }

  // --config, SLUIS_CONFIG, or sluis.toml in the data folder where there is one.
  std::optional<std::filesystem::path> file() const {
    if (inputs_.file) return inputs_.working_folder / *inputs_.file;
    if (const auto named = inputs_.environment(std::string(kFileVariable))) {
      return inputs_.working_folder / *named;
    }
    std::string data(find_setting("data")->fallback);
    if (const auto given = inputs_.environment("SLUIS_DATA")) data = *given;
    for (const auto& [name, value] : inputs_.flags) {
      if (name == "data") data = value;
    }
    std::error_code error;
    auto standard = inputs_.working_folder / data / kFileName;
    if (!std::filesystem::exists(standard, error)) return std::nullopt;
    return standard;
  }

  void take_file() {
    const auto path = file();
    if (!path) return;
    TomlFile toml = read_toml(path->lexically_normal());
    std::ranges::move(toml.problems, std::back_inserter(problems_));
    for (const TomlEntry& entry : toml.entries) {
      std::string place = fmt::format("{}:{}", path->lexically_normal().string(), entry.line);
      if (find_setting(entry.key)) {
        found_[entry.key] = {entry.value, Source::file, std::move(place), path->parent_path()};
      } else {
        problems_.push_back(
            {std::move(place), "unknown", unknown_setting(entry.key, names_in(&Setting::name))});
      }
    }
  }

  void take_environment() {
    for (const Setting& setting : all_settings()) {
      const std::string variable = setting.environment();
      if (const auto value = inputs_.environment(variable)) {
        found_[setting.name()] = {*value, Source::environment, variable, inputs_.working_folder};
      }
    }
  }

  void take_flags() {
    for (const auto& [name, value] : inputs_.flags) {
      SLUIS_ASSERT(find_setting(name));
      found_[name] = {value, Source::flag, "--" + name, inputs_.working_folder};
    }
  }

  std::vector<Message> warnings() const {
    std::vector<std::string> names = names_in(&Setting::environment);
    names.emplace_back(kFileVariable);
    std::vector<Message> warnings;
    for (const std::string& variable : inputs_.variables) {
      const bool of_tests = variable.starts_with("SLUIS_TEST_");
      if (of_tests || std::ranges::find(names, variable) != names.end()) continue;
      warnings.push_back({kInEnvironment, unknown_setting(variable, names)});
    }
    return warnings;
  }

  Config convert() {
    Config config;
    auto setting = all_settings().begin();
    for_each_field(config.settings, [&](std::string_view field, auto& target) {
      SLUIS_ASSERT(setting->field == field);
      const Found& found = found_[setting->name()];
      convert_one(found, target);
      if (!setting->hidden) {
        config.origins.push_back({setting->name(), masked(found.text), found.source,
                                  found.source == Source::flag ? "" : found.place});
      }
      ++setting;
    });
    return config;
  }

  template <class T>
  void convert_one(const Found& found, T& target) {
    using Item = typename Element<T>::type;
    if constexpr (is_vector<T>) {
      for (const std::string_view item : split(found.text)) {
        if (auto value = parse<Item>(found, item)) target.push_back(*std::move(value));
      }
    } else if (!found.text.empty() || !is_optional<T>) {
      if (auto value = parse<Item>(found, found.text)) target = *std::move(value);
    }
  }

  template <class T>
  std::optional<T> parse(const Found& found, std::string_view text) {
    auto value = TextForm<T>::parse(text);
    if (!value) {
      const std::string place = found.place.empty() ? "?" : found.place;
      problems_.push_back(
          {place, "format", Message(kMustBe, TextForm<T>::expected(), masked(text))});
    }
    if constexpr (std::same_as<T, std::filesystem::path>) {
      if (value) value = (found.folder / *value).lexically_normal();
    }
    return value;
  }

  // What no setting can say alone.
  void check_together(const Settings& settings) {
    const bool tls = settings.tls_certificate && settings.tls_key;
    if (!tls && (settings.tls_certificate || settings.tls_key)) {
      const char* given = settings.tls_certificate ? "tls-certificate" : "tls-key";
      problems_.push_back({found_[given].place, "required", kHalfTls});
    }
    if (settings.listen.empty() && problems_.empty()) {
      problems_.push_back({found_["listen"].place, "required",
                           Message(kMustBe, TextForm<Endpoint>::expected(), "")});
    }
    for (const Endpoint& endpoint : settings.listen) {
      if (endpoint.loopback() || tls || !settings.trusted_proxies.empty()) continue;
      problems_.push_back({found_["listen"].place, "unsafe",
                           Message(kBeyondLoopback, TextForm<Endpoint>::print(endpoint))});
    }
    check_mail(settings);
  }

  void check_mail(const Settings& settings) {
    const auto together = [&](const char* one, bool has_one, const char* other, bool has_other,
                              const Text& text) {
      if (has_one == has_other) return;
      problems_.push_back({found_[has_one ? one : other].place, "required", text});
    };
    together("mail-url", settings.mail_url.has_value(), "mail-from", settings.mail_from.has_value(),
             kMailTogether);
    together("mail-user", settings.mail_user.has_value(), "mail-password",
             settings.mail_password.has_value(), kLoginTogether);
    if (!settings.mail_url || !settings.mail_user) return;
    const bool here =
        settings.mail_url->host == "localhost" || settings.mail_url->host.starts_with("127.");
    if (here || settings.mail_url->encryption != MailEncryption::none) return;
    problems_.push_back({found_["mail-url"].place, "unsafe", kPasswordInClear});
  }

  const Inputs& inputs_;
  AllFound found_;
  std::vector<FieldProblem> problems_;
};

}  // namespace

const RefusalKind& kind_of(ConfigRefusal refusal) {
  switch (refusal) {
    case ConfigRefusal::invalid: {
      static constexpr RefusalKind kind{"invalid_settings", Category::invalid, Retry::useless,
                                        kInvalid};
      return kind;
    }
  }
  __builtin_unreachable();
}

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe)
  return value ? std::optional<std::string>(value) : std::nullopt;
}

std::vector<std::string> own_variables() {
  std::vector<std::string> names;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    if (text.starts_with("SLUIS_")) names.emplace_back(text.substr(0, text.find('=')));
  }
  return names;
}

Result<Config> resolve(const Inputs& inputs) {
  return Resolution(inputs).run();
}

Source Config::source_of(std::string_view name) const {
  const auto at = std::ranges::find(origins, name, &Origin::name);
  return at == origins.end() ? Source::standard : at->source;
}

ValueType type_of(const Setting& setting) {
  std::optional<ValueType> type;
  for_each_field_type<Settings>([&]<class T>(std::string_view field, Type<T>) {
    if (field == setting.field) type = of<typename Element<T>::type>;
  });
  SLUIS_ASSERT(type);
  return *type;
}

}  // namespace sluis::config
