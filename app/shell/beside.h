// Beside: one computation at a time on a thread of its own, so that no frame waits for it. What is
// asked for while one goes on is begun afterwards; only the newest of these counts. The computation must own all
// that it works on.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace hmaplab::shell {

template <class Result>
class Beside {
 public:
  using Work = std::function<Result()>;

  void start(Work work) {
    next_ = std::move(work);
    if (!thread_.joinable()) begin();
  }
  // The result of the newest work, once. Results of work that something newer was asked behind are
  // thrown away.
  std::optional<Result> take() {
    if (!thread_.joinable() || !ended_) return std::nullopt;
    thread_.join();
    std::optional<Result> result = std::exchange(result_, std::nullopt);
    if (std::exchange(forgotten_, false)) result.reset();
    if (!next_) return result;
    begin();
    return std::nullopt;
  }
  // What was asked for so far does not matter any more.
  void forget() {
    next_.reset();
    forgotten_ = thread_.joinable();
  }
  bool is_busy() const { return thread_.joinable(); }
  // Waits for the newest work. For tests and pictures.
  void wait() {
    while (thread_.joinable() && !ended_) ended_.wait(false);
  }

 private:
  void begin() {
    ended_ = false;
    thread_ = std::jthread([this, work = *std::exchange(next_, std::nullopt)] {
      result_ = work();
      ended_ = true;
      ended_.notify_all();
    });
  }

  std::optional<Work> next_;
  bool forgotten_ = false;  // what the thread works on
  std::atomic<bool> ended_ = false;
  std::optional<Result> result_;  // belongs to the thread until it has ended
  std::jthread thread_;           // last: it uses all of the above
};

}  // namespace hmaplab::shell
