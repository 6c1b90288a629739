// What the text of a cell says: an amount, a moment, a currency. Where a text can be read in two
// ways, how it is to be read is an argument; detect.h finds it out from many cells.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "kernel/describe.h"
#include "kernel/money.h"
#include "kernel/time.h"

namespace sluis::imports {

enum class Decimals : std::uint8_t { point, comma };
BOOST_DESCRIBE_ENUM(Decimals, point, comma)

// "1,234.50", "€ 12", "-3.5e-2", "(12.50)", "12.50-", "12 %" is none. More than six decimals are
// rounded. Signs between thousands only where they stand between thousands.
std::optional<Micro> parse_amount(std::string_view text, Decimals decimals);

// How days are written. Between day, month and year stands anything of - / . or a space, or
// nothing where all have their full width; a month may be a name, English or Dutch.
enum class Dates : std::uint8_t { iso, dmy, mdy, ymd, excel, unix_s, unix_ms };
BOOST_DESCRIBE_ENUM(Dates, iso, dmy, mdy, ymd, excel, unix_s, unix_ms)

// A moment as a clock on the wall shows it, unless the text says how far that is from UTC.
struct WallTime {
  Instant shown;  // as if the clock stood in UTC
  bool is_utc = false;
};
// The time of day is optional: "14:05", "2:05:31.5 pm"; without one it is midnight.
std::optional<WallTime> parse_moment(std::string_view text, Dates dates);

// A code of ISO 4217, or a sign that stands for one.
std::optional<Currency> parse_currency(std::string_view text);

// A number, a day, an e-mail address: no name of a column.
bool looks_like_data(std::string_view cell);

}  // namespace sluis::imports
