// Receives a body that did not arrive together with its head: into memory, into a file, or to be
// thrown away so that the connection can go on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "platform/http/chunks.h"
#include "platform/http/parser.h"
#include "platform/http/staging.h"

namespace sluis::http {

class BodyReader {
 public:
  enum class Into : std::uint8_t { memory, file, nowhere };

  explicit BodyReader(const std::filesystem::path& staging_folder)
      : staging_folder_(staging_folder) {}

  MaybeFault begin(const ParsedHead& head, Into into, std::uint64_t bytes_max);
  // Bytes that arrived with the head. Says how many belonged to the body.
  std::size_t take(std::string_view bytes);
  // Where to read what comes next, and how much came.
  std::span<char> space();
  void received(std::size_t bytes);

  bool done() const { return done_; }
  MaybeFault fault() const { return fault_; }
  std::uint64_t bytes_received() const { return bytes_received_; }
  std::string_view content() const { return content_; }
  std::shared_ptr<const StagedFile> file();
  // Bytes that came after the body, and belong to the next request.
  std::string_view rest() const { return rest_; }
  // Forgets the body and gives back large buffers.
  void end();

 private:
  void keep(std::string_view content);
  std::size_t decode(std::string_view bytes);
  std::size_t count(std::string_view bytes);

  const std::filesystem::path& staging_folder_;

  BodyForm form_ = BodyForm::none;
  Into into_ = Into::nowhere;
  ChunkDecoder chunks_{0};
  std::uint64_t remaining_ = 0;  // with BodyForm::length
  std::uint64_t bytes_received_ = 0;
  bool done_ = false;
  MaybeFault fault_ = nullptr;

  std::string content_;
  std::unique_ptr<Staging> staging_;
  std::string arrived_;  // room for raw bytes
  std::string_view rest_;
};

}  // namespace sluis::http
