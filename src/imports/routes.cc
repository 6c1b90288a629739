#include "imports/routes.h"

#include "company/company.h"
#include "imports/detect.h"
#include "imports/files.h"
#include "imports/jobs.h"
#include "imports/mapper.h"
#include "imports/presets.h"
#include "platform/api/refusal.h"

namespace sluis::imports {
namespace {

using api::Allow;
using api::Call;
using api::Role;
using store::Snapshot;
using store::Tx;

constexpr Allow kImporters = Allow::role(Role::admin) | Allow::role(Role::manager);
constexpr std::uint64_t kFileMost = 8ULL << 30;
constexpr std::uint64_t kMappingMost = 1 << 20;
constexpr std::int64_t kRowsTried = 20'000;
constexpr std::int64_t kPage = 50;

// What goes over the wire

struct FileView {
  ImportFileId id;
  std::string name;
  std::int64_t size = 0;
  Instant created;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, name, size, created))

// A file and what it looks like.
struct DetectedView : FileView {
  Detection detection;
  std::vector<std::string> presets;  // whose columns it has
};
BOOST_DESCRIBE_STRUCT(DetectedView, (FileView), (detection, presets))

struct SendInput {
  Line<1, 200> name;
  api::FileBody body;
};
BOOST_DESCRIBE_STRUCT(SendInput, (), (name, body))

struct FileInput {
  ImportFileId id;
};
BOOST_DESCRIBE_STRUCT(FileInput, (), (id))

struct TrialOrder {
  Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(TrialOrder, (), (mapping))
struct TrialInput {
  ImportFileId id;
  TrialOrder body;
};
BOOST_DESCRIBE_STRUCT(TrialInput, (), (id, body))

struct ImportOrder {
  ImportFileId file;
  Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(ImportOrder, (), (file, mapping))
struct StartInput {
  ImportOrder body;
};
BOOST_DESCRIBE_STRUCT(StartInput, (), (body))
struct Started {
  JobId job;
};
BOOST_DESCRIBE_STRUCT(Started, (), (job))

struct ListInput {
  std::optional<ImportId> after;
  std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInput, (), (after, limit))
struct ImportInput {
  ImportId id;
};
BOOST_DESCRIBE_STRUCT(ImportInput, (), (id))

struct MappingInput {
  MappingId id;
};
BOOST_DESCRIBE_STRUCT(MappingInput, (), (id))
struct AddMappingInput {
  Mapping body;
};
BOOST_DESCRIBE_STRUCT(AddMappingInput, (), (body))
struct ChangeMappingInput {
  MappingId id;
  Mapping body;
};
BOOST_DESCRIBE_STRUCT(ChangeMappingInput, (), (id, body))

struct FileList {
  std::vector<FileView> items;
};
BOOST_DESCRIBE_STRUCT(FileList, (), (items))
struct MappingList {
  std::vector<KeptMapping> items;
};
BOOST_DESCRIBE_STRUCT(MappingList, (), (items))

struct PresetView {
  std::string name;
  std::vector<Mapping> mappings;
};
BOOST_DESCRIBE_STRUCT(PresetView, (), (name, mappings))
struct PresetList {
  std::vector<PresetView> items;
};
BOOST_DESCRIBE_STRUCT(PresetList, (), (items))

FileView view_of(const KeptFile& file) {
  return {file.id, file.name, file.size, file.created};
}

Result<DetectedView> detected(const KeptFile& file) {
  DetectedView view{view_of(file), TRY(detect(file.path, {})), {}};
  std::vector<std::string> columns;
  for (const ColumnFound& column : view.detection.columns)
    columns.push_back(column.name);
  for (const std::string_view name : preset_names()) {
    if (fitting(TRY(preset(name)), columns)) view.presets.emplace_back(name);
  }
  return view;
}

api::Reply<KeptMapping> versioned(KeptMapping mapping, int status = 200) {
  const std::int64_t version = mapping.version;
  return {.value = std::move(mapping), .status = status, .version = version, .headers = {}};
}

// Handlers

Result<api::Reply<DetectedView>> send_file(store::Store& store, const Call& call,
                                           const SendInput& input) {
  const KeptFile file =
      TRY(keep_file(store, access::actor_of(call), input.name.text, input.body.file->path()));
  auto view = detected(file);
  if (view) return api::Reply<DetectedView>{*std::move(view), 201, {}, {}};
  // What cannot be read is not kept.
  TRY_VOID(store.unit([&](Tx& tx) { return remove_file(tx, access::actor_of(call), file.id); }));
  return std::unexpected(std::move(view).error());
}

Result<FileList> list_files(Snapshot& snapshot, const Call&) {
  FileList list;
  for (const KeptFile& file : files(snapshot))
    list.items.push_back(view_of(file));
  return list;
}

Result<DetectedView> show_file(store::Store& store, const Call&, const FileInput& input) {
  return detected(
      TRY(store.snapshot([&](Snapshot& snapshot) { return find_file(snapshot, input.id); })));
}

Result<void> discard_file(Tx& tx, const Call& call, const FileInput& input) {
  return remove_file(tx, access::actor_of(call), input.id);
}

Result<Trial> try_file(store::Store& store, const Call&, const TrialInput& input) {
  const Mapping& mapping = input.body.mapping;
  TRY_VOID(usable(mapping));
  const KeptFile file =
      TRY(store.snapshot([&](Snapshot& snapshot) { return find_file(snapshot, input.id); }));
  const auto around = TRY(store.snapshot(
      [](Snapshot& snapshot) -> Result<Surroundings> { return surroundings(snapshot); }));
  return try_out({file.path, file.name, mapping}, around, kRowsTried,
                 [](auto, auto) { return true; });
}

Result<api::Reply<Started>> start_import(Tx& tx, const Call& call, const StartInput& input) {
  TRY_VOID(usable(input.body.mapping));
  const KeptFile file = TRY(find_file(tx, input.body.file));
  const JobInput order{file.id, input.body.mapping, call.who.name()};
  const JobId job = jobs::start(
      tx, call.ids, call.now,
      {.kind = std::string(kJobKind), .input = {to_json(order)}, .creator = call.who.user});
  return api::Reply<Started>{.value = {job}, .status = 202, .version = {}, .headers = {}};
}

Result<api::Page<Import>> list_imports(Snapshot& snapshot, const Call&, const ListInput& input) {
  const auto limit = static_cast<int>(input.limit ? input.limit->number : kPage);
  api::Page<Import> page{imports(snapshot, input.after, limit + 1), {}};
  if (std::cmp_greater(page.items.size(), limit)) {
    page.items.pop_back();
    page.next = to_string(page.items.back().id);
  }
  return page;
}

Result<Import> show_import(Snapshot& snapshot, const Call&, const ImportInput& input) {
  return find(snapshot, input.id);
}

Result<PresetList> list_presets(Snapshot&, const Call&) {
  PresetList list;
  for (const std::string_view name : preset_names())
    list.items.push_back({std::string(name), TRY(preset(name))});
  return list;
}

Result<MappingList> list_mappings(Snapshot& snapshot, const Call&) {
  return MappingList{mappings(snapshot)};
}

Result<api::Reply<KeptMapping>> show_mapping(Snapshot& snapshot, const Call&,
                                             const MappingInput& input) {
  return versioned(TRY(find_mapping(snapshot, input.id)));
}

Result<api::Reply<KeptMapping>> add_one(Tx& tx, const Call& call, const AddMappingInput& input) {
  return versioned(TRY(add_mapping(tx, access::actor_of(call), input.body)), 201);
}

Result<api::Reply<KeptMapping>> change_one(Tx& tx, const Call& call,
                                           const ChangeMappingInput& input) {
  return versioned(
      TRY(change_mapping(tx, access::actor_of(call), input.id, call.expected_version, input.body)));
}

Result<void> remove_one(Tx& tx, const Call& call, const MappingInput& input) {
  return remove_mapping(tx, access::actor_of(call), input.id, call.expected_version);
}

// The table

std::vector<api::Route> file_routes() {
  return {
      {.operation = "imports.send_file",
       .method = http::Method::post,
       .path = "/api/v1/imports/files",
       .summary = {"Send a file to be imported; answers what it looks like and a mapping for it.",
                   "Stuur een bestand om in te lezen; antwoordt hoe het eruitziet en met een "
                   "koppeling ervoor."},
       .allow = kImporters,
       .handler = api::file(send_file),
       .limits = {.body_bytes = kFileMost},
       .refusals = api::refuses<FileRefusal>(),
       .content_type = "application/octet-stream"},
      {.operation = "imports.list_files",
       .method = http::Method::get,
       .path = "/api/v1/imports/files",
       .summary = {"The files that wait to be imported, the newest first.",
                   "De bestanden die wachten om ingelezen te worden, het nieuwste eerst."},
       .allow = kImporters,
       .handler = api::read(list_files)},
      {.operation = "imports.show_file",
       .method = http::Method::get,
       .path = "/api/v1/imports/files/{id}",
       .summary = {"What a file looks like, and a mapping for it.",
                   "Hoe een bestand eruitziet, en een koppeling ervoor."},
       .allow = kImporters,
       .handler = api::prepare(show_file),
       .refusals = api::refuses<FileRefusal, ImportRefusal>()},
      {.operation = "imports.discard_file",
       .method = http::Method::del,
       .path = "/api/v1/imports/files/{id}",
       .summary = {"Throw a file away that is not imported.",
                   "Gooi een bestand weg dat niet wordt ingelezen."},
       .allow = kImporters,
       .handler = api::write(discard_file),
       .refusals = api::refuses<ImportRefusal>()},
      {.operation = "imports.try_file",
       .method = http::Method::post,
       .path = "/api/v1/imports/files/{id}/trial",
       .summary = {"What the first rows would give with a mapping, and what is wrong with which "
                   "line.",
                   "Wat de eerste rijen met een koppeling zouden geven, en wat er mis is met "
                   "welke regel."},
       .allow = kImporters,
       .handler = api::prepare(try_file),
       .limits = {.body_bytes = kMappingMost},
       .refusals = api::refuses<FileRefusal, ImportRefusal, MapRefusal>()},
  };
}

std::vector<api::Route> import_routes() {
  return {
      {.operation = "imports.start",
       .method = http::Method::post,
       .path = "/api/v1/imports",
       .summary = {"Bring a file in with a mapping, as a job.",
                   "Lees een bestand in met een koppeling, als taak."},
       .allow = kImporters,
       .handler = api::write(start_import),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kMappingMost},
       .refusals = api::refuses<ImportRefusal>()},
      {.operation = "imports.list",
       .method = http::Method::get,
       .path = "/api/v1/imports",
       .summary = {"What was brought in, the newest first.",
                   "Wat er is ingelezen, het nieuwste eerst."},
       .allow = kImporters,
       .handler = api::read(list_imports)},
      {.operation = "imports.show",
       .method = http::Method::get,
       .path = "/api/v1/imports/{id}",
       .summary = {"How an import went.", "Hoe een keer inlezen ging."},
       .allow = kImporters,
       .handler = api::read(show_import),
       .refusals = api::refuses<ImportRefusal>()},
      {.operation = "imports.presets",
       .method = http::Method::get,
       .path = "/api/v1/imports/presets",
       .summary = {"Mappings for files that everybody knows.",
                   "Koppelingen voor bestanden die iedereen kent."},
       .allow = kImporters,
       .handler = api::read(list_presets)},
  };
}

std::vector<api::Route> mapping_routes() {
  return {
      {.operation = "imports.list_mappings",
       .method = http::Method::get,
       .path = "/api/v1/imports/mappings",
       .summary = {"The mappings that were kept, by name.", "De bewaarde koppelingen, op naam."},
       .allow = kImporters,
       .handler = api::read(list_mappings)},
      {.operation = "imports.add_mapping",
       .method = http::Method::post,
       .path = "/api/v1/imports/mappings",
       .summary = {"Keep a mapping under its name.", "Bewaar een koppeling onder haar naam."},
       .allow = kImporters,
       .handler = api::write(add_one),
       .idempotency = api::Idempotency::by_key,
       .limits = {.body_bytes = kMappingMost},
       .refusals = api::refuses<ImportRefusal>()},
      {.operation = "imports.show_mapping",
       .method = http::Method::get,
       .path = "/api/v1/imports/mappings/{id}",
       .summary = {"A mapping.", "Een koppeling."},
       .allow = kImporters,
       .handler = api::read(show_mapping),
       .refusals = api::refuses<ImportRefusal>()},
      {.operation = "imports.change_mapping",
       .method = http::Method::put,
       .path = "/api/v1/imports/mappings/{id}",
       .summary = {"Change a mapping.", "Wijzig een koppeling."},
       .allow = kImporters,
       .handler = api::write(change_one),
       .precondition = api::Precondition::version,
       .limits = {.body_bytes = kMappingMost},
       .refusals = api::refuses<ImportRefusal>()},
      {.operation = "imports.remove_mapping",
       .method = http::Method::del,
       .path = "/api/v1/imports/mappings/{id}",
       .summary = {"Remove a mapping.", "Verwijder een koppeling."},
       .allow = kImporters,
       .handler = api::write(remove_one),
       .precondition = api::Precondition::version,
       .refusals = api::refuses<ImportRefusal>()},
  };
}

}  // namespace

std::vector<api::Route> routes() {
  std::vector<api::Route> all = file_routes();
  std::ranges::move(import_routes(), std::back_inserter(all));
  std::ranges::move(mapping_routes(), std::back_inserter(all));
  std::ranges::move(product_routes(), std::back_inserter(all));
  return all;
}

}  // namespace sluis::imports
