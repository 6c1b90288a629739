#include "platform/command/control.h"

#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <list>
#include <mutex>
#include <poll.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

#include "platform/command/unix_socket.h"

namespace sluis::command {
namespace {

constexpr std::size_t kClientsMax = 32;
constexpr std::size_t kOutputBytesMax = 1 << 20;  // of one frame
constexpr std::size_t kReadBytes = 64 * 1024;

// Waits for bytes; false at the end of the connection.
bool receive(int socket, FrameReader& frames) {
  std::array<char, kReadBytes> bytes;
  while (true) {
    const ssize_t size = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    frames.feed({bytes.data(), static_cast<std::size_t>(size)});
    return true;
  }
}

// Nothing when the peer is gone or sends what are no frames.
std::optional<Frame> next_frame(int socket, FrameReader& frames) {
  while (true) {
    if (auto frame = frames.next()) return frame;
    if (frames.broken() || !receive(socket, frames)) return std::nullopt;
  }
}

// Sends what a command prints to the caller. One that went away notices itself; see Client.
class SocketScreen : public Screen {
 public:
  explicit SocketScreen(int socket) : socket_(socket) {}

  void out(std::string_view bytes) override { send_in_pieces(FrameKind::out, bytes); }
  void err(std::string_view bytes) override { send_in_pieces(FrameKind::err, bytes); }
  void progress(std::int64_t done, std::int64_t total) override {
    send(FrameKind::progress, to_json(Progress{done, total}));
  }
  void end(const End& end) { send(FrameKind::end, to_json(end)); }

 private:
  void send_in_pieces(FrameKind kind, std::string_view bytes) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), kOutputBytesMax))) {
      send(kind, bytes.substr(0, kOutputBytesMax));
    }
  }

  void send(FrameKind kind, std::string_view payload) {
    const std::scoped_lock lock(mutex_);
    send_all(socket_, frame_bytes(kind, payload));
  }

  const int socket_;
  std::mutex mutex_;
};

// One caller: a thread reads what it sends, another runs its command.
class Client {
 public:
  Client(Descriptor socket, const ControlServer::Run& run)
      : socket_(std::move(socket)), run_(run), screen_(socket_.get()) {
    reader_ = std::jthread([this] { read(); });
  }
  ~Client() { ::shutdown(socket_.get(), SHUT_RDWR); }

  bool finished() const { return finished_; }

 private:
  void read() {
    FrameReader frames;
    std::string input;
    while (auto frame = next_frame(socket_.get(), frames)) {
      if (frame->kind == FrameKind::input) {
        input = std::move(frame->payload);
      } else if (frame->kind == FrameKind::call && !worker_.joinable()) {
        auto call = from_json<Call>(frame->payload);
        if (!call) break;
        start(*std::move(call), std::exchange(input, {}));
      } else if (frame->kind == FrameKind::cancel) {
        cancel_.request_stop();
      } else {
        break;
      }
    }
    cancel_.request_stop();
    if (worker_.joinable()) worker_.join();
    ::shutdown(socket_.get(), SHUT_RDWR);
    finished_ = true;
  }

  void start(Call call, std::string input) {
    worker_ = std::thread([this, call = std::move(call), input = std::move(input)]() mutable {
      screen_.end(run_(call, std::move(input), screen_, cancel_.get_token()));
      ::shutdown(socket_.get(), SHUT_RD);  // wakes the reader
    });
  }

  const Descriptor socket_;
  const ControlServer::Run& run_;
  SocketScreen screen_;
  std::stop_source cancel_;
  std::atomic<bool> finished_{false};
  std::thread worker_;
  std::jthread reader_;  // joined first, once the socket is shut down
};

}  // namespace

const RefusalKind& kind_of(ControlRefusal refusal) {
  switch (refusal) {
    case ControlRefusal::cannot_listen: {
      static constexpr RefusalKind kind{
          "control_socket_unusable",
          Category::unavailable,
          Retry::useless,
          {"The control socket {0} cannot be made: {1}. The data folder must be on a local disk "
           "and be writable.",
           "De besturingssocket {0} kan niet gemaakt worden: {1}. De gegevensmap moet op een "
           "lokale "
           "schijf staan en schrijfbaar zijn."}};
      return kind;
    }
    case ControlRefusal::server_lost: {
      static constexpr RefusalKind kind{
          "server_lost",
          Category::unavailable,
          Retry::may_help,
          {"The server ended while the command was running; its log says why.",
           "De server stopte terwijl de opdracht liep; zijn log zegt waarom."}};
      return kind;
    }
  }
  __builtin_unreachable();
}

class ControlServer::Listener {
 public:
  Listener(Descriptor socket, std::filesystem::path path, Run run)
      : socket_(std::move(socket)),
        path_(std::move(path)),
        run_(std::move(run)),
        stop_(::eventfd(0, EFD_CLOEXEC)),
        thread_([this] { accept_until_stopped(); }) {}

  ~Listener() {
    ::eventfd_write(stop_.get(), 1);
    thread_.join();
    clients_.clear();
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }

 private:
  void accept_until_stopped() {
    while (true) {
      std::array<pollfd, 2> ready{pollfd{socket_.get(), POLLIN, 0}, pollfd{stop_.get(), POLLIN, 0}};
      if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) return;
      if (ready[1].revents != 0) return;
      if (ready[0].revents != 0) take_client();
    }
  }

  void take_client() {
    clients_.remove_if([](const Client& client) { return client.finished(); });
    Descriptor socket(::accept4(socket_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket || !peer_is_trusted(socket.get()) || clients_.size() >= kClientsMax) return;
    clients_.emplace_back(std::move(socket), run_);
  }

  const Descriptor socket_;
  const std::filesystem::path path_;
  const Run run_;
  const Descriptor stop_;
  std::list<Client> clients_;
  std::thread thread_;
};

ControlServer::ControlServer(std::unique_ptr<Listener> listener) : listener_(std::move(listener)) {}
ControlServer::~ControlServer() = default;

Result<std::unique_ptr<ControlServer>> ControlServer::start(const std::filesystem::path& socket,
                                                            Run run) {
  Descriptor listening = listen_at(socket);
  if (!listening) {
    return refuse(ControlRefusal::cannot_listen, socket.string(),
                  std::system_category().message(errno));
  }
  auto listener = std::make_unique<Listener>(std::move(listening), socket, std::move(run));
  return std::unique_ptr<ControlServer>(new ControlServer(std::move(listener)));
}

namespace {

// Shows one frame; the End when it is that.
Result<std::optional<End>> show(const Frame& frame, Screen& screen) {
  switch (frame.kind) {
    case FrameKind::out:
      screen.out(frame.payload);
      break;
    case FrameKind::err:
      screen.err(frame.payload);
      break;
    case FrameKind::progress: {
      const Progress progress = TRY(from_json<Progress>(frame.payload));
      screen.progress(progress.done, progress.total);
      break;
    }
    case FrameKind::end:
      return TRY(from_json<End>(frame.payload));
    case FrameKind::input:
    case FrameKind::call:
    case FrameKind::cancel:
      break;
  }
  return std::nullopt;
}

}  // namespace

Result<std::optional<End>> call_server(const std::filesystem::path& socket, const Call& call,
                                       std::string_view input, Screen& screen,
                                       const std::stop_token& cancel) {
  const Descriptor server = connect_to(socket);
  if (!server || !peer_is_trusted(server.get())) return std::nullopt;
  std::string bytes = frame_bytes(FrameKind::input, input);
  bytes += frame_bytes(FrameKind::call, to_json(call));
  if (!send_all(server.get(), bytes)) return refuse(ControlRefusal::server_lost);
  const std::stop_callback on_cancel(
      cancel, [&] { send_all(server.get(), frame_bytes(FrameKind::cancel, "")); });
  FrameReader frames;
  while (const auto frame = next_frame(server.get(), frames)) {
    const std::optional<End> end = TRY(show(*frame, screen));
    if (end) return end;
  }
  return refuse(ControlRefusal::server_lost);
}

}  // namespace sluis::command
