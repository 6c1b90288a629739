#include "platform/table/names.h"

#include <algorithm>

namespace sluis::table {
namespace {

constexpr std::size_t kSlotsFirst = 1024;
constexpr std::size_t kPageBytes = 1 << 18;

}  // namespace

Names::Names() : slots_(kSlotsFirst), mask_(kSlotsFirst - 1) {}

std::uint32_t Names::add(std::string_view text, const Key& key, std::size_t at) {
  const auto number = static_cast<std::uint32_t>(texts_.size());
  slots_[at] = {key, number};
  texts_.push_back(keep(text));
  if (texts_.size() * 2 > slots_.size()) grow();
  return number;
}

void Names::grow() {
  std::vector<Slot> before(slots_.size() * 2);
  before.swap(slots_);
  mask_ = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.number == kFree) continue;
    std::size_t at = slot.key.hash & mask_;
    while (slots_[at].number != kFree)
      at = (at + 1) & mask_;
    slots_[at] = slot;
  }
}

std::string_view Names::keep(std::string_view text) {
  if (pages_.empty() || pages_.back().size() + text.size() > pages_.back().capacity()) {
    pages_.emplace_back().reserve(std::max(kPageBytes, text.size()));
  }
  std::string& page = pages_.back();
  const std::size_t begin = page.size();
  page += text;
  return std::string_view(page).substr(begin);
}

}  // namespace sluis::table
