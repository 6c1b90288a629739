#include "platform/blobs/blobs.h"

namespace sluis::blobs {

std::span<const store::Statement* const> statements() {
  return {};
}

}  // namespace sluis::blobs
