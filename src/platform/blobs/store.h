// The rows of blobs.
#pragma once

#include "platform/blobs/blobs.h"

namespace sluis::blobs {

// `bytes` only where the database keeps them. The row that is there already stays.
void insert(store::Tx& tx, const Blob& blob, const std::optional<store::Bytes>& bytes);
std::optional<Blob> row(store::Snapshot& snapshot, std::string_view sha256);
std::optional<store::Bytes> bytes(store::Snapshot& snapshot, std::string_view sha256);

}  // namespace sluis::blobs
