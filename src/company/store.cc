#include "company/store.h"

namespace sluis::company {
namespace {

constexpr store::Statement kFind{
    "company.settings", "select name, zone, currency, language, version from company_settings"};
constexpr store::Statement kReplace{
    "company.replace",
    "update company_settings set name = $1, zone = $2, currency = $3, language = $4, "
    "version = version + 1 where version = $5"};

constexpr const store::Statement* kStatements[] = {&kFind, &kReplace};

struct SettingsRow {
  Line<0, 120> name;
  std::string zone;
  Currency currency;
  Language language;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(SettingsRow, (), (name, zone, currency, language, version))

}  // namespace

VersionedSettings find_settings(store::Snapshot& snapshot) {
  auto row = snapshot.one<SettingsRow>(kFind);
  SLUIS_ASSERT(row.has_value());  // made by the migration
  return {.settings = {std::move(row->name), std::move(row->zone), row->currency, row->language},
          .version = row->version};
}

bool replace_settings(store::Tx& tx, const Settings& to, std::int64_t version) {
  return tx.change(kReplace, to.name, to.zone, to.currency, to.language, version) == 1;
}

std::span<const store::Statement* const> statements() {
  return kStatements;
}

}  // namespace sluis::company
