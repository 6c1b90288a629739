#include "channels/import.h"

#include <algorithm>
#include <map>

#include "channels/changes.h"
#include "channels/rules.h"
#include "channels/sheet.h"

namespace sluis::channels {
namespace {

constexpr std::size_t kProblemsMax = 200;  // more are not told

constexpr Text kNobodyByEmail{"There is no user with the e-mail address {0}.",
                              "Er is geen gebruiker met het e-mailadres {0}."};
constexpr Text kCodeUnknown{"There is no channel with the code {0}, here or in this file.",
                            "Er is geen kanaal met de code {0}, hier of in dit bestand."};
constexpr Text kNeedsName{"A new channel needs this.", "Een nieuw kanaal heeft dit nodig."};
constexpr Text kImportMoveNotAllowed{"A channel does not go from {0} to {1}.",
                                     "Een kanaal gaat niet van {0} naar {1}."};

// The parts of a pointer such as "/costs/3/amount"; the last two may be empty.
struct Parts {
  explicit Parts(std::string_view pointer) {
    for (std::string_view* part : {&field, &index, &inner}) {
      if (!pointer.starts_with('/')) return;
      pointer.remove_prefix(1);
      *part = pointer.substr(0, pointer.find('/'));
      pointer.remove_prefix(part->size());
    }
  }
  std::string_view field;
  std::string_view index;
  std::string_view inner;
};

template <class T>
std::string place_in(const std::vector<Lined<T>>& lines, std::string_view index,
                     std::string_view column, const std::string& otherwise) {
  const auto number = TextForm<std::int64_t>::parse(index);
  if (!number || std::cmp_greater_equal(*number, lines.size())) return otherwise;
  return sheet_pointer(lines[static_cast<std::size_t>(*number)].line, column);
}

// Where in the file the field stands that a problem points to.
std::string place_of(const SheetChannel& from, std::string_view pointer) {
  const auto [field, index, inner] = Parts(pointer);
  const std::string otherwise = sheet_pointer(from.line, field);
  if (field == "costs") return place_in(from.costs, index, inner, otherwise);
  if (field == "targets") return place_in(from.targets, index, inner, otherwise);
  if (field == "checks") return place_in(from.checks, index, "name", otherwise);
  if (field == "links") {
    const bool target = inner.empty() || inner == "to";
    return place_in(from.links, index, target ? "joins_with" : inner, otherwise);
  }
  return otherwise;
}

// A channel of the file, as it is and as it would become.
struct Step {
  const SheetChannel* from;
  std::optional<Channel> before;
  Channel after;
};

class Planner {
 public:
  Planner(store::Snapshot& snapshot, const access::Actor& actor, const Sheet& sheet)
      : snapshot_(snapshot), actor_(actor), problems_(sheet.problems) {
    std::map<std::string, Channel> known;
    for (Channel& channel : all(snapshot, kEverything)) {
      ids_[channel.code.text] = channel.id;
      known.emplace(channel.code.text, std::move(channel));
    }
    for (const SheetChannel& from : sheet.channels) {
      const auto found = known.find(from.code.text);
      begin(from, found != known.end() ? &found->second : nullptr);
    }
  }

  std::vector<Step> run() {
    for (Step& step : steps_) {
      apply_change(step.from->cells, step.after);
      set_owner(step);
      if (step.from->whole) set_parts(step);
      look_at(step);
    }
    return std::move(steps_);
  }

  std::vector<FieldProblem> take_problems() { return std::move(problems_); }

 private:
  void begin(const SheetChannel& from, const Channel* known) {
    Step step{&from, {}, {}};
    if (known != nullptr) {
      step.before = *known;
      step.after = *known;
    } else {
      step.after = new_channel(snapshot_, actor_);
      step.after.code = from.code;
      ids_[from.code.text] = step.after.id;
    }
    steps_.push_back(std::move(step));
  }

  // One problem for each cell.
  void add(FieldProblem problem) {
    const bool told = std::ranges::count(problems_, problem.pointer, &FieldProblem::pointer) != 0;
    if (!told && problems_.size() < kProblemsMax) problems_.push_back(std::move(problem));
  }

  void problem(std::size_t line, std::string_view column, std::string_view code, Message message) {
    add({sheet_pointer(line, column), code, std::move(message)});
  }

  void set_owner(Step& step) {
    const auto& owner = step.from->owner;
    if (!owner.present) return;
    if (!owner.value) return step.after.owner.reset();
    const auto person = access::person(snapshot_, *owner.value);
    if (!person) {
      return problem(step.from->line, "owner", "unknown",
                     Message(kNobodyByEmail, owner.value->text));
    }
    step.after.owner = person->id;
  }

  void set_parts(Step& step) {
    step.after.costs = values_of(step.from->costs);
    step.after.targets = values_of(step.from->targets);
    step.after.links.clear();
    for (const auto& [line, link] : step.from->links) {
      const auto to = ids_.find(link.joins_with.text);
      if (to != ids_.end()) {
        step.after.links.push_back({to->second, link.state, link.shares, link.note});
      } else {
        problem(line, "joins_with", "unknown", Message(kCodeUnknown, link.joins_with.text));
      }
    }
    step.after.checks.clear();
    for (const auto& [line, check] : step.from->checks)
      step.after.checks.push_back({check.name, check.state, check.note, {}, {}});
    settle_checks(step.before ? step.before->checks : std::vector<Check>{}, step.after.checks,
                  actor_.name, actor_.now);
  }

  template <class T>
  static std::vector<T> values_of(const std::vector<Lined<T>>& lines) {
    std::vector<T> values;
    for (const Lined<T>& line : lines)
      values.push_back(line.value);
    return values;
  }

  void look_at(const Step& step) {
    const std::size_t line = step.from->line;
    if (step.after.name.text.empty()) problem(line, "name", "required", Message(kNeedsName));
    if (!step.before && !step.from->cells.form.present) {
      problem(line, "form", "required", Message(kNeedsName));
    }
    if (step.before && step.before->state != step.after.state &&
        !may_move(step.before->state, step.after.state)) {
      problem(line, "state", "conflict",
              Message(kImportMoveNotAllowed, enum_name(step.before->state),
                      enum_name(step.after.state)));
    }
    if (step.before && *step.before == step.after) return;
    const Channel* before = step.before ? &*step.before : nullptr;
    tell(step, problems_with(snapshot_, before, step.after));
    if (step.after.state != State::draft) tell(step, missing_problems(missing(step.after)));
  }

  // The same problems at the line and the column where they stand in the file. Links to channels
  // that come with the file are no problem.
  void tell(const Step& step, std::vector<FieldProblem> problems) {
    for (FieldProblem& problem : problems) {
      if (problem.code == "unknown" && problem.pointer.starts_with("/links/")) continue;
      problem.pointer = place_of(*step.from, problem.pointer);
      add(std::move(problem));
    }
  }

  store::Snapshot& snapshot_;
  const access::Actor& actor_;
  std::map<std::string, ChannelId> ids_;
  std::vector<Step> steps_;
  std::vector<FieldProblem> problems_;
};

std::vector<FieldChange> changes_between(const Channel& before, const Channel& after) {
  std::vector<FieldChange> changes;
  boost::mp11::mp_for_each<FieldsOf<Channel>>([&](auto field) {
    const auto& was = before.*field.pointer;
    const auto& becomes = after.*field.pointer;
    if (was != becomes) changes.push_back({field.name, {to_json(was)}, {to_json(becomes)}});
  });
  return changes;
}

ImportedChannel told(const Step& step) {
  ImportedChannel told{.line = static_cast<std::int64_t>(step.from->line),
                       .code = step.after.code,
                       .name = {step.after.name.text},
                       .outcome = Outcome::added,
                       .changes = {}};
  if (step.before) {
    told.changes = changes_between(*step.before, step.after);
    told.outcome = told.changes.empty() ? Outcome::unchanged : Outcome::changed;
  }
  return told;
}

Result<void> carry_out(store::Tx& tx, const access::Actor& actor, std::vector<Step>& steps) {
  std::vector<Channel> added;
  for (const Step& step : steps) {
    if (!step.before) added.push_back(step.after);
  }
  TRY_VOID(insert(tx, actor, added));
  for (Step& step : steps) {
    if (step.before) TRY_VOID(save(tx, actor, *step.before, step.after));
  }
  return {};
}

}  // namespace

std::string export_sheet(store::Snapshot& snapshot, Separator separator) {
  const std::vector<Channel> channels = all(snapshot, kEverything);
  SheetNames names;
  for (const Channel& channel : channels) {
    names.codes[channel.id] = channel.code;
    if (!channel.owner || names.owners.contains(*channel.owner)) continue;
    if (const auto owner = access::person(snapshot, *channel.owner)) {
      names.owners[owner->id] = owner->email;
    }
  }
  return to_sheet(channels, names, separator == Separator::comma ? ',' : ';');
}

Result<Import> preview_import(store::Snapshot& snapshot, const access::Actor& actor,
                              std::string_view csv) {
  const Sheet sheet = TRY(read_sheet(csv));
  Planner planner(snapshot, actor, sheet);
  Import import;
  for (const Step& step : planner.run())
    import.channels.push_back(told(step));
  import.problems = planner.take_problems();
  return import;
}

Result<Import> import_sheet(store::Tx& tx, const access::Actor& actor, std::string_view csv) {
  const Sheet sheet = TRY(read_sheet(csv));
  Planner planner(tx, actor, sheet);
  std::vector<Step> steps = planner.run();
  Import import;
  import.problems = planner.take_problems();
  if (!import.problems.empty()) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(import.problems)));
  }
  TRY_VOID(carry_out(tx, actor, steps));
  for (const Step& step : steps)
    import.channels.push_back(told(step));
  return import;
}

}  // namespace sluis::channels
