// A file that somebody sends in as a picture: told by its first bytes, or none.
#include "catalog/picture.h"

#include "kernel/assert.h"

namespace sluis::fuzz {

void take_picture(std::string_view bytes) {
  const auto form = catalog::picture_in(bytes);
  if (!form) return;
  SLUIS_ASSERT(form->media_type.starts_with("image/"));
  SLUIS_ASSERT(form->width >= 1 && form->height >= 1);
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  sluis::fuzz::take_picture({reinterpret_cast<const char*>(data), size});
  return 0;
}
