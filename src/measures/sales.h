// What was sold of each product, for rooms that lay something else beside it.
#pragma once

#include "measures/quantity.h"

namespace sluis::analytics {
class Snapshot;
}

namespace sluis::measures {

// What was sold through each channel under each name that products have in the events (SKUs, of
// Sluis's own orders; empty where a sale names none), in one currency.
struct ProductSales {
  ChannelId channel;
  std::string product;
  Quantity quantity;  // what came back is not subtracted; nor is it from the revenue
  Micro revenue;      // net of VAT
};
BOOST_DESCRIBE_STRUCT(ProductSales, (), (channel, product, quantity, revenue))
// From a day on until before another.
std::vector<ProductSales> product_sales(analytics::Snapshot& figures, Date from, Date to,
                                        Currency currency);

}  // namespace sluis::measures
