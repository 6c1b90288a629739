#include "imports/xml.h"

#include <expat.h>

#include "kernel/assert.h"

namespace sluis::imports {
namespace {

constexpr Text kNotXml{"a part of it is no sound XML ({0})",
                       "een deel ervan is geen goede XML ({0})"};

constexpr int kDepthMax = 64;  // what we read is ten deep at most

std::string_view local_name(std::string_view name) {
  return name.substr(name.rfind(':') + 1);
}

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(pair[0]) == name) return pair[1];
  }
  return {};
}

struct XmlReader::Parser {
  explicit Parser(XmlVisitor& to) : expat(XML_ParserCreate(nullptr)), visitor(to) {
    SLUIS_ASSERT(expat != nullptr);
    XML_SetUserData(expat, this);
    XML_SetElementHandler(expat, opened, closed);
    XML_SetCharacterDataHandler(expat, texted);
    XML_SetStartDoctypeDeclHandler(expat, typed);
  }
  ~Parser() { XML_ParserFree(expat); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  static Parser& of(void* data) { return *static_cast<Parser*>(data); }
  static void opened(void* data, const XML_Char* name, const XML_Char** attributes) {
    if (++of(data).depth > kDepthMax) {
      XML_StopParser(of(data).expat, XML_FALSE);
      return;
    }
    of(data).visitor.open(local_name(name), Attributes(attributes));
  }
  static void closed(void* data, const XML_Char* name) {
    --of(data).depth;
    of(data).visitor.close(local_name(name));
  }
  static void texted(void* data, const XML_Char* text, int size) {
    of(data).visitor.text({text, static_cast<std::size_t>(size)});
  }
  static void typed(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(of(data).expat, XML_FALSE);
  }

  XML_Parser expat;
  XmlVisitor& visitor;
  int depth = 0;
};

XmlReader::XmlReader(std::unique_ptr<Bytes> bytes, XmlVisitor& visitor)
    : bytes_(std::move(bytes)), parser_(std::make_unique<Parser>(visitor)) {}
XmlReader::~XmlReader() = default;

Result<bool> XmlReader::advance(const std::string& name) {
  constexpr int kPart = 64 * 1024;
  auto* const buffer = static_cast<char*>(XML_GetBuffer(parser_->expat, kPart));
  SLUIS_ASSERT(buffer != nullptr);
  const std::size_t count = TRY(bytes_->read({buffer, kPart}));
  const bool last = count == 0;
  if (XML_ParseBuffer(parser_->expat, static_cast<int>(count), last) == XML_STATUS_ERROR) {
    const std::string_view why = XML_ErrorString(XML_GetErrorCode(parser_->expat));
    return refuse(FileRefusal::file_broken, name, Message(kNotXml, why));
  }
  return !last;
}

Result<void> XmlReader::to_end(const std::string& name) {
  while (TRY(advance(name))) {
  }
  return {};
}

}  // namespace sluis::imports
