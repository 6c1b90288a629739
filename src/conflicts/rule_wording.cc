#include "conflicts/rules.h"
#include "conflicts/said.h"
#include "conflicts/worded.h"

namespace sluis::conflicts {
namespace {

bool promises(Measure measure) {
  return measure == Measure::hours || measure == Measure::working_days;
}

std::string put(const Numbers& numbers) {
  std::string all;
  for (const auto& [number, text] : numbers)
    all += (all.empty() ? "" : ", ") + text;
  return all;
}

using Said = std::map<Measure, Numbers>;

std::vector<Said> said_by(std::span<const Worded> texts) {
  std::vector<Said> said;
  for (const Worded& one : texts)
    said.push_back(said_in(one.title + "\n" + one.description));
  return said;
}

// What one product says in one language.
class InOneLanguage {
 public:
  InOneLanguage(const catalog::ChannelTexts& product, const catalog::LanguageCode& language,
                const Facts& facts)
      : product_(product),
        language_(language),
        facts_(facts),
        texts_(worded(product, language, facts)),
        said_(said_by(texts_)) {}

  void add_clashes(Kind kind, Measure measure, std::vector<Clash>& all) {
    const auto differ = [&](std::size_t i, std::size_t j) {
      return contradict(said_[i][measure], said_[j][measure]);
    };
    for (const auto& [i, j] : contradictions(texts_.size(), differ)) {
      Clash clash =
          clash_of_texts(kind, product_, language_, facts_, texts_[i].channel, texts_[j].channel);
      clash.about = enum_name(measure);
      clash.value = put(said_[i][measure]);
      clash.other_value = put(said_[j][measure]);
      all.push_back(std::move(clash));
    }
  }

 private:
  const catalog::ChannelTexts& product_;
  const catalog::LanguageCode& language_;
  const Facts& facts_;
  std::vector<Worded> texts_;
  std::vector<Said> said_;
};

std::vector<Clash> clashing_numbers(Kind kind, const Facts& facts) {
  std::vector<Clash> all;
  for (const catalog::ChannelTexts& product : facts.texts) {
    for (const catalog::LanguageCode& language : languages_of(product, facts)) {
      InOneLanguage said(product, language, facts);
      for (const Measure measure : enum_values<Measure>())
        if (promises(measure) == (kind == Kind::promise)) said.add_clashes(kind, measure, all);
    }
  }
  return all;
}

}  // namespace

std::vector<Clash> clashing_promises(const Facts& facts) {
  return clashing_numbers(Kind::promise, facts);
}

std::vector<Clash> clashing_claims(const Facts& facts) {
  return clashing_numbers(Kind::claim, facts);
}

}  // namespace sluis::conflicts
