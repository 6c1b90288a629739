#include "imports/mapping.h"

#include "imports/compiled.h"
#include "platform/zones/zones.h"

namespace sluis::imports {
namespace {

constexpr Text kNoEvents{"a mapping without events brings in nothing",
                         "een koppeling zonder gebeurtenissen leest niets in"};
constexpr Text kZone{"there is no time zone {0}; write one such as Europe/Amsterdam",
                     "er is geen tijdzone {0}; schrijf er een zoals Europe/Amsterdam"};

}  // namespace

bool Fields::operator==(const Fields& other) const {
  return to_json(*this) == to_json(other);
}
bool EventRule::operator==(const EventRule& other) const {
  return to_json(*this) == to_json(other);
}
bool Mapping::operator==(const Mapping& other) const {
  return to_json(*this) == to_json(other);
}

std::vector<FieldProblem> problems_of(const Mapping& mapping) {
  std::vector<FieldProblem> problems;
  if (mapping.events.empty()) problems.push_back({"/events", "required", kNoEvents});
  if (mapping.zone && !zones::exists(mapping.zone->text)) {
    problems.push_back({"/zone", "unknown", Message(kZone, mapping.zone->text)});
  }
  const Compiled compiled(mapping, problems);
  return problems;
}

std::vector<FieldProblem> missing_columns(const Mapping& mapping,
                                          const std::vector<std::string>& columns) {
  std::vector<FieldProblem> ignored;
  return Compiled(mapping, ignored).bind(columns);
}

}  // namespace sluis::imports
