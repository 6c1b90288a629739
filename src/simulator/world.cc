#include "simulator/world.h"

namespace sluis::simulator {

World world_of(WorldName name) {
  switch (name) {
    case WorldName::simple:
      return {.call_uplift = {0.10, 0.03}};
    case WorldName::interactions:
      return {.call_uplift = {-0.05, 0.02},
              .call_uplift_of_business = 0.20,
              .call_uplift_after_mail = 0.30};
    case WorldName::drift:
      return {.call_uplift = {0.15, 0.03}, .call_uplift_drift = -0.25, .store_taste_moves = 0.5};
    case WorldName::heavy_tails:
      return {.call_uplift = {0.10, 0.03}, .rate_shape = 0.3, .quantity_index = 1.2};
    case WorldName::telephone_cannibalises:
      return {.call_uplift = {0, 0}, .call_accepted = 0.4};
    case WorldName::telephone_pays:
      return {.call_uplift = {0.35, 0.05}, .call_accepted = 0.3};
  }
  __builtin_unreachable();
}

Text summary_of(WorldName name) {
  switch (name) {
    case WorldName::simple:
      return {"a call and a mailing each add a little, to everybody",
              "een gesprek en een mailing voegen elk iets toe, bij iedereen"};
    case WorldName::interactions:
      return {"a call harms, but for businesses and shortly after a mailing",
              "een gesprek schaadt, behalve bij bedrijven en kort na een mailing"};
    case WorldName::drift:
      return {"what a call adds wears off, and stores lose to the marketplace",
              "wat een gesprek toevoegt slijt, en winkels verliezen aan de marktplaats"};
    case WorldName::heavy_tails:
      return {"few customers and few orders make most of the revenue",
              "weinig klanten en weinig orders maken de meeste omzet"};
    case WorldName::telephone_cannibalises:
      return {"calls only take the orders that the webshop would have had",
              "gesprekken nemen alleen orders af die de webwinkel toch had gekregen"};
    case WorldName::telephone_pays:
      return {"calls bring many orders that would not have been there",
              "gesprekken brengen veel orders die er anders niet waren geweest"};
  }
  __builtin_unreachable();
}

}  // namespace sluis::simulator
