// A small HTTP server on this machine, for tests: it answers as it is told.
#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tacitus {

class Server {
 public:
  Server() {
    ::setenv("no_proxy", "127.0.0.1", 1);
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::listen(listener_, 16);
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Server() {
    stop_ = true;
    thread_.join();
    ::close(listener_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }

  // Answers `path` with a status, fields and a body.
  void put(const std::string& path, const std::string& body, const std::string& fields = "",
           const std::string& status = "200 OK") {
    answer(path, [=](const std::string&) {
      return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " +
             std::to_string(body.size()) + "\r\n" + fields + "\r\n" + body;
    });
  }
  // Answers `path` with what a function makes of the request.
  void answer(const std::string& path, std::function<std::string(const std::string&)> make) {
    const std::lock_guard lock(lock_);
    answers_[path] = std::move(make);
  }
  // Answers `path` with "x" without end.
  void put_endless(const std::string& path) {
    const std::lock_guard lock(lock_);
    endless_ = path;
  }

  struct Request {
    std::string path;
    std::chrono::steady_clock::time_point at;
  };
  std::vector<Request> requests() const {
    const std::lock_guard lock(lock_);
    return requests_;
  }
  // The paths that were asked for, in order.
  std::vector<std::string> paths() const {
    std::vector<std::string> out;
    for (const Request& request : requests()) out.push_back(request.path);
    return out;
  }

 private:
  void serve() {
    while (!stop_) {
      pollfd waiting{listener_, POLLIN, 0};
      if (::poll(&waiting, 1, 20) <= 0) continue;
      const int peer = ::accept(listener_, nullptr, nullptr);
      if (peer < 0) continue;
      std::string request;
      char piece[4096];
      while (request.find("\r\n\r\n") == request.npos) {
        const ssize_t got = ::recv(peer, piece, sizeof piece, 0);
        if (got <= 0) break;
        request.append(piece, static_cast<std::size_t>(got));
      }
      const std::size_t begin = request.find(' ') + 1;
      const std::string path = request.substr(begin, request.find(' ', begin) - begin);
      std::function<std::string(const std::string&)> make;
      bool endless;
      {
        const std::lock_guard lock(lock_);
        requests_.push_back({path, std::chrono::steady_clock::now()});
        if (const auto found = answers_.find(path); found != answers_.end()) make = found->second;
        endless = path == endless_;
      }
      if (endless) {
        send_all(peer, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n");
        const std::string more(1 << 16, 'x');
        while (!stop_ && send_all(peer, more)) {
        }
      } else {
        send_all(peer, make ? make(request) : "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      }
      ::close(peer);
    }
  }

  static bool send_all(int peer, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  int listener_ = -1;
  unsigned port_ = 0;
  std::atomic<bool> stop_ = false;
  mutable std::mutex lock_;
  std::map<std::string, std::function<std::string(const std::string&)>> answers_;
  std::string endless_;
  std::vector<Request> requests_;
  std::thread thread_;
};

}  // namespace tacitus
