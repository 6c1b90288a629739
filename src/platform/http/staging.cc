#include "platform/http/staging.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include <openssl/evp.h>

#include "kernel/assert.h"

namespace sluis::http {

struct Staging::Hash {
  Hash() { SLUIS_ASSERT(EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1); }
  ~Hash() { EVP_MD_CTX_free(context); }
  Hash(const Hash&) = delete;
  Hash& operator=(const Hash&) = delete;

  EVP_MD_CTX* context = EVP_MD_CTX_new();
};

std::unique_ptr<Staging> Staging::open(const std::filesystem::path& folder) {
  std::string path = (folder / "body-XXXXXX").string();
  const int file = ::mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) return nullptr;
  return std::unique_ptr<Staging>(new Staging(std::move(path), file));
}

Staging::Staging(std::filesystem::path path, int file)
    : path_(std::move(path)), file_(file), hash_(std::make_unique<Hash>()) {}

Staging::~Staging() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(path_.c_str());
}

bool Staging::write(std::string_view bytes) {
  SLUIS_ASSERT(EVP_DigestUpdate(hash_->context, bytes.data(), bytes.size()) == 1);
  bytes_ += bytes.size();
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::shared_ptr<const StagedFile> Staging::finish() {
  StagedFile::Sha256 sha256;
  SLUIS_ASSERT(EVP_DigestFinal_ex(hash_->context, sha256.data(), nullptr) == 1);
  ::close(std::exchange(file_, -1));
  return std::make_shared<const StagedFile>(path_, bytes_, sha256);
}

}  // namespace sluis::http
