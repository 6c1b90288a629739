#include "platform/blobs/store.h"

namespace sluis::blobs {
namespace {

using store::Statement;

constexpr Statement kInsert{"blobs.insert",
                            "insert into platform_blob (sha256, size, media_type, created, bytes) "
                            "values ($1, $2, $3, $4, $5) on conflict (sha256) do nothing"};
constexpr Statement kFind{"blobs.find",
                          "select sha256, size, media_type, created from platform_blob "
                          "where sha256 = $1"};
constexpr Statement kBytes{
    "blobs.bytes", "select bytes from platform_blob where sha256 = $1 and bytes is not null"};
constexpr Statement kForget{"blobs.forget", "delete from platform_blob where sha256 = $1"};

constexpr const Statement* kStatements[] = {&kInsert, &kFind, &kBytes, &kForget};

}  // namespace

std::span<const Statement* const> statements() {
  return kStatements;
}

void insert(store::Tx& tx, const Blob& blob, const std::optional<store::Bytes>& bytes) {
  tx.change(kInsert, blob.sha256, blob.size, blob.media_type, blob.created, bytes);
}

void forget(store::Tx& tx, std::string_view sha256) {
  tx.change(kForget, sha256);
}

std::optional<Blob> row(store::Snapshot& snapshot, std::string_view sha256) {
  return snapshot.one<Blob>(kFind, sha256);
}

std::optional<store::Bytes> bytes(store::Snapshot& snapshot, std::string_view sha256) {
  return snapshot.one<store::Bytes>(kBytes, sha256);
}

}  // namespace sluis::blobs
