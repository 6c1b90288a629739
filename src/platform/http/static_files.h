// The files of the web app, held in memory with their precompressed `.gz` and `.br` siblings. Only
// what was in the folder when it was loaded can be served, so no path leads out of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "kernel/result.h"
#include "platform/http/message.h"

namespace sluis::http {

enum class StaticRefusal : std::uint8_t { folder_unreadable };
BOOST_DESCRIBE_ENUM(StaticRefusal, folder_unreadable)
const RefusalKind& kind_of(StaticRefusal refusal);

class StaticFiles {
 public:
  // Symbolic links that lead out of the folder, and names that start with a dot, are left out.
  static Result<StaticFiles> load(const std::filesystem::path& folder);
  StaticFiles(StaticFiles&&) noexcept;
  ~StaticFiles();

  // `path` is percent-encoded, relative to the folder and without leading slash: "" and "a/" mean
  // their index.html. Nothing if there is no such file. 200, or 304 if the client has it already.
  // Call it for GET and HEAD.
  std::optional<Reply> serve(std::string_view path, const Head& head) const;

 private:
  struct Tree;
  explicit StaticFiles(std::unique_ptr<Tree> tree);

  std::unique_ptr<Tree> tree_;
};

}  // namespace sluis::http
