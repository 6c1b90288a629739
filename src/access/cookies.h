// The cookies of the two audiences, as Set-Cookie has them. A session's token is in its cookie and
// nowhere else.
#pragma once

#include <string>
#include <string_view>

namespace sluis::access {

// `secure`: sent over TLS only, and under a name that only a secure reply of this very host can
// have set.
std::string staff_cookie(std::string_view token, bool secure);
std::string no_staff_cookie(bool secure);
std::string customer_cookie(std::string_view token, bool secure);
std::string no_customer_cookie(bool secure);

// The token in a request's Cookie header; empty if there is none.
std::string_view staff_token(std::string_view cookies);
std::string_view customer_token(std::string_view cookies);

}  // namespace sluis::access
