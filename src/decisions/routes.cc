#include "decisions/routes.h"

namespace sluis::decisions {

std::vector<api::Route> routes(Engine* engine, events::Intake* intake) {
  std::vector<api::Route> all = offer_routes();
  for (auto& some :
       {preview_routes(engine), deciding_routes(engine), answering_routes(engine, intake),
        step_routes(engine, intake), policy_routes(engine), looking_routes()})
    std::ranges::copy(some, std::back_inserter(all));
  return all;
}

}  // namespace sluis::decisions
