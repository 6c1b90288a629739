// Whether a peer has left while its answer is being made, when nobody reads what it sends.
#pragma once

namespace sluis::http {

// It has closed the connection, or its sending half of it, whatever is still unread.
bool has_left(int socket);

}  // namespace sluis::http
