// Channels as people usually have them, so that a new company has its worksheet in two minutes.
#pragma once

#include <vector>

#include "channels/channel.h"

namespace sluis::channels {

struct TemplateLink {
  std::string_view to;  // the code of another template
  std::vector<Shared> shares;
};

struct Template {
  std::string_view code;
  Text name;
  Form form;
  Text goal;
  std::vector<Phase> phases;
  std::vector<std::string_view> kpis;
  std::vector<TemplateLink> links;
};

const std::vector<Template>& templates();
// Null when there is none of that code.
const Template* find_template(const Slug& code);

// Gives a channel what the template says; its KPIs are followed from `today` on, without a value.
void fill(Channel& channel, const Template& from, Language language, Date today);

}  // namespace sluis::channels
