// The bytes of a file from its start to its end, unpacked where it is gzip and decoded to UTF-8
// where it is something else. Nothing is read ahead further than one buffer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "imports/refusals.h"

namespace sluis::imports {

class Bytes {
 public:
  virtual ~Bytes() = default;
  // As many as are there, at most `room`; none at the end.
  virtual Result<std::size_t> read(std::span<char> room) = 0;
  // Of the file on disk, for progress.
  virtual std::uint64_t taken() const = 0;
};

// Of a file, unpacked when it starts as gzip does. A file that unpacks to hundreds of times its
// size is refused: it is a bomb, or nothing that belongs in an import.
Result<std::unique_ptr<Bytes>> open_bytes(const std::filesystem::path& file);
// For what is in memory already, such as tests.
std::unique_ptr<Bytes> bytes_of(std::string_view text);

enum class Encoding : std::uint8_t { utf8, windows_1252, latin_1, utf16_le, utf16_be };
BOOST_DESCRIBE_ENUM(Encoding, utf8, windows_1252, latin_1, utf16_le, utf16_be)

// By the mark in front, else by what the bytes can be. What is neither UTF-8 nor UTF-16 is taken
// for Windows-1252, as spreadsheets in much of Europe write it.
Encoding encoding_of(std::string_view beginning);
// UTF-8 without a mark in front. Broken UTF-8 comes through as it is: whoever makes rows of it says
// in which line it stands.
std::unique_ptr<Bytes> decoded(std::unique_ptr<Bytes> bytes, Encoding encoding);

// The first `most` bytes of it, or all.
Result<std::string> beginning_of(Bytes& bytes, std::size_t most);

}  // namespace sluis::imports
