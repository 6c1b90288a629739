// What both sides sign with: HMAC-SHA256 in base64, as all conventions here write it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sluis::connectors {

std::string signature_of(std::string_view secret, std::string_view text);

// Whether it was made with one of the secrets; takes as long whatever it is.
bool is_signed(const std::vector<std::string>& secrets, std::string_view text,
               std::string_view signature);

}  // namespace sluis::connectors
