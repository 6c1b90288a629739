#include "methods/paths.h"

namespace sluis::methods {

void Paths::append(const Paths& others) {
  const std::size_t before = steps_.size();
  steps_.insert(steps_.end(), others.steps_.begin(), others.steps_.end());
  ages_d_.insert(ages_d_.end(), others.ages_d_.begin(), others.ages_d_.end());
  for (const std::size_t end : others.ends_)
    ends_.push_back(before + end);
  conversions_.insert(conversions_.end(), others.conversions_.begin(), others.conversions_.end());
  values_.insert(values_.end(), others.values_.begin(), others.values_.end());
  nulls_.insert(nulls_.end(), others.nulls_.begin(), others.nulls_.end());
}

void Paths::clear() {
  steps_.clear();
  ages_d_.clear();
  ends_.clear();
  conversions_.clear();
  values_.clear();
  nulls_.clear();
}

void Totals::add(const Paths& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Path path = batch[i];
    paths += path.conversions + path.nulls;
    nulls += path.nulls;
    if (path.steps.empty()) {
      conversions_without_channel += path.conversions;
      continue;
    }
    conversions += path.conversions;
    value += path.value;
  }
}

}  // namespace sluis::methods
