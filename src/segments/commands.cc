#include "segments/commands.h"

#include "company/company.h"
#include "platform/analytics/store.h"
#include "platform/command/rows.h"
#include "segments/segments.h"

namespace sluis::segments {
namespace {

using command::Invocation;
using command::of;
using command::Option;
using command::Output;

constexpr std::chrono::minutes kPatience{10};
constexpr std::int64_t kMembersMost = 10'000'000;
constexpr Text kAdded{"{0} added as {1}", "{0} toegevoegd als {1}"};
constexpr Text kCounted{"{0} of {1} customers", "{0} van {1} klanten"};

struct SegmentRow {
  Slug code;
  std::string name;
  std::int64_t members = 0;
  bool archived = false;
  Instant changed;

  static constexpr Text headings[] = {{"Code", "Code"},
                                      {"Name", "Naam"},
                                      {"Members", "Leden"},
                                      {"Archived", "Gearchiveerd"},
                                      {"Changed", "Gewijzigd"}};
};
BOOST_DESCRIBE_STRUCT(SegmentRow, (), (code, name, members, archived, changed))

struct MemberRow {
  CustomerId customer;
  Date from_day;
  std::optional<Date> to_day;

  static constexpr Text headings[] = {{"Customer", "Klant"}, {"From", "Vanaf"}, {"Until", "Tot"}};
};
BOOST_DESCRIBE_STRUCT(MemberRow, (), (customer, from_day, to_day))

struct TierRow {
  std::string before;
  Tier tier = Tier::suspect;
  std::int64_t customers = 0;
  Micro margin;

  static constexpr Text headings[] = {
      {"Before", "Eerder"}, {"Tier", "Laag"}, {"Customers", "Klanten"}, {"Margin", "Marge"}};
};
BOOST_DESCRIBE_STRUCT(TierRow, (), (before, tier, customers, margin))

// What was acknowledged before the command counts in it.
Result<void> bring_up(Invocation& args) {
  return segments::bring_up(args.store(), args.analytics(), args.clock().now(), args.cancel());
}

template <class F>
auto asked(Invocation& args, F&& f) {
  return args.analytics().snapshot(f, kPatience, args.cancel());
}

struct Setting {
  std::vector<Segment> segments;
  Thresholds thresholds;
  Currency currency;
  Date today;
};
Result<Setting> setting_of(Invocation& args) {
  return args.store().snapshot([&](store::Snapshot& snapshot) -> Result<Setting> {
    const company::Settings company = company::settings(snapshot).settings;
    return Setting{all(snapshot), thresholds(snapshot).thresholds, company.currency,
                   company::today(company, args.clock().now())};
  });
}

Result<void> list_segments(Invocation& args) {
  TRY_VOID(bring_up(args));
  const Setting setting = TRY(setting_of(args));
  const auto counted = TRY(asked(args, [](analytics::Snapshot& figures) {
    return Result<std::vector<Sized>>(sizes(figures));
  }));
  std::vector<SegmentRow> rows;
  for (const Segment& one : setting.segments) {
    const auto at = std::ranges::find(counted, one.id, &Sized::segment);
    rows.push_back({one.code, one.name.text, at != counted.end() ? at->members : 0, one.archived,
                    one.changed});
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> add_segment(Invocation& args) {
  const Draft draft{.code = args.as<Slug>("code"),
                    .name = args.as<Name>("name"),
                    .rule = TRY(from_json<Rule>(args.text("rule")))};
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const Segment made = TRY(args.store().unit([&](store::Tx& tx) { return add(tx, actor, draft); }));
  args.say({kAdded, made.code.text, to_string(made.id)});
  return {};
}

Result<void> count_rule(Invocation& args) {
  const Rule rule = TRY(from_json<Rule>(args.text("rule")));
  TRY_VOID(args.store().snapshot(
      [&](store::Snapshot& snapshot) -> Result<void> { return check(snapshot, rule); }));
  TRY_VOID(bring_up(args));
  const Setting setting = TRY(setting_of(args));
  const Size size = TRY(asked(args, [&](analytics::Snapshot& figures) -> Result<Size> {
    return size_of(figures, rule, currency_of(figures, setting.currency),
                   args.find<Date>("day").value_or(setting.today));
  }));
  args.say({kCounted, std::to_string(size.members), std::to_string(size.customers)});
  return {};
}

Result<void> list_members(Invocation& args) {
  TRY_VOID(bring_up(args));
  const Setting setting = TRY(setting_of(args));
  const Slug code = args.as<Slug>("code");
  const auto segment = std::ranges::find(setting.segments, code, &Segment::code);
  if (segment == setting.segments.end()) return refuse(SegmentRefusal::segment_unknown);
  const auto found =
      TRY(asked(args, [&](analytics::Snapshot& figures) -> Result<std::vector<Member>> {
        return members(figures, segment->id, args.find<Date>("day").value_or(setting.today),
                       args.clock().now(), CustomerId(0), kMembersMost);
      }));
  std::vector<MemberRow> rows;
  for (const Member& one : found)
    rows.push_back({one.customer, one.from_day, one.to_day});
  command::print_rows(args, rows);
  return {};
}

Result<void> print_pyramid(Invocation& args) {
  TRY_VOID(bring_up(args));
  const Setting setting = TRY(setting_of(args));
  const Period now = TRY(period_of(args.as<Date>("from"), args.as<Date>("to")));
  const auto found =
      TRY(asked(args, [&](analytics::Snapshot& figures) -> Result<std::vector<Movement>> {
        return movements(figures, setting.thresholds, currency_of(figures, setting.currency),
                         before(now), now);
      }));
  std::vector<TierRow> rows;
  for (const Movement& one : found) {
    rows.push_back({one.before ? std::string(enum_name(*one.before)) : "", one.now, one.customers,
                    one.margin});
  }
  command::print_rows(args, rows);
  return {};
}

const Option kDay{.name = "day",
                  .value = "DAY",
                  .help = {"such as 2026-01-01; else today", "zoals 2026-01-01; anders vandaag"},
                  .type = of<Date>};
const Option kCode{.name = "code",
                   .value = "CODE",
                   .help = {"of the segment", "van het segment"},
                   .type = of<Slug>,
                   .required = true};
const Option kRule{
    .name = "rule",
    .value = "JSON",
    .help = {R"(such as {"where": {"measure": "orders", "is": "at_least", "value": "1"}})",
             R"(zoals {"where": {"measure": "orders", "is": "at_least", "value": "1"}})"},
    .required = true};

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "segments list",
       .summary = {"List the segments with how many are in them.",
                   "Toon de segmenten met hoeveel erin zitten."},
       .output = Output::rows,
       .run = list_segments},
      {.name = "segments add",
       .summary = {"Add a segment: a name and a rule.", "Voeg een segment toe: naam en regel."},
       .positionals = {kCode,
                       {.name = "name",
                        .value = "NAME",
                        .help = {"what it is called", "hoe het heet"},
                        .type = of<Name>,
                        .required = true},
                       kRule},
       .run = add_segment},
      {.name = "segments count",
       .summary = {"Tell for how many customers a rule holds.",
                   "Vertel voor hoeveel klanten een regel geldt."},
       .options = {kDay},
       .positionals = {kRule},
       .run = count_rule},
      {.name = "segments members",
       .summary = {"List who is in a segment on a day.", "Toon wie op een dag in een segment zit."},
       .options = {kDay},
       .positionals = {kCode},
       .output = Output::rows,
       .run = list_members},
      {.name = "segments pyramid",
       .summary = {"Print customers in tiers by their margin in a period, and where they were in "
                   "the period before.",
                   "Toon klanten in lagen naar hun marge in een periode, en waar ze de periode "
                   "ervoor zaten."},
       .options = {{.name = "from",
                    .value = "DAY",
                    .help = {"the first day, such as 2026-01-01",
                             "de eerste dag, zoals 2026-01-01"},
                    .type = of<Date>,
                    .required = true},
                   {.name = "to",
                    .value = "DAY",
                    .help = {"the day after the last one", "de dag na de laatste"},
                    .type = of<Date>,
                    .required = true}},
       .output = Output::rows,
       .run = print_pyramid},
  };
}

}  // namespace sluis::segments
