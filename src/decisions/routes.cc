#include "decisions/routes.h"

namespace sluis::decisions {

std::vector<api::Route> routes() {
  return offer_routes();
}

}  // namespace sluis::decisions
