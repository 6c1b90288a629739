#include "simulator/event.h"

namespace sluis::simulator {

Remark remark_of(Note note) {
  switch (note) {
    case Note::none:
      return {};
    case Note::invited:
      return {.experiment = "call-invitation", .arm = "invited", .probability = "0.9"};
    case Note::not_invited:
      return {.experiment = "call-invitation", .arm = "held_out", .probability = "0.1"};
    case Note::mailed:
      return {.experiment = "mailing", .arm = "mailed", .probability = "0.9"};
    case Note::not_mailed:
      return {.experiment = "mailing", .arm = "held_out", .probability = "0.1"};
    case Note::sold:
      return {.outcome = "sold"};
    case Note::helped:
      return {.outcome = "helped"};
    case Note::complained:
      return {.outcome = "complaint"};
  }
  __builtin_unreachable();
}

}  // namespace sluis::simulator
