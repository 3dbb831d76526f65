// Workers: the cores of the machine, for work in independent pieces. The core has no threads: it
// takes a Workers as a function (explore::ForEach).
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace hmaplab::platform {

class Workers {
 public:
  using Piece = std::function<void(size_t)>;

  // `threads` at work, the caller's among them; 0: as many as there are cores.
  explicit Workers(unsigned threads = 0);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Does the pieces 0..n-1, each once, and comes back when all are done. Throws what one of them has
  // thrown. For one caller at a time.
  void for_each(size_t n, const Piece& piece);
  // The same for those who know no threads; good as long as this lives.
  std::function<void(size_t, const Piece&)> as_function() {
    return [this](size_t n, const Piece& piece) { for_each(n, piece); };
  }

 private:
  // One call of for_each. Who comes late finds nothing left to do.
  struct Work {
    const Piece* piece = nullptr;
    size_t pieces = 0;
    std::atomic<size_t> next = 0;
    std::atomic<size_t> done = 0;
    std::exception_ptr failure;
  };

  void wait_for_work(const std::stop_token& stop);
  void take_part(Work& work);

  std::mutex lock_;
  std::condition_variable_any wake_;
  std::condition_variable_any finished_;
  std::shared_ptr<Work> work_;  // the current one
  std::vector<std::jthread> threads_;
};

}  // namespace hmaplab::platform
