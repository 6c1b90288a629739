#include "imports/bytes.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "kernel/assert.h"
#include "platform/command/descriptor.h"

namespace sluis::imports {
namespace {

constexpr Text kEndsEarly{"it ends in the middle", "het eindigt halverwege"};
constexpr Text kNotGzip{"it is not what gzip writes", "het is niet wat gzip schrijft"};

// Text of people packs 5 to 50 times; this is ten times more, and only looked at once it matters.
constexpr std::uint64_t kUnpackedFreely = 16 << 20;
constexpr std::uint64_t kUnpackedRatioMax = 500;

class FileBytes : public Bytes {
 public:
  FileBytes(std::filesystem::path file, int descriptor)
      : file_(std::move(file)), descriptor_(descriptor) {}

  Result<std::size_t> read(std::span<char> room) override {
    const ssize_t count = ::read(descriptor_.get(), room.data(), room.size());
    if (count < 0) return refuse(FileRefusal::file_unreadable, file_.filename().string());
    taken_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }
  std::uint64_t taken() const override { return taken_; }

 private:
  std::filesystem::path file_;
  command::Descriptor descriptor_;
  std::uint64_t taken_ = 0;
};

class TextBytes : public Bytes {
 public:
  explicit TextBytes(std::string_view text) : text_(text) {}

  Result<std::size_t> read(std::span<char> room) override {
    const std::size_t count = text_.copy(room.data(), room.size(), taken_);
    taken_ += count;
    return count;
  }
  std::uint64_t taken() const override { return taken_; }

 private:
  std::string_view text_;
  std::size_t taken_ = 0;
};

// Gzip, also several of them one behind the other, as `cat a.gz b.gz` makes.
class GzipBytes : public Bytes {
 public:
  GzipBytes(std::string name, std::unique_ptr<Bytes> packed)
      : name_(std::move(name)), packed_(std::move(packed)) {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    SLUIS_ASSERT(inflateInit2(&stream_, kGzipOnly) == Z_OK);
  }
  ~GzipBytes() override { inflateEnd(&stream_); }
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;

  Result<std::size_t> read(std::span<char> room) override {
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(room.size(), 1u << 30));
    const uInt asked = stream_.avail_out;
    while (stream_.avail_out == asked) {
      if (stream_.avail_in == 0 && !TRY(refill())) return at_end();
      TRY_VOID(unpack());
    }
    const std::size_t count = asked - stream_.avail_out;
    unpacked_ += count;
    const bool bomb =
        unpacked_ > kUnpackedFreely && unpacked_ / kUnpackedRatioMax > packed_->taken();
    if (bomb) return refuse(FileRefusal::file_bomb, name_);
    return count;
  }
  std::uint64_t taken() const override { return packed_->taken(); }

 private:
  Result<bool> refill() {
    const std::size_t count = TRY(packed_->read(input_));
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_.avail_in = static_cast<uInt>(count);
    return count > 0;
  }

  Result<void> unpack() {
    if (between_) {
      inflateReset(&stream_);
      between_ = false;
    }
    const int state = inflate(&stream_, Z_NO_FLUSH);
    between_ = state == Z_STREAM_END;
    if (state == Z_OK || between_) return {};
    return refuse(FileRefusal::file_broken, name_, Message(kNotGzip));
  }

  Result<std::size_t> at_end() const {
    if (!between_) return refuse(FileRefusal::file_broken, name_, Message(kEndsEarly));
    return std::size_t{0};
  }

  std::string name_;
  std::unique_ptr<Bytes> packed_;
  std::array<char, 64 * 1024> input_{};
  z_stream stream_{};
  bool between_ = false;  // one gzip has ended, the next has not begun
  std::uint64_t unpacked_ = 0;
};

}  // namespace

Result<std::unique_ptr<Bytes>> open_bytes(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return refuse(FileRefusal::file_unreadable, name);
  std::unique_ptr<Bytes> bytes = std::make_unique<FileBytes>(file, descriptor);
  std::array<char, 2> magic{};
  const ssize_t count = ::pread(descriptor, magic.data(), magic.size(), 0);
  if (count < 0) return refuse(FileRefusal::file_unreadable, name);
  if (std::string_view(magic.data(), static_cast<std::size_t>(count)) != "\x1F\x8B") return bytes;
  return std::make_unique<GzipBytes>(name, std::move(bytes));
}

std::unique_ptr<Bytes> bytes_of(std::string_view text) {
  return std::make_unique<TextBytes>(text);
}

Result<std::string> beginning_of(Bytes& bytes, std::size_t most) {
  std::string text(most, '\0');
  std::size_t size = 0;
  while (size < most) {
    const std::size_t count = TRY(bytes.read({text.data() + size, most - size}));
    if (count == 0) break;
    size += count;
  }
  text.resize(size);
  return text;
}

}  // namespace sluis::imports
