// XML as a stream: elements and text as they pass. A document type is refused: nothing that we
// read has one, and entities are what XML bombs are made of.
#pragma once

#include <memory>
#include <string_view>

#include "imports/bytes.h"

namespace sluis::imports {

class Attributes {
 public:
  explicit Attributes(const char* const* pairs) : pairs_(pairs) {}
  // By its name without a prefix; empty when it is not there.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* pairs_;
};

// Names come without their prefix.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  virtual void open(std::string_view element, const Attributes& attributes) = 0;
  virtual void close(std::string_view element) = 0;
  virtual void text(std::string_view part) = 0;
};

class XmlReader {
 public:
  XmlReader(std::unique_ptr<Bytes> bytes, XmlVisitor& visitor);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // Reads one part more; false at the end. `name` is what the file is called.
  Result<bool> advance(const std::string& name);
  Result<void> to_end(const std::string& name);
  std::uint64_t taken() const { return bytes_->taken(); }

 private:
  struct Parser;
  std::unique_ptr<Bytes> bytes_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace sluis::imports
