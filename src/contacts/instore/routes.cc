// The routes of labels in a store, of what a customer sees who scans one, and of who is there.

#include "contacts/routes.h"

#include "contacts/instore/labels.h"
#include "contacts/instore/scanning.h"
#include "contacts/instore/stays.h"
#include "platform/api/refusal.h"

namespace sluis::contacts {
namespace {

using api::Call;
using store::Snapshot;
using store::Tx;

struct ScanInput {
  std::optional<catalog::Gtin> gtin;
  std::optional<catalog::Sku> sku;
  std::optional<Slug> store;
  std::optional<Tongue> language;
};
BOOST_DESCRIBE_STRUCT(ScanInput, (), (gtin, sku, store, language))
struct EnterInput {
  StayDraft body;
};
BOOST_DESCRIBE_STRUCT(EnterInput, (), (body))
struct GoOnInput {
  Line<1, 64> token;
  Spot body;
};
BOOST_DESCRIBE_STRUCT(GoOnInput, (), (token, body))
struct StayInput {
  Line<1, 64> token;
};
BOOST_DESCRIBE_STRUCT(StayInput, (), (token))
struct StaysInput {
  std::optional<LocationId> location;
};
BOOST_DESCRIBE_STRUCT(StaysInput, (), (location))
struct LabelsInput {
  LabelSheet body;
};
BOOST_DESCRIBE_STRUCT(LabelsInput, (), (body))

Result<Scanned> show_scanned(Snapshot& snapshot, const Call& call, const ScanInput& in) {
  return scanned(snapshot,
                 {.gtin = in.gtin, .sku = in.sku, .store = in.store, .language = in.language},
                 call.now);
}

auto entering(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const EnterInput& in) -> Result<api::Reply<Entered>> {
    return api::Reply<Entered>{.value = TRY(come_in(CallDesk(tx, call, intake).desk(), in.body)),
                               .status = 201,
                               .version = {},
                               .headers = {}};
  };
}

auto going_on(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const GoOnInput& in) -> Result<Entered> {
    return go_on(CallDesk(tx, call, intake).desk(), in.token.text, in.body);
  };
}

auto going_out(events::Intake* intake) {
  return [intake](Tx& tx, const Call& call, const StayInput& in) -> Result<void> {
    return go_out(CallDesk(tx, call, intake).desk(), in.token.text);
  };
}

Result<api::Page<StayView>> list_stays(Snapshot& snapshot, const Call& call, const StaysInput& in) {
  return api::Page<StayView>{
      .items = stays(snapshot, stock::sight_of(call.who), in.location, call.now), .next = {}};
}

Result<api::Page<Label>> show_labels(Snapshot& snapshot, const Call& call, const LabelsInput& in) {
  static constexpr Text range{"At most {0} labels at once.", "Hoogstens {0} etiketten tegelijk."};
  static constexpr Text length{"An address of at most {0} characters.",
                               "Een adres van hoogstens {0} tekens."};
  static constexpr Text empty{"Name a store, or what is sold.",
                              "Noem een winkel, of wat er wordt verkocht."};
  std::vector<FieldProblem> problems;
  if (in.body.address.text.size() > kAddressMost) {
    problems.push_back({"/address", "range", sluis::Message(length, std::to_string(kAddressMost))});
  }
  if (in.body.skus.size() > kLabelsMost) {
    problems.push_back({"/skus", "range", sluis::Message(range, std::to_string(kLabelsMost))});
  } else if (in.body.skus.empty() && !in.body.store) {
    problems.push_back({"/store", "required", sluis::Message(empty)});
  }
  if (!problems.empty()) {
    return std::unexpected(Refusal(kind_of(JsonRefusal::invalid)).with(problems));
  }
  return api::Page<Label>{.items = TRY(labels(snapshot, in.body, call.now)), .next = {}};
}

}  // namespace

std::vector<api::Route> stay_routes(events::Intake* intake) {
  using api::Allow;
  using api::refuses;
  using http::Method;
  using enum StayRefusal;
  return {
      {.operation = "contacts.scanned",
       .method = Method::get,
       .path = "/api/v1/contacts/scanned",
       .summary = {"What a customer sees who scans a code in a store; nothing is kept of it.",
                   "Wat een klant ziet die in een winkel een code scant; er wordt niets van "
                   "bewaard."},
       .allow = Allow::anyone(),
       .handler = api::read(show_scanned),
       .refusals = refuses(store_unknown, nothing_scanned)},
      {.operation = "contacts.come_in",
       .method = Method::post,
       .path = "/api/v1/contacts/stays",
       .summary = {"Let the people of a store know where you stand; it is forgotten half an hour "
                   "after your last scan.",
                   "Laat de mensen van een winkel weten waar u staat; een half uur na uw laatste "
                   "scan is dat vergeten."},
       .allow = Allow::anyone(),
       .handler = api::write(entering(intake)),
       .refusals = refuses(store_unknown, nothing_scanned, store_full)},
      {.operation = "contacts.go_on",
       .method = Method::put,
       .path = "/api/v1/contacts/stays/{token}",
       .summary = {"You scanned something else.", "U hebt iets anders gescand."},
       .allow = Allow::anyone(),
       .handler = api::write(going_on(intake)),
       .refusals = refuses(stay_over, store_unknown, nothing_scanned)},
      {.operation = "contacts.go_out",
       .method = Method::del,
       .path = "/api/v1/contacts/stays/{token}",
       .summary = {"Forget where you stand, at once.", "Vergeet waar u staat, meteen."},
       .allow = Allow::anyone(),
       .handler = api::write(going_out(intake)),
       .refusals = refuses(stay_over)},
      {.operation = "contacts.stays",
       .method = Method::get,
       .path = "/api/v1/contacts/stays",
       .summary = {"Who is in a store now and agreed that you know; a store sees its own.",
                   "Wie er nu in een winkel is en goedvond dat u dat weet; een winkel ziet die van "
                   "zichzelf."},
       .allow = kHandlers,
       .handler = api::read(list_stays)},
      {.operation = "contacts.labels",
       .method = Method::post,
       .path = "/api/v1/contacts/labels",
       .summary = {"Labels to print for shelves: QR codes with the link of each product in a store "
                   "(GS1 Digital Link), or of the store.",
                   "Etiketten om te printen voor schappen: QR-codes met de link van elk product in "
                   "een winkel (GS1 Digital Link), of van de winkel."},
       .allow = kHandlers,
       .handler = api::read(show_labels),
       .refusals = refuses(store_unknown, nothing_scanned)},
  };
}

}  // namespace sluis::contacts
