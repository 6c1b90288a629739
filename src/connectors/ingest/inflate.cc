#include "connectors/ingest/inflate.h"

#include <zlib.h>

#include "kernel/assert.h"

namespace sluis::connectors::ingest {
namespace {

// The largest window; 32 more lets zlib see for itself whether it is gzip or zlib.
constexpr int kWindowBits = 15 + 32;
constexpr std::size_t kFirstBytes = 64 * 1024;

class Inflater {
 public:
  explicit Inflater(std::string_view compressed) {
    // zlib reads them only; its type says otherwise.
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(compressed.data()));
    stream_.avail_in = static_cast<uInt>(compressed.size());
    SLUIS_ASSERT(inflateInit2(&stream_, kWindowBits) == Z_OK);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  // Fills `room` as far as there is more. Z_STREAM_END, Z_OK or an error.
  int into(char* room, std::size_t size, std::size_t& written) {
    stream_.next_out = reinterpret_cast<Bytef*>(room);
    stream_.avail_out = static_cast<uInt>(size);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    written = size - stream_.avail_out;
    return code;
  }
  bool has_rest() const { return stream_.avail_in > 0; }

 private:
  z_stream stream_{};
};

}  // namespace

std::expected<std::string, InflateFault> inflated(std::string_view compressed,
                                                  std::size_t bytes_max) {
  Inflater inflater(compressed);
  std::string out(std::min(kFirstBytes, bytes_max + 1), '\0');
  std::size_t size = 0;
  while (true) {
    std::size_t written = 0;
    const int code = inflater.into(out.data() + size, out.size() - size, written);
    size += written;
    if (size > bytes_max) return std::unexpected(InflateFault::too_large);
    if (code == Z_STREAM_END) break;
    if (code != Z_OK || size < out.size()) return std::unexpected(InflateFault::broken);
    out.resize(std::min(out.size() * 2, bytes_max + 1));
  }
  if (inflater.has_rest()) return std::unexpected(InflateFault::broken);
  out.resize(size);
  return out;
}

}  // namespace sluis::connectors::ingest
