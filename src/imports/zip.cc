#include "imports/zip.h"

#include <minizip/unzip.h>

namespace sluis::imports {
namespace {

constexpr Text kNotZip{"it is no ZIP file", "het is geen ZIP-bestand"};
constexpr Text kBadEntry{"the part {0} cannot be unpacked",
                         "het deel {0} kan niet worden uitgepakt"};

constexpr std::uint64_t kUnpackedFreely = 16 << 20;
constexpr std::uint64_t kUnpackedRatioMax = 250;

}  // namespace

struct ZipFile::Handle {
  explicit Handle(unzFile opened) : zip(opened) {}
  ~Handle() { unzClose(zip); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  unzFile zip;
};

class ZipFile::Entry : public Bytes {
 public:
  Entry(ZipFile& file, std::string path) : file_(file), path_(std::move(path)) {}

  Result<std::size_t> read(std::span<char> room) override {
    const int count = unzReadCurrentFile(file_.handle_->zip, room.data(),
                                         static_cast<unsigned>(std::min(room.size(), kReadMost)));
    const bool damaged = count < 0 || (count == 0 && unzeof(file_.handle_->zip) != 1);
    if (damaged) return refuse(FileRefusal::file_broken, file_.name_, Message(kBadEntry, path_));
    taken_ += static_cast<std::uint64_t>(count);
    file_.unpacked_ += static_cast<std::uint64_t>(count);
    const bool bomb =
        file_.unpacked_ > kUnpackedFreely && file_.unpacked_ / kUnpackedRatioMax > file_.packed_;
    if (bomb) return refuse(FileRefusal::file_bomb, file_.name_);
    return static_cast<std::size_t>(count);
  }
  std::uint64_t taken() const override { return taken_; }

 private:
  static constexpr std::size_t kReadMost = 1 << 20;

  ZipFile& file_;
  const std::string path_;
  std::uint64_t taken_ = 0;
};

ZipFile::ZipFile(std::string name, std::unique_ptr<Handle> handle)
    : name_(std::move(name)), handle_(std::move(handle)) {}
ZipFile::~ZipFile() = default;

Result<std::shared_ptr<ZipFile>> ZipFile::open(const std::filesystem::path& file,
                                               const std::string& name) {
  unzFile zip = unzOpen64(file.c_str());
  if (zip == nullptr) return refuse(FileRefusal::file_broken, name, Message(kNotZip));
  return std::shared_ptr<ZipFile>(new ZipFile(name, std::make_unique<Handle>(zip)));
}

Result<std::unique_ptr<Bytes>> ZipFile::entry(const std::string& path) {
  constexpr int kAnyCase = 2;
  unzCloseCurrentFile(handle_->zip);
  if (unzLocateFile(handle_->zip, path.c_str(), kAnyCase) != UNZ_OK) {
    return std::unique_ptr<Bytes>();
  }
  unz_file_info64 info{};
  const bool opened =
      unzGetCurrentFileInfo64(handle_->zip, &info, nullptr, 0, nullptr, 0, nullptr, 0) == UNZ_OK &&
      unzOpenCurrentFile(handle_->zip) == UNZ_OK;
  if (!opened) return refuse(FileRefusal::file_broken, name_, Message(kBadEntry, path));
  entry_size_ = info.uncompressed_size;
  packed_ += info.compressed_size;
  return std::make_unique<Entry>(*this, path);
}

}  // namespace sluis::imports
