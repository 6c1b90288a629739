// What commands that compute something from a file share: --report, a page beside what is printed.
#pragma once

#include "platform/command/command.h"
#include "platform/report/page.h"

namespace sluis::report {

command::Option option();

// An option that lists names with commas between them, such as columns of the file: "price, age".
std::vector<std::string> names(const command::Invocation& args, std::string_view option);

// Writes the page where --report asks for it.
Result<void> write(command::Invocation& args, const Page& page);

}  // namespace sluis::report
