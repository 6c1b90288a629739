// The routes that tell both sides of a contact how their browsers reach each other.

#include "contacts/chat/chat.h"
#include "contacts/routes.h"
#include "kernel/assert.h"

namespace sluis::contacts {
namespace {

struct TokenInput {
  Line<1, 64> token;
};
BOOST_DESCRIBE_STRUCT(TokenInput, (), (token))

}  // namespace

api::Route relay_route(const Relay* relay) {
  const auto show = [relay](store::Snapshot&, const api::Call& call) -> Result<IceServers> {
    SLUIS_ASSERT(relay != nullptr);
    return ice_servers(*relay, to_string(call.who.user), call.now);
  };
  return {.operation = "contacts.relay",
          .method = http::Method::get,
          .path = "/api/v1/contacts/relay",
          .summary = {"How your browser reaches that of a customer: STUN and TURN servers, good "
                      "for ten minutes.",
                      "Hoe uw browser die van een klant bereikt: STUN- en TURN-servers, tien "
                      "minuten geldig."},
          .allow = kHandlers,
          .handler = api::read(show)};
}

api::Route visit_relay_route(const Relay* relay) {
  const auto show = [relay](store::Snapshot& snapshot, const api::Call& call,
                            const TokenInput& in) -> Result<IceServers> {
    const ContactId id = TRY(contact_of_visit(snapshot, in.token.text));
    SLUIS_ASSERT(relay != nullptr);
    return ice_servers(*relay, to_string(id), call.now);
  };
  return {.operation = "contacts.relay_as_visitor",
          .method = http::Method::get,
          .path = "/api/v1/contacts/visits/{token}/relay",
          .summary = {"How your browser reaches that of the agent: STUN and TURN servers, good for "
                      "ten minutes.",
                      "Hoe uw browser die van de medewerker bereikt: STUN- en TURN-servers, tien "
                      "minuten geldig."},
          .allow = api::Allow::anyone(),
          .handler = api::read(show),
          .refusals = api::refuses(ChatRefusal::visit_unknown)};
}

}  // namespace sluis::contacts
