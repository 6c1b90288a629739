#include "platform/command/descriptor.h"

#include <cerrno>
#include <unistd.h>

namespace sluis::command {

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(descriptor, bytes.data(), bytes.size());
    if (size >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(size));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

}  // namespace sluis::command
