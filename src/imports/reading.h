// A file and its mapping on their way to drafts: the rows are read, mapped, and numbered.
#pragma once

#include "imports/imports.h"
#include "imports/mapper.h"

namespace sluis::imports {

class Reading {
 public:
  // Refused when the file cannot be read, has no rows, or lacks columns of the mapping.
  static Result<std::unique_ptr<Reading>> open(const Order& order, const std::string& company_zone);

  // Adds the events of the next row; false at the end.
  Result<bool> next(Batch& batch, std::optional<Problem>& problem);
  std::int64_t rows() const { return static_cast<std::int64_t>(number_); }
  std::int64_t taken() const { return static_cast<std::int64_t>(rows_->taken()); }
  std::int64_t size() const { return static_cast<std::int64_t>(rows_->size()); }

 private:
  Reading(std::string name, std::unique_ptr<Rows> rows, Mapper mapper);

  const std::string name_;
  std::unique_ptr<Rows> rows_;
  Mapper mapper_;
  Row row_;
  std::size_t number_ = 0;
  std::size_t columns_ = 0;
};

ToldProblem told(const Problem& problem);

}  // namespace sluis::imports
