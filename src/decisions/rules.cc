#include "decisions/rules.h"

#include <algorithm>

#include <fmt/format.h>

#include "decisions/deciding.h"

namespace sluis::decisions {
namespace {

constexpr std::size_t kSegmentsMost = 8;

constexpr Text kTeamNeeded{"People do this: say which team.",
                           "Dit wordt door mensen gedaan: noem het team."};
constexpr Text kTeamUseless{"Nobody is needed for this: leave the team out.",
                            "Hier is niemand voor nodig: laat het team weg."};
constexpr Text kDiscountNeeded{"Say how much discount it gives.", "Zeg hoeveel korting het geeft."};
constexpr Text kDiscountUseless{"Only a discount gives one: leave this out.",
                                "Alleen een korting geeft korting: laat dit weg."};
constexpr Text kCostBelow0{"A contact costs 0 or more.", "Een contact kost 0 of meer."};
constexpr Text kTurned{"It ends before it begins: choose a later moment.",
                       "Het eindigt voor het begint: kies een later moment."};
constexpr Text kTitleMissing{"Visitors read this: give it a title in both languages.",
                             "Bezoekers lezen dit: geef het in beide talen een titel."};
constexpr Text kButtonMissing{"Visitors press this: name the button in both languages.",
                              "Bezoekers drukken hierop: noem de knop in beide talen."};
constexpr Text kAgreementMissing{
    "Visitors agree to this: write it in both languages, or in neither.",
    "Bezoekers stemmen hiermee in: schrijf het in beide talen of in "
    "geen van beide."};
constexpr Text kTwice{"This stands in the list twice.", "Dit staat twee keer in de lijst."};
constexpr Text kOffersMany{"At most 12 offers compete in one place.",
                           "In één plek strijden hoogstens 12 aanbiedingen."};
constexpr Text kSegmentsMany{"What is learnt is told apart for at most 8 segments.",
                             "Wat geleerd wordt, wordt voor hoogstens 8 segmenten uit elkaar "
                             "gehouden."};

using Problems = std::vector<FieldProblem>;

void add(Problems& problems, std::string pointer, std::string_view code, const Text& text) {
  problems.push_back({std::move(pointer), code, Message(text)});
}

void check_words(Problems& problems, std::string_view language, const Words& words) {
  if (words.title.text.empty())
    add(problems, fmt::format("/texts/{}/title", language), "missing", kTitleMissing);
  if (words.button.text.empty())
    add(problems, fmt::format("/texts/{}/button", language), "missing", kButtonMissing);
}

template <class T>
void check_once(Problems& problems, std::string_view name, const std::vector<T>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto before = all.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(all.begin(), before, all[i]) != before)
      add(problems, fmt::format("/{}/{}", name, i), "twice", kTwice);
  }
}

}  // namespace

bool needs_team(Act act) {
  return takes_place(act) || act == Act::call_back || act == Act::appointment;
}

bool takes_place(Act act) {
  return act == Act::call_now || act == Act::chat || act == Act::video;
}

Act act_at(const Placement& place, const Offer& offer) {
  return place.at_once && offer.act == Act::call_back ? Act::call_now : offer.act;
}

bool takes_number(Act act) {
  return act == Act::call_back;
}

Problems problems_of(const Offer& offer) {
  Problems problems;
  if (needs_team(offer.act) && !offer.team) add(problems, "/team", "needed", kTeamNeeded);
  if (!needs_team(offer.act) && offer.team) add(problems, "/team", "useless", kTeamUseless);
  const bool gives = offer.act == Act::discount;
  if (gives && !offer.discount_basis_points)
    add(problems, "/discount_basis_points", "needed", kDiscountNeeded);
  if (!gives && offer.discount_basis_points)
    add(problems, "/discount_basis_points", "useless", kDiscountUseless);
  if (offer.cost && *offer.cost < Micro(0)) add(problems, "/cost", "range", kCostBelow0);
  if (offer.from && offer.until && *offer.until <= *offer.from)
    add(problems, "/until", "range", kTurned);
  check_words(problems, "nl", offer.texts.nl);
  check_words(problems, "en", offer.texts.en);
  check_once(problems, "segments", offer.segments);
  check_once(problems, "phases", offer.phases);
  return problems;
}

Problems problems_of(const Placement& placement) {
  Problems problems;
  if (placement.offers.size() > kOffersMost) add(problems, "/offers", "range", kOffersMany);
  check_once(problems, "offers", placement.offers);
  if (placement.fee && *placement.fee < Micro(0)) add(problems, "/fee", "range", kCostBelow0);
  const Agreement& agreement = placement.agreement;
  if (agreement.nl.text.empty() != agreement.en.text.empty())
    add(problems, agreement.nl.text.empty() ? "/agreement/nl" : "/agreement/en", "missing",
        kAgreementMissing);
  return problems;
}

Problems problems_of(const Settings& settings) {
  Problems problems;
  if (settings.hour_cost < Micro(0)) add(problems, "/hour_cost", "range", kCostBelow0);
  if (settings.waiting_hour_cost < Micro(0))
    add(problems, "/waiting_hour_cost", "range", kCostBelow0);
  if (settings.segments.size() > kSegmentsMost) add(problems, "/segments", "range", kSegmentsMany);
  check_once(problems, "segments", settings.segments);
  return problems;
}

const std::string& words_of(const Agreement& agreement, Language language) {
  return language == Language::nl ? agreement.nl.text : agreement.en.text;
}

}  // namespace sluis::decisions
