// The commands of the catalog as a file.

#include "imports/commands.h"
#include "imports/products.h"
#include "platform/command/rows.h"

namespace sluis::imports {
namespace {

using command::Invocation;

constexpr Text kProblem{"line {0}: {1}", "regel {0}: {1}"};
constexpr Text kProblemOf{"line {0}, {1}: {2}", "regel {0}, {1}: {2}"};

struct ToldRow {
  std::int64_t lines = 0;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;

  static constexpr Text headings[] = {{"Lines", "Regels"},
                                      {"Added", "Nieuw"},
                                      {"Changed", "Gewijzigd"},
                                      {"Unchanged", "Gelijk"},
                                      {"Refused", "Geweigerd"}};
};
BOOST_DESCRIBE_STRUCT(ToldRow, (), (lines, added, changed, unchanged, refused))

Result<void> bring_in(Invocation& args) {
  const ProductsOrder order{.file = args.text("file"),
                            .only_try = args.flag("dry-run"),
                            .language = args.reader().language};
  const auto actor = access::command_line(args.ids(), args.clock().now());
  const auto go_on = [&](std::uint64_t done, std::uint64_t total) {
    args.progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(total));
    return !args.cancelled();
  };
  const ProductsTold told = TRY(bring_in_products(args.store(), actor, order, go_on));
  for (const LineProblem& problem : told.problems) {
    const std::string line = std::to_string(problem.line);
    args.note(problem.column.empty() ? Message(kProblem, line, problem.message)
                                     : Message(kProblemOf, line, problem.column, problem.message));
  }
  const std::vector<ToldRow> rows{
      {told.lines, told.added, told.changed, told.unchanged, told.refused}};
  command::print_rows(args, rows);
  return {};
}

// By the end of its name a spreadsheet or a Parquet file; else CSV.
exporting::Form form_of(const std::filesystem::path& file) {
  if (file.extension() == ".xlsx") return exporting::Form::xlsx;
  if (file.extension() == ".parquet") return exporting::Form::parquet;
  return exporting::Form::csv;
}

Result<void> take_out(Invocation& args) {
  const std::filesystem::path file = args.text("file");
  const auto out =
      TRY(exporting::TableFile::create(form_of(file), file, exporting::columns_of<ProductLine>()));
  const auto lines =
      TRY(args.store().snapshot([](store::Snapshot& snapshot) -> Result<std::vector<ProductLine>> {
        return product_lines(snapshot);
      }));
  for (const ProductLine& line : lines)
    TRY_VOID(exporting::write_row(*out, line));
  return out->finish();
}

}  // namespace

std::vector<command::Command> product_commands() {
  return {
      {.name = "catalog import",
       .summary =
           {"Bring in a file of products, a line for each variant: CSV, XLSX or others.",
            "Lees een bestand met producten in, een regel per variant: CSV, XLSX of anders."},
       .options = {{.name = "dry-run",
                    .help = {"only say what would change, and what is wrong with which line",
                             "zeg alleen wat er zou wijzigen, en wat er mis is met welke regel"},
                    .kind = command::Kind::flag}},
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"the file", "het bestand"},
                        .kind = command::Kind::file_in,
                        .required = true}},
       .output = command::Output::rows,
       .run = bring_in},
      {.name = "catalog export",
       .summary =
           {"Write all variants with their products to a file that can be brought in again.",
            "Schrijf alle varianten met hun producten naar een bestand om weer in te lezen."},
       .positionals = {{.name = "file",
                        .value = "FILE",
                        .help = {"a new file: .csv, .xlsx or .parquet",
                                 "een nieuw bestand: .csv, .xlsx of .parquet"},
                        .kind = command::Kind::file_out,
                        .required = true}},
       .run = take_out},
  };
}

}  // namespace sluis::imports
