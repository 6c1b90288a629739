// What is known of products without asking anybody: which price holds, and what a product, a
// variant and its prices must be like.
#pragma once

#include "catalog/categories.h"
#include "catalog/completeness.h"

namespace sluis::catalog {

std::vector<FieldProblem> problems_of(const Product& product);
// Beside the product it belongs to; whom its prices name is looked up elsewhere.
std::vector<FieldProblem> problems_of(const Variant& variant, const Product& product);

// Whom texts name is looked up elsewhere.
std::vector<FieldProblem> problems_of(const Content& content);

std::string alt_shown(const PlacedPicture& picture, const LanguageCode& language,
                      const LanguageCode& company, const std::string& title);

// What channels of this form usually need: who sells there needs a price, who shows there texts and
// a picture.
std::vector<Need> usual_needs(const channels::Head& channel, const LanguageCode& company);
std::vector<FieldProblem> problems_of(const std::vector<Need>& needs);
// In the order of the needs.
std::vector<Need> missing_of(const Holding& holding, const Requirement& requirement,
                             const LanguageCode& company);

// All that is above a category is in the tree too, and counts what is below it.
std::vector<CategoryCount> tree_of(const std::vector<CategoryTotal>& totals);

// The check digit is right: the digits from the right, times 3 and 1 in turn, add up to a ten.
bool check_digit_fits(std::string_view digits);

}  // namespace sluis::catalog
