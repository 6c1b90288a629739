#include "platform/blobs/blobs.h"

#include <chrono>
#include <fcntl.h>
#include <unistd.h>

#include "kernel/assert.h"
#include "platform/blobs/store.h"
#include "platform/digest.h"
#include "platform/store/file.h"

namespace sluis::blobs {

const RefusalKind& kind_of(BlobRefusal refusal) {
  static constexpr RefusalKind no_room{
      "no_room_for_file",
      Category::unavailable,
      Retry::may_help,
      {"The file cannot be kept: {0}. It works again as soon as the disk can be written.",
       "Het bestand is niet te bewaren: {0}. Het werkt weer zodra de schijf beschrijfbaar is."}};
  static constexpr RefusalKind missing{
      "file_missing",
      Category::not_found,
      Retry::useless,
      {"The file {0} is not there.", "Het bestand {0} is er niet."}};
  switch (refusal) {
    case BlobRefusal::no_room:
      return no_room;
    case BlobRefusal::missing:
      return missing;
  }
  assertion_failed("a BlobRefusal");
}

namespace {

std::unexpected<Refusal> no_room() {
  return refuse(BlobRefusal::no_room, std::generic_category().message(errno));
}

}  // namespace

struct Staged::File {
  explicit File(const std::filesystem::path& its_path)
      : path(its_path), open(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {}
  ~File() {
    std::error_code gone_already;
    std::filesystem::remove(path, gone_already);
  }

  const std::filesystem::path path;
  store::OpenFile open;
  Sha256 digest;
  std::int64_t size = 0;
  std::string sha256;
};

Staged::Staged(std::unique_ptr<File> file) : file_(std::move(file)) {}
Staged::Staged(Staged&&) noexcept = default;
Staged& Staged::operator=(Staged&&) noexcept = default;
Staged::~Staged() = default;

Result<void> Staged::write(std::string_view bytes) {
  SLUIS_ASSERT(file_->sha256.empty());
  if (!store::write_all(file_->open, bytes)) return no_room();
  file_->digest.add(bytes);
  file_->size += static_cast<std::int64_t>(bytes.size());
  return {};
}

Result<void> Staged::finish() {
  if (fsync(file_->open.descriptor()) != 0) return no_room();
  file_->sha256 = file_->digest.hex();
  return {};
}

const std::string& Staged::sha256() const {
  return file_->sha256;
}
std::int64_t Staged::size() const {
  return file_->size;
}
const std::filesystem::path& Staged::path() const {
  return file_->path;
}

Blobs::Blobs(store::Dialect home, std::filesystem::path folder)
    : home_(home), folder_(std::move(folder)) {
  // What an earlier process left half-way is of no use.
  std::error_code error;
  std::filesystem::remove_all(folder_ / "staging", error);
  std::filesystem::create_directories(folder_ / "staging", error);
  std::filesystem::create_directories(folder_ / "blobs", error);
}

Result<Staged> Blobs::stage() {
  const auto path = folder_ / "staging" / std::to_string(++staged_);
  auto file = std::make_unique<Staged::File>(path);
  if (!file->open.usable()) return no_room();
  return Staged(std::move(file));
}

Result<void> Blobs::keep(Staged& staged) {
  SLUIS_ASSERT(!staged.sha256().empty());
  if (home_ == store::Dialect::postgres) return {};  // link() takes the bytes
  if (!store::move_durably(staged.path(), folder_ / "blobs" / staged.sha256())) return no_room();
  return {};
}

Result<Blob> Blobs::link(store::Tx& tx, Instant now, const Staged& staged,
                         std::string_view media_type) {
  std::optional<store::Bytes> bytes;
  if (home_ == store::Dialect::postgres) {
    auto read = store::read_all(staged.path());
    if (!read) return refuse(BlobRefusal::missing, staged.path().string());
    bytes = store::Bytes{*std::move(read)};
  }
  Blob blob{staged.sha256(), staged.size(), std::string(media_type), now};
  insert(tx, blob, bytes);
  return blob;
}

std::optional<Blob> Blobs::find(store::Snapshot& snapshot, std::string_view sha256) const {
  return row(snapshot, sha256);
}

Result<std::string> Blobs::read(store::Snapshot& snapshot, std::string_view sha256) const {
  if (home_ == store::Dialect::postgres) {
    auto kept = bytes(snapshot, sha256);
    if (kept) return std::move(kept->data);
  } else if (row(snapshot, sha256)) {
    auto kept = store::read_all(folder_ / "blobs" / sha256);
    if (kept) return *std::move(kept);
  }
  return refuse(BlobRefusal::missing, sha256);
}

std::int64_t sweep(store::Store& store, const std::filesystem::path& folder) {
  constexpr std::chrono::hours settled{24};
  if (store.dialect() == store::Dialect::postgres) return 0;
  const auto before = std::filesystem::file_time_type::clock::now() - settled;
  std::int64_t removed = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "blobs", error)) {
    if (entry.last_write_time(error) >= before || error) continue;
    const auto named = store.snapshot([&](store::Snapshot& snapshot) -> Result<bool> {
      return row(snapshot, entry.path().filename().string()).has_value();
    });
    if (!named || *named) continue;
    if (std::filesystem::remove(entry.path(), error)) ++removed;
  }
  return removed;
}

}  // namespace sluis::blobs
