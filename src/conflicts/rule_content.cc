#include "conflicts/rules.h"
#include "conflicts/worded.h"
#include "kernel/fold.h"

namespace sluis::conflicts {
namespace {

std::set<std::string> words_of(std::string_view title) {
  std::set<std::string> words;
  std::string word;
  for (const char c : folded(title) + ' ') {
    const bool of_word =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (of_word) {
      word += c;
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

std::vector<Clash> clashing_titles(const Facts& facts) {
  std::vector<Clash> all;
  for (const catalog::ChannelTexts& product : facts.texts) {
    for (const catalog::LanguageCode& language : languages_of(product, facts)) {
      const std::vector<Worded> texts = worded(product, language, facts);
      std::vector<std::set<std::string>> words;
      for (const Worded& one : texts)
        words.push_back(words_of(one.title));
      const auto differ = [&](std::size_t i, std::size_t j) {
        return !std::ranges::includes(words[i], words[j]) &&
               !std::ranges::includes(words[j], words[i]);
      };
      for (const auto& [i, j] : contradictions(texts.size(), differ)) {
        Clash clash = clash_of_texts(Kind::content, product, language, facts, texts[i].channel,
                                     texts[j].channel);
        clash.value = texts[i].title;
        clash.other_value = texts[j].title;
        all.push_back(std::move(clash));
      }
    }
  }
  return all;
}

}  // namespace sluis::conflicts
