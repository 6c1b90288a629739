#include "consent/commands.h"

#include "consent/consent.h"
#include "consent/rules.h"
#include "consent/sheet.h"
#include "consent/store.h"
#include "platform/command/rows.h"
#include "platform/store/store.h"

namespace sluis::consent {
namespace {

using command::Invocation;
using command::of;
using command::Output;
using store::Snapshot;
using store::Tx;

constexpr std::int64_t kRowsMax = 1'000;

constexpr Text kRecorded{"{0} recorded for {1}", "{0} vastgelegd voor {1}"};
constexpr Text kAllowed{"Allowed: {0}. {1}", "Toegestaan: {0}. {1}"};
constexpr Text kRefused{"Refused: {0}. {1}", "Geweigerd: {0}. {1}"};

struct EvidenceRow {
  EvidenceId id;
  IdentityId identity;
  Ground ground;
  std::string means;
  std::string purpose;
  Instant ts;
  std::string source;

  static constexpr Text headings[] = {
      {"Id", "Id"},        {"Identity", "Identiteit"}, {"Ground", "Grond"}, {"Means", "Middel"},
      {"Purpose", "Doel"}, {"Moment", "Moment"},       {"Source", "Bron"}};
};
BOOST_DESCRIBE_STRUCT(EvidenceRow, (), (id, identity, ground, means, purpose, ts, source))

struct RuleRow {
  std::string law;
  Means means;
  Purpose purpose;
  Date from;
  std::optional<Date> to;
  std::vector<std::string> allows;

  static constexpr Text headings[] = {{"Law", "Wet"},    {"Means", "Middel"}, {"Purpose", "Doel"},
                                      {"From", "Vanaf"}, {"To", "Tot"},       {"Allows", "Bij"}};
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (law, means, purpose, from, to, allows))

template <class E>
std::string name_or_all(const std::optional<E>& value) {
  return value ? std::string(enum_name(*value)) : "*";
}

Result<void> list_rows(Invocation& args) {
  const sql::Filter filter{.ground = args.find<Ground>("ground"),
                           .means = args.find<Means>("means"),
                           .before = {},
                           .limit = kRowsMax};
  const auto found =
      TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<std::vector<Evidence>> {
        return sql::page(snapshot, filter);
      }));
  std::vector<EvidenceRow> rows;
  for (const Evidence& one : found) {
    rows.push_back({.id = one.id,
                    .identity = one.identity,
                    .ground = one.ground,
                    .means = name_or_all(one.means),
                    .purpose = name_or_all(one.purpose),
                    .ts = one.ts,
                    .source = one.source});
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> record_one(Invocation& args) {
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const Claim claim{
      .means = args.find<Means>("means"),
      .purpose = args.find<Purpose>("purpose"),
      .ground = args.as<Ground>("ground"),
      .source = args.as<Line<1, 200>>("source"),
      .text_version = args.find<Line<0, 100>>("text-version").value_or(Line<0, 100>()),
      .ts = args.find<Instant>("ts"),
      .expires = args.find<Instant>("expires"),
      .proof = {}};
  const Evidence made = TRY(args.store().unit([&](Tx& tx) -> Result<Evidence> {
    const IdentityId identity = TRY(
        remember_identity(tx, args.as<identities::Kind>("kind"), args.text("value"), actor.now));
    return record(tx, actor, identity, claim);
  }));
  args.say(Message(kRecorded, to_string(made.id), to_string(made.identity)));
  return {};
}

Result<void> check_one(Invocation& args) {
  const Instant at = args.find<Instant>("at").value_or(args.clock().now());
  const Verdict verdict = TRY(args.store().snapshot([&](Snapshot& snapshot) -> Result<Verdict> {
    const auto identity =
        TRY(find_identity(snapshot, args.as<identities::Kind>("kind"), args.text("value")));
    std::vector<IdentityId> identities;
    if (identity) identities.push_back(*identity);
    return allowed(snapshot, identities, args.as<Means>("means"), args.as<Purpose>("purpose"), at);
  }));
  args.say(Message(verdict.allowed ? kAllowed : kRefused, enum_name(verdict.reason), verdict.law));
  return {};
}

std::vector<std::string> grounds_of(const Rule& rule) {
  std::vector<std::string> names = {"opt_in"};
  if (rule.relation) names.emplace_back("relation");
  if (rule.contract) names.emplace_back("contract");
  if (rule.until_objection) names.emplace_back("until_objection");
  return names;
}

Result<void> list_rules(Invocation& args) {
  std::vector<RuleRow> rows;
  for (const Rule& rule : rules()) {
    rows.push_back({.law = std::string(rule.law),
                    .means = rule.means,
                    .purpose = rule.purpose,
                    .from = rule.from,
                    .to = rule.to,
                    .allows = grounds_of(rule)});
  }
  command::print_rows(args, rows);
  return {};
}

Result<void> export_file(Invocation& args) {
  const std::string csv = TRY(args.store().snapshot(
      [&](Snapshot& snapshot) -> Result<std::string> { return evidence_sheet(snapshot); }));
  return args.write_file("out", csv);
}

const command::Option kMeans{.name = "means",
                             .value = "MEANS",
                             .help = {"telephone, email, post …", "telephone, email, post …"},
                             .type = of<Means>};
const command::Option kPurpose{
    .name = "purpose",
    .value = "PURPOSE",
    .help = {"marketing, service, tracking …", "marketing, service, tracking …"},
    .type = of<Purpose>};
const command::Option kKind{.name = "kind",
                            .value = "KIND",
                            .help = {"email, phone, user …", "email, phone, user …"},
                            .type = of<identities::Kind>,
                            .required = true};
const command::Option kValue{
    .name = "value",
    .value = "VALUE",
    .help = {"the address, number or code", "het adres, nummer of de code"},
    .required = true};

command::Option required(command::Option option) {
  option.required = true;
  return option;
}

command::Command record_command() {
  return {
      .name = "consent record",
      .summary = {"Record that somebody said yes or no, or another ground.",
                  "Leg vast dat iemand ja of nee zei, of een andere grond."},
      .options = {kMeans,
                  kPurpose,
                  {.name = "ground",
                   .value = "GROUND",
                   .help = {"opt_in, objection, withdrawal …", "opt_in, objection, withdrawal …"},
                   .type = of<Ground>,
                   .required = true},
                  {.name = "source",
                   .value = "TEXT",
                   .help = {"where it was said", "waar het is gezegd"},
                   .type = of<Line<1, 200>>,
                   .required = true},
                  {.name = "text-version",
                   .value = "TEXT",
                   .help = {"of the words that were agreed to",
                            "van de tekst waarmee is ingestemd"},
                   .type = of<Line<0, 100>>},
                  {.name = "ts",
                   .value = "MOMENT",
                   .help = {"when it was said; else now", "wanneer het is gezegd; anders nu"},
                   .type = of<Instant>},
                  {.name = "expires",
                   .value = "MOMENT",
                   .help = {"until when it holds", "tot wanneer het geldt"},
                   .type = of<Instant>}},
      .positionals = {kKind, kValue},
      .run = record_one};
}

}  // namespace

std::vector<command::Command> commands() {
  return {
      {.name = "consent list",
       .summary = {"List the evidence, the newest first.", "Toon het bewijs, het nieuwste eerst."},
       .options = {{.name = "ground",
                    .value = "GROUND",
                    .help = {"only of this ground", "alleen van deze grond"},
                    .type = of<Ground>},
                   kMeans},
       .output = Output::rows,
       .run = list_rows},
      record_command(),
      {.name = "consent check",
       .summary = {"Ask the gate whether something may be done with somebody.",
                   "Vraag de poort of iets met iemand mag."},
       .options = {required(kMeans),
                   required(kPurpose),
                   {.name = "at",
                    .value = "MOMENT",
                    .help = {"on another moment than now", "op een ander moment dan nu"},
                    .type = of<Instant>}},
       .positionals = {kKind, kValue},
       .run = check_one},
      {.name = "consent rules",
       .summary = {"List what the law allows, by means, purpose and day.",
                   "Toon wat de wet toestaat, per middel, doel en dag."},
       .needs = command::Needs::nothing,
       .output = Output::rows,
       .run = list_rules},
      {.name = "consent export",
       .summary = {"Write all evidence as CSV.", "Schrijf al het bewijs als CSV."},
       .options = {{.name = "out",
                    .value = "FILE",
                    .help = {"where to write it", "waar het komt te staan"},
                    .kind = command::Kind::file_out,
                    .fallback = "-"}},
       .run = export_file},
  };
}

}  // namespace sluis::consent
