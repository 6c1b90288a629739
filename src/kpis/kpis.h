// The measures that a company steers by (KPIs) and the values it wants of them (targets). How a
// measure is computed is the business of higher rooms, which know it by its code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "kernel/money.h"

namespace sluis {
struct Capability;
}

namespace sluis::kpis {

Capability capability();

enum class Unit : std::uint8_t { count, percent, ratio, money, seconds, score };
BOOST_DESCRIBE_ENUM(Unit, count, percent, ratio, money, seconds, score)

// The direction that is good news.
enum class Better : std::uint8_t { up, down };
BOOST_DESCRIBE_ENUM(Better, up, down)

// Where the figures come from: observed behaviour, what customers say, or a person who enters them.
enum class Source : std::uint8_t { measured, stated, entered };
BOOST_DESCRIBE_ENUM(Source, measured, stated, entered)

struct Definition {
  Slug code;  // what everything else knows it by; never changes
  Line<1, 80> name_en;
  Line<1, 80> name_nl;
  Unit unit = Unit::count;
  Better better = Better::up;
  Source source = Source::measured;
  Prose<1000> formula_en;
  Prose<1000> formula_nl;
  std::optional<UserId> owner;  // who answers for it
  bool built_in = false;        // comes with Sluis: the same everywhere, but for its owner
  std::int64_t version = 0;     // 0 of what is built in and has not been given an owner
};
BOOST_DESCRIBE_STRUCT(Definition, (),
                      (code, name_en, name_nl, unit, better, source, formula_en, formula_nl, owner,
                       built_in, version))

// A new KPI of the company's own.
struct Draft {
  Slug code;
  Line<1, 80> name_en;
  Line<1, 80> name_nl;
  Unit unit = Unit::count;
  Better better = Better::up;
  Source source = Source::entered;
  Prose<1000> formula_en;
  Prose<1000> formula_nl;
  std::optional<UserId> owner;
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (code, name_en, name_nl, unit, better, source, formula_en, formula_nl, owner))

// The unit stays: targets are written in it. Of what is built in only the owner changes.
struct Change {
  Patch<Line<1, 80>> name_en;
  Patch<Line<1, 80>> name_nl;
  Patch<Better> better;
  Patch<Source> source;
  Patch<Prose<1000>> formula_en;
  Patch<Prose<1000>> formula_nl;
  Patch<std::optional<UserId>> owner;
};
BOOST_DESCRIBE_STRUCT(Change, (), (name_en, name_nl, better, source, formula_en, formula_nl, owner))

// What is wanted of a KPI from a day (inclusive) to a day (exclusive) or until further notice.
struct Target {
  Slug kpi;
  Date from;
  std::optional<Date> to;
  std::optional<Micro> value;        // in the unit of the KPI; without one it is only followed
  std::optional<Currency> currency;  // of money, and only of money
  bool operator==(const Target&) const = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (kpi, from, to, value, currency))

// What a target is set for: anything with an id.
struct Subject {
  std::string kind;  // the prefix of its id: "chn"
  std::int64_t number = 0;
};
template <class Tag>
Subject subject_of(Id<Tag> id) {
  return {std::string(Tag::prefix), id.number()};
}

enum class KpiRefusal : std::uint8_t { unknown, code_taken, built_in, in_use };
BOOST_DESCRIBE_ENUM(KpiRefusal, unknown, code_taken, built_in, in_use)
const RefusalKind& kind_of(KpiRefusal refusal);

// In the order of their codes, built-in and own ones together.
std::vector<Definition> definitions(store::Snapshot& snapshot);
Result<Definition> definition(store::Snapshot& snapshot, const Slug& code);
Result<Definition> define(store::Tx& tx, const access::Actor& actor, const Draft& draft);
Result<Definition> redefine(store::Tx& tx, const access::Actor& actor, const Slug& code,
                            std::int64_t version, const Change& change);
// Only where no target asks for it any more.
Result<void> remove(store::Tx& tx, const access::Actor& actor, const Slug& code,
                    std::int64_t version);

std::vector<Target> targets_of(store::Snapshot& snapshot, const Subject& subject);
// What is wrong with a subject's targets; pointers start at `pointer`, then "/0/kpi".
std::vector<FieldProblem> problems_of(store::Snapshot& snapshot, const std::vector<Target>& targets,
                                      const std::string& pointer);
// Replaces all targets of a subject by these, in which there are no problems. The subject's own
// room keeps its version and tells the trail.
void set_targets(store::Tx& tx, const Subject& subject, const std::vector<Target>& targets);

}  // namespace sluis::kpis
