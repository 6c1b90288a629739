#include "imports/reading.h"

namespace sluis::imports {

Reading::Reading(std::string name, std::unique_ptr<Rows> rows, Mapper mapper)
    : name_(std::move(name)),
      rows_(std::move(rows)),
      mapper_(std::move(mapper)),
      columns_(rows_->columns().size()) {}

Result<std::unique_ptr<Reading>> Reading::open(const Order& order,
                                               const std::string& company_zone) {
  const Form form = TRY(form_of(order.file, order.mapping.file.value_or(Form{})));
  auto rows = TRY(open_rows(order.file, form));
  Mapper mapper = TRY(Mapper::make(order.mapping, rows->columns(), company_zone));
  return std::unique_ptr<Reading>(new Reading(order.file_name, std::move(rows), std::move(mapper)));
}

Result<bool> Reading::next(Batch& batch, std::optional<Problem>& problem) {
  if (!TRY(rows_->next(row_))) {
    if (number_ == 0) return refuse(FileRefusal::file_no_rows, name_);
    return false;
  }
  ++number_;
  if (rows_->columns().size() != columns_) {
    columns_ = rows_->columns().size();
    mapper_.rebind(rows_->columns());
  }
  problem = mapper_.map({&row_, number_}, batch);
  return true;
}

ToldProblem told(const Problem& problem) {
  constexpr std::size_t kValueMost = 200;
  return {.line = static_cast<std::int64_t>(problem.line),
          .code = problem.code,
          .column = problem.column,
          .value = problem.value.substr(0, kValueMost),
          .en = problem.message.in(Language::en),
          .nl = problem.message.in(Language::nl)};
}

}  // namespace sluis::imports
