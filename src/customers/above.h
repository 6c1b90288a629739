// What rooms above do for customers, who never call up: with what they keep of whoever is erased,
// or asks what is known of them.
#pragma once

#include "customers/erase.h"
#include "customers/export.h"

namespace sluis::customers {

struct Above {
  std::vector<Clear> clear;
  std::span<const Teller> tell;  // always there
};

Capability capability(const Above& above);

}  // namespace sluis::customers
