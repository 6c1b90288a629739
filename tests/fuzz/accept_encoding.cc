// The choice of a file's form by Accept-Encoding: never one that there is not, never one refused.
#include "platform/http/accept_encoding.h"

#include "kernel/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sluis::http::AcceptedCodings;
  using sluis::http::choose_coding;
  using sluis::http::Coding;
  const std::string_view header(reinterpret_cast<const char*>(data), size);
  const AcceptedCodings accepted = sluis::http::parse_accept_encoding(header);
  for (const int weight : {accepted.brotli, accepted.gzip, accepted.identity})
    SLUIS_ASSERT(weight >= 0 && weight <= 1000);
  SLUIS_ASSERT(choose_coding(accepted, false, false) == Coding::identity);
  const Coding either = choose_coding(accepted, true, true);
  SLUIS_ASSERT(either != Coding::brotli || accepted.brotli > 0);
  SLUIS_ASSERT(either != Coding::gzip || accepted.gzip > 0);
  SLUIS_ASSERT(choose_coding(accepted, true, false) != Coding::gzip);
  SLUIS_ASSERT(choose_coding(accepted, false, true) != Coding::brotli);
  return 0;
}
