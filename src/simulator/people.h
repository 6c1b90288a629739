// What the company knows of the customers of a sample beside their events: names, and what they
// agreed to or object to. Only of those whom some channel came to know.
#pragma once

#include <stop_token>

#include "platform/store/store.h"
#include "simulator/chapters.h"
#include "simulator/sample.h"

namespace sluis::simulator {

struct Registrar {
  store::Store& store;
  IdSource& ids;
  const Clock& clock;
  std::string actor;
};

Result<void> add_people(const Registrar& registrar, const Sample& sample, const Chapters& chapters,
                        const std::stop_token& stop);

}  // namespace sluis::simulator
