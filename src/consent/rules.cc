#include "consent/rules.h"

#include <algorithm>

namespace sluis::consent {
namespace {

using enum Means;
using enum Purpose;

constexpr std::string_view kTelecom = "Telecommunicatiewet art. 11.7";
constexpr std::string_view kCookies = "Telecommunicatiewet art. 11.7a";
constexpr std::string_view kInterest = "AVG art. 6(1)(f), 21(2)";
constexpr std::string_view kConsent = "AVG art. 6(1)(a)";
constexpr std::string_view kContract = "AVG art. 6(1)(b)";

// A register of objections for the telephone; sellers ask first; and existing customers too.
const Date kCallRegister(2009, 10, 1);
const Date kCallOptIn(2021, 7, 1);
const Date kCallCustomers(2026, 7, 1);
// Electronic messages without asking are over; cookies are asked for; the AVG applies.
const Date kSpam(2004, 5, 19);
const Date kCookie(2012, 6, 5);
const Date kAvg(2018, 5, 25);

// clang-format off
const Rule kRules[] = {
    {.law = kTelecom, .means = telephone, .purpose = marketing, .from = kCallRegister,
     .to = kCallOptIn, .until_objection = true},
    {.law = kTelecom, .means = telephone, .purpose = marketing, .from = kCallOptIn},
    {.law = kTelecom, .means = telephone, .purpose = similar_products, .from = kCallRegister,
     .to = kCallOptIn, .until_objection = true},
    {.law = kTelecom, .means = telephone, .purpose = similar_products, .from = kCallOptIn,
     .to = kCallCustomers, .relation = true},
    {.law = kTelecom, .means = telephone, .purpose = similar_products, .from = kCallCustomers},
    {.law = kTelecom, .means = email, .purpose = marketing, .from = kSpam},
    {.law = kTelecom, .means = email, .purpose = similar_products, .from = kSpam,
     .relation = true},
    {.law = kTelecom, .means = message, .purpose = marketing, .from = kSpam},
    {.law = kTelecom, .means = message, .purpose = similar_products, .from = kSpam,
     .relation = true},
    {.law = kInterest, .means = post, .purpose = marketing, .from = kAvg,
     .until_objection = true},
    {.law = kInterest, .means = post, .purpose = similar_products, .from = kAvg,
     .until_objection = true},
    {.law = kInterest, .means = visit, .purpose = marketing, .from = kAvg,
     .until_objection = true},
    {.law = kInterest, .means = visit, .purpose = similar_products, .from = kAvg,
     .until_objection = true},
    {.law = kCookies, .means = web, .purpose = tracking, .from = kCookie},
    {.law = kCookies, .means = web, .purpose = personalisation, .from = kCookie},
    {.law = kConsent, .means = advertising, .purpose = marketing, .from = kAvg},
    {.law = kConsent, .means = advertising, .purpose = similar_products, .from = kAvg},
    {.law = kConsent, .means = advertising, .purpose = tracking, .from = kAvg},
    {.law = kContract, .means = telephone, .purpose = service, .from = kAvg, .contract = true},
    {.law = kContract, .means = email, .purpose = service, .from = kAvg, .contract = true},
    {.law = kContract, .means = message, .purpose = service, .from = kAvg, .contract = true},
    {.law = kContract, .means = post, .purpose = service, .from = kAvg, .contract = true},
    {.law = kContract, .means = visit, .purpose = service, .from = kAvg, .contract = true},
    {.law = kContract, .means = web, .purpose = service, .from = kAvg, .contract = true},
    {.law = kConsent, .means = telephone, .purpose = research, .from = kAvg},
    {.law = kConsent, .means = email, .purpose = research, .from = kAvg},
    {.law = kConsent, .means = message, .purpose = research, .from = kAvg},
    {.law = kConsent, .means = post, .purpose = research, .from = kAvg},
    {.law = kConsent, .means = web, .purpose = research, .from = kAvg},
};
// clang-format on

constexpr Text kTooEarly{"a moment that has come: at most five minutes from now",
                         "een moment dat er al is: hoogstens vijf minuten vooruit"};
constexpr Text kOver{"later than the moment it was said",
                     "later dan het moment waarop het is gezegd"};
constexpr Text kNamed{"named: nobody agrees to everything at once",
                      "genoemd: niemand stemt in één keer overal mee in"};

bool names(const Evidence& evidence, Means means, Purpose purpose) {
  return evidence.means.value_or(means) == means && evidence.purpose.value_or(purpose) == purpose;
}

bool is_no(Ground ground) {
  return ground == Ground::objection || ground == Ground::withdrawal;
}

// The last of a ground in evidence that is in the order of time.
const Evidence* latest(std::span<const Evidence* const> evidence, Ground ground) {
  const Evidence* found = nullptr;
  for (const Evidence* one : evidence)
    found = one->ground == ground ? one : found;
  return found;
}

// What the evidence of one identity comes to.
struct Stand {
  const Evidence* no = nullptr;        // an objection, else a withdrawal, that still holds
  const Evidence* yes = nullptr;       // the grounds that hold
  const Evidence* relation = nullptr;  //
  const Evidence* contract = nullptr;  //
  const Evidence* expired = nullptr;   // one that held once
};

void weigh_yes(std::span<const Evidence* const> named, Instant at, Instant since, Stand& stand) {
  for (const Evidence* one : named) {
    if (is_no(one->ground)) continue;
    if (one->expires && *one->expires <= at) {
      stand.expired = one;
      continue;
    }
    if (one->ground == Ground::opt_in && one->ts > since) stand.yes = one;
    if (one->ground == Ground::relation) stand.relation = one;
    if (one->ground == Ground::contract) stand.contract = one;
  }
}

// A yes that came after the no, and still holds, takes the no away.
Stand stand_of(std::span<const Evidence* const> named, Instant at) {
  Stand stand;
  const Evidence* objection = latest(named, Ground::objection);
  const Evidence* withdrawal = latest(named, Ground::withdrawal);
  Instant since(INT64_MIN);
  for (const Evidence* no : {objection, withdrawal}) {
    if (no != nullptr) since = std::max(since, no->ts);
  }
  weigh_yes(named, at, since, stand);
  if (stand.yes == nullptr) stand.no = objection != nullptr ? objection : withdrawal;
  return stand;
}

// For each identity, what of its evidence names this and had been said by then, in order of time.
std::vector<std::vector<const Evidence*>> by_identity(std::span<const Evidence> evidence,
                                                      Means means, Purpose purpose, Instant at) {
  std::vector<const Evidence*> named;
  for (const Evidence& one : evidence) {
    if (one.ts <= at && names(one, means, purpose)) named.push_back(&one);
  }
  std::ranges::sort(
      named, {}, [](const Evidence* one) { return std::tuple(one->identity, one->ts, one->id); });
  std::vector<std::vector<const Evidence*>> groups;
  for (const Evidence* one : named) {
    if (groups.empty() || groups.back().front()->identity != one->identity) groups.emplace_back();
    groups.back().push_back(one);
  }
  return groups;
}

// All identities together: any no holds over every yes of another.
Stand strictest(const std::vector<std::vector<const Evidence*>>& groups, Instant at) {
  Stand all;
  for (const auto& group : groups) {
    const Stand one = stand_of(group, at);
    const bool objected = one.no != nullptr && one.no->ground == Ground::objection;
    if (all.no == nullptr || objected) all.no = one.no != nullptr ? one.no : all.no;
    all.yes = all.yes != nullptr ? all.yes : one.yes;
    all.relation = all.relation != nullptr ? all.relation : one.relation;
    all.contract = all.contract != nullptr ? all.contract : one.contract;
    all.expired = all.expired != nullptr ? all.expired : one.expired;
  }
  return all;
}

Verdict verdict(const Rule& rule, bool allowed, Reason reason, const Evidence* evidence) {
  return {.allowed = allowed,
          .reason = reason,
          .evidence = evidence != nullptr ? std::optional(evidence->id) : std::nullopt,
          .law = std::string(rule.law)};
}

Verdict judged(const Rule& rule, const Stand& stand) {
  if (stand.no != nullptr && stand.no->ground == Ground::objection) {
    return verdict(rule, false, Reason::objected, stand.no);
  }
  if (rule.contract && stand.contract != nullptr) {
    return verdict(rule, true, Reason::contract, stand.contract);
  }
  if (stand.no != nullptr && !rule.until_objection) {
    return verdict(rule, false, Reason::withdrawn, stand.no);
  }
  if (stand.yes != nullptr) return verdict(rule, true, Reason::opted_in, stand.yes);
  if (rule.relation && stand.relation != nullptr) {
    return verdict(rule, true, Reason::relation, stand.relation);
  }
  if (rule.until_objection) return verdict(rule, true, Reason::not_objected, nullptr);
  if (stand.expired != nullptr) return verdict(rule, false, Reason::expired, stand.expired);
  return verdict(rule, false, Reason::no_evidence, nullptr);
}

std::chrono::sys_days last_sunday(int year, std::chrono::month month) {
  using namespace std::chrono_literals;
  return std::chrono::sys_days(std::chrono::year(year) / month /
                               std::chrono::Sunday[std::chrono::last]);
}

}  // namespace

std::span<const Rule> rules() {
  return kRules;
}

const Rule* rule_of(Means means, Purpose purpose, Date day) {
  const auto found = std::ranges::find_if(kRules, [&](const Rule& rule) {
    return rule.means == means && rule.purpose == purpose && rule.from <= day &&
           (!rule.to || day < *rule.to);
  });
  return found == std::end(kRules) ? nullptr : &*found;
}

// Summer time as in directive 2000/84/EC: from 01:00 UTC on the last Sunday of March to the same
// hour on that of October.
Date dutch_day(Instant at) {
  using std::chrono::hours;
  const std::chrono::sys_time<Duration> utc{Duration(at.micros())};
  const int year = utc_day(at).year();
  const bool summer = utc >= last_sunday(year, std::chrono::March) + hours(1) &&
                      utc < last_sunday(year, std::chrono::October) + hours(1);
  return utc_day(at + hours(summer ? 2 : 1));
}

Verdict decide(std::span<const Evidence> evidence, Means means, Purpose purpose, Instant at) {
  const Rule* rule = rule_of(means, purpose, dutch_day(at));
  const Stand stand = strictest(by_identity(evidence, means, purpose, at), at);
  if (rule != nullptr) return judged(*rule, stand);
  return {.allowed = false, .reason = Reason::never_allowed, .evidence = {}, .law = {}};
}

std::uint64_t mask_of(Means means, Purpose purpose) {
  static const std::size_t purposes = enum_values<Purpose>().size();
  return std::uint64_t{1} << (static_cast<std::size_t>(means) * purposes +
                              static_cast<std::size_t>(purpose));
}

std::uint64_t refused_mask(std::span<const Evidence> evidence, Instant at) {
  std::uint64_t mask = 0;
  for (const Means means : enum_values<Means>()) {
    for (const Purpose purpose : enum_values<Purpose>()) {
      const Stand stand = strictest(by_identity(evidence, means, purpose, at), at);
      if (stand.no != nullptr) mask |= mask_of(means, purpose);
    }
  }
  return mask;
}

std::vector<FieldProblem> problems_of(const Claim& claim, Instant now) {
  std::vector<FieldProblem> problems;
  const Instant said = claim.ts.value_or(now);
  if (said > now + std::chrono::minutes(5)) {
    problems.push_back({"/ts", "range", Message(kTooEarly)});
  }
  if (claim.expires && *claim.expires <= said) {
    problems.push_back({"/expires", "range", Message(kOver)});
  }
  if (is_no(claim.ground)) return problems;
  if (!claim.means) problems.push_back({"/means", "required", Message(kNamed)});
  if (!claim.purpose) problems.push_back({"/purpose", "required", Message(kNamed)});
  return problems;
}

}  // namespace sluis::consent
