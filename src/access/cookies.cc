#include "access/cookies.h"

#include <fmt/format.h>

#include "access/rules.h"

namespace sluis::access {
namespace {

struct Cookie {
  std::string_view name;
  std::string_view secure_name;
  std::string_view path;
  Duration life;
};

constexpr Cookie kStaff{"sluis_session", "__Host-sluis_session", "/", kSessionLife};
// Sent only where customers have their routes: one browser may hold both cookies.
constexpr Cookie kCustomer{"sluis_customer", "__Secure-sluis_customer", "/api/v1/customer",
                           kCustomerSessionLife};

// Lax, not Strict: who follows a link in a mail must arrive signed in. Changes are guarded by
// Origin.
std::string header(const Cookie& cookie, std::string_view token, bool secure, Duration life) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(life).count();
  return fmt::format("{}={}; Path={}; Max-Age={}; HttpOnly; SameSite=Lax{}",
                     secure ? cookie.secure_name : cookie.name, token, cookie.path, seconds,
                     secure ? "; Secure" : "");
}

std::string_view token_in(std::string_view cookies, const Cookie& cookie) {
  const std::string_view secure = cookie_of(cookies, cookie.secure_name);
  return secure.empty() ? cookie_of(cookies, cookie.name) : secure;
}

}  // namespace

std::string staff_cookie(std::string_view token, bool secure) {
  return header(kStaff, token, secure, kStaff.life);
}
std::string no_staff_cookie(bool secure) {
  return header(kStaff, "", secure, Duration(0));
}
std::string customer_cookie(std::string_view token, bool secure) {
  return header(kCustomer, token, secure, kCustomer.life);
}
std::string no_customer_cookie(bool secure) {
  return header(kCustomer, "", secure, Duration(0));
}

std::string_view staff_token(std::string_view cookies) {
  return token_in(cookies, kStaff);
}
std::string_view customer_token(std::string_view cookies) {
  return token_in(cookies, kCustomer);
}

}  // namespace sluis::access
