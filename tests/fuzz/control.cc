// Foreign bytes at the control socket: frames, the call in them, and the command line in that.
#include "kernel/assert.h"
#include "platform/command/program.h"

namespace sluis::fuzz {

using Coats = Whole<1, 9>;

const command::Table& table() {
  static const auto table = command::complete_table({
      {.name = "paint wall",
       .summary = {"Paint", "Verf"},
       .options =
           {{.name = "coats", .help = {"Coats", "Lagen"}, .type = of<Coats>, .fallback = "2"},
            {.name = "dry", .help = {"Dry", "Droog"}, .kind = command::Kind::flag},
            {.name = "plan", .help = {"Plan", "Plan"}, .kind = command::Kind::file_in}},
       .positionals = {{.name = "wall", .help = {"Wall", "Muur"}, .required = true}},
       .needs = command::Needs::server,
       .output = command::Output::rows,
       .run = [](command::Invocation& args) -> Result<void> {
         const auto coats = args.as<Coats>("coats");
         SLUIS_ASSERT(coats.number >= 1);
         return {};
       }},
  });
  return *table;
}

class Silence : public command::Screen {
 public:
  void out(std::string_view) override {}
  void err(std::string_view) override {}
  void progress(std::int64_t, std::int64_t) override {}
};

void run(const command::Frame& frame) {
  const auto call = from_json<command::Call>(frame.payload);
  if (!call || call->words.empty()) return;
  Silence screen;
  const config::Config config;
  run_call(table(), *call, "", screen, {}, config, nullptr);
  // What is read here is read the same by a server.
  const auto line = parse_line(table(), call->words);
  if (!line || line->help) return;
  const auto words = absolute_words(*line, "/folder");
  SLUIS_ASSERT(parse_line(table(), words).has_value());
}

}  // namespace sluis::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sluis::command::FrameKind;
  sluis::command::FrameReader frames;
  frames.feed({reinterpret_cast<const char*>(data), size});
  while (const auto frame = frames.next()) {
    if (frame->kind == FrameKind::call) sluis::fuzz::run(*frame);
  }
  return 0;
}
