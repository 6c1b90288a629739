// Personal links by mail: invitations, and a reminder for who did not answer.
#pragma once

#include "panel/waves.h"

namespace sluis::panel {

// Queues mail to at most `most` of those who are due in any open wave, the gate asked once more
// when it goes; how many. `origin` is the address of the web app ("https://sluis.example").
// Refuses mail_off, and links_need_address where the origin is empty.
Result<std::int64_t> mail_links(store::Tx& tx, const access::Actor& actor, std::string_view origin,
                                std::int64_t most);

}  // namespace sluis::panel
