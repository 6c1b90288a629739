#include "panel/waves.h"

#include <algorithm>

#include "consent/consent.h"
#include "panel/store.h"
#include "panel/telling.h"
#include "platform/secrets/secrets.h"

namespace sluis::panel {
namespace {

using std::chrono::days;
using std::chrono::weeks;

constexpr std::string_view kLeftBy = "panel: the link to leave it";

std::string hashed(std::string_view token) {
  return secrets::hex(secrets::sha256(token));
}

Result<void> check_none_open(const std::vector<CountedWave>& waves, Instant now) {
  if (!waves.empty() && now < waves.front().ends) return refuse(PanelRefusal::wave_open);
  return {};
}

std::vector<IdentityId> who_may_be_asked(store::Snapshot& snapshot, Instant now) {
  std::vector<IdentityId> all = sql::participants(snapshot);
  std::erase_if(all, [&](IdentityId one) { return !may_be_asked(snapshot, one, now); });
  return all;
}

// A first link, a reminder, or nothing of what is due now.
std::optional<Sort> due(const sql::Invitation& one, const Questionnaire& questionnaire,
                        Instant now) {
  if (one.links == 0) return Sort::first;
  const std::int64_t remind_days = questionnaire.remind_days.number;
  if (remind_days == 0 || one.links > 1 || now < *one.linked + days(remind_days))
    return std::nullopt;
  return Sort::reminder;
}

Link link_for(store::Tx& tx, const sql::Invitation& one, const identities::Identity& address,
              Instant now) {
  const std::string token = secrets::random_token();
  sql::note_link(tx, one, hashed(token), now);
  return {.identity = one.identity,
          .customer = identities::customer_of(tx, one.identity),
          .address = address.value,
          .path = "/panel#" + token,
          .expires = {}};
}

Result<sql::Invitation> invitation_of(store::Snapshot& snapshot, std::string_view token) {
  const auto found = sql::invitation(snapshot, hashed(token));
  if (!found) return refuse(PanelRefusal::panel_link_unknown);
  return *found;
}

Result<Asked> asked_of(store::Snapshot& snapshot, const sql::Invitation& invitation, Instant now) {
  if (invitation.answered) return refuse(PanelRefusal::panel_link_used);
  Asked asked{.questionnaire = {}, .wave = TRY(wave(snapshot, invitation.wave))};
  if (now >= asked.wave.ends) return refuse(PanelRefusal::wave_over);
  asked.questionnaire = TRY(find(snapshot, asked.wave.questionnaire));
  return asked;
}

void keep(store::Tx& tx, const sql::Invitation& of, const Said& said) {
  sql::AnswerRow row{.wave = of.wave,
                     .identity = of.identity,
                     .question = said.question,
                     .choice = "",
                     .words = said.words.text};
  if (!row.words.empty()) sql::insert(tx, row);
  row.words = "";
  for (const auto& choice : said.choices) {
    row.choice = choice.text;
    sql::insert(tx, row);
  }
}

}  // namespace

std::vector<CountedWave> waves_of(store::Snapshot& snapshot, QuestionnaireId questionnaire) {
  return sql::waves_of(snapshot, questionnaire);
}

Result<Wave> wave(store::Snapshot& snapshot, WaveId id) {
  const auto found = sql::wave(snapshot, id);
  if (!found) return refuse(PanelRefusal::wave_unknown);
  return *found;
}

Result<Wave> wave_numbered(store::Snapshot& snapshot, QuestionnaireId questionnaire,
                           std::optional<std::int64_t> number) {
  for (const CountedWave& one : sql::waves_of(snapshot, questionnaire)) {
    if (!number || one.number == *number) return one;
  }
  return refuse(PanelRefusal::wave_unknown);
}

Result<CountedWave> begin_wave(store::Tx& tx, const access::Actor& actor, QuestionnaireId id) {
  const Questionnaire questionnaire = TRY(find(tx, id));
  const auto before = sql::waves_of(tx, id);
  TRY_VOID(check_none_open(before, actor.now));
  const auto willing = who_may_be_asked(tx, actor.now);
  if (willing.empty()) return refuse(PanelRefusal::nobody_to_ask);
  CountedWave wave;
  wave.id = actor.ids.next<WaveId>();
  wave.questionnaire = id;
  wave.number = before.empty() ? 1 : before.front().number + 1;
  wave.begins = actor.now;
  wave.ends = actor.now + days(questionnaire.open_days.number);
  if (!sql::insert(tx, wave)) return refuse(PanelRefusal::wave_open);
  for (const IdentityId identity : willing)
    sql::invite(tx, wave.id, identity);
  wave.invited = std::ssize(willing);
  tell(tx, actor, questionnaire, "wave_begun", {}, {to_json(wave)});
  return wave;
}

Result<std::int64_t> begin_due(store::Tx& tx, const access::Actor& actor) {
  std::int64_t begun = 0;
  for (const QuestionnaireId id : sql::due(tx, actor.now)) {
    Questionnaire one = TRY(find(tx, id));
    const std::int64_t version = one.version++;
    const auto wave = begin_wave(tx, actor, id);
    begun += wave.has_value();
    one.next_wave = one.every_weeks.number == 0
                        ? std::nullopt
                        : std::optional(*one.next_wave + weeks(one.every_weeks.number));
    one.changed = actor.now;
    sql::update(tx, one, version);
  }
  return begun;
}

Result<std::vector<Link>> make_links(store::Tx& tx, const access::Actor& actor, WaveId id,
                                     Whom whom, std::int64_t most) {
  const Wave wave = TRY(panel::wave(tx, id));
  if (actor.now >= wave.ends) return refuse(PanelRefusal::wave_over);
  const Questionnaire questionnaire = TRY(find(tx, wave.questionnaire));
  std::vector<Link> links;
  for (const sql::Invitation& one : sql::silent(tx, id)) {
    if (std::ssize(links) == most) break;
    const auto sort = whom == Whom::silent
                          ? std::optional(one.links == 0 ? Sort::first : Sort::again)
                          : due(one, questionnaire, actor.now);
    const auto address = sort ? identities::find(tx, one.identity) : std::nullopt;
    if (!address || !may_be_asked(tx, one.identity, actor.now)) continue;
    Link& link = links.emplace_back(link_for(tx, one, *address, actor.now));
    link.sort = *sort;
    link.expires = wave.ends;
  }
  if (!links.empty()) tell(tx, actor, questionnaire, "links_made");
  return links;
}

Result<Asked> asked_by(store::Snapshot& snapshot, std::string_view token, Instant now) {
  return asked_of(snapshot, TRY(invitation_of(snapshot, token)), now);
}

Result<void> answer(store::Tx& tx, const access::Actor& actor, std::string_view token,
                    const std::vector<Said>& said) {
  const sql::Invitation invitation = TRY(invitation_of(tx, token));
  const Asked asked = TRY(asked_of(tx, invitation, actor.now));
  if (auto problems = problems_of(said, asked.questionnaire.questions, "/answers");
      !problems.empty())
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(std::move(problems)));
  if (!sql::note_answered(tx, invitation, actor.now)) return refuse(PanelRefusal::panel_link_used);
  for (const Said& one : said)
    keep(tx, invitation, one);
  tell_changed(tx, actor.now);
  return {};
}

Result<void> leave_by(store::Tx& tx, const access::Actor& actor, std::string_view token) {
  const sql::Invitation invitation = TRY(invitation_of(tx, token));
  sql::leave(tx, invitation.identity);
  TRY_VOID(consent::record(tx, actor, invitation.identity,
                           {.means = {},
                            .purpose = consent::Purpose::research,
                            .ground = consent::Ground::withdrawal,
                            .source = {std::string(kLeftBy)},
                            .ts = {},
                            .expires = {}}));
  tell_changed(tx, actor.now);
  return {};
}

}  // namespace sluis::panel
