// Stream sockets in the file system, also where the path is longer than such an address may be.
#pragma once

#include <filesystem>
#include <string_view>

#include "platform/command/descriptor.h"

namespace sluis::command {

// Mode 0600; what was there is replaced. Empty with errno when it cannot be.
Descriptor listen_at(const std::filesystem::path& path);
// Empty when nobody listens.
Descriptor connect_to(const std::filesystem::path& path);
// The peer is this user or root.
bool peer_is_trusted(int socket);
// All of it, without a signal when the peer is gone; false then.
bool send_all(int socket, std::string_view bytes);

}  // namespace sluis::command
