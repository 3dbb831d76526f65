#include "app/platform/workers.h"

#include <algorithm>

namespace hmaplab::platform {

Workers::Workers(unsigned threads) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  for (unsigned i = 1; i < threads; ++i)
    threads_.emplace_back([this](const std::stop_token& stop) { wait_for_work(stop); });
}

Workers::~Workers() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void Workers::wait_for_work(const std::stop_token& stop) {
  std::shared_ptr<Work> last;
  for (;;) {
    {
      std::unique_lock guard(lock_);
      if (!wake_.wait(guard, stop, [&] { return work_ != last; })) return;
      last = work_;
    }
    if (last) take_part(*last);
  }
}

void Workers::take_part(Work& work) {
  for (size_t i = work.next++; i < work.pieces; i = work.next++) {
    try {
      (*work.piece)(i);
    } catch (...) {
      const std::lock_guard guard(lock_);
      work.failure = std::current_exception();
    }
    if (++work.done < work.pieces) continue;
    const std::lock_guard guard(lock_);  // so that nobody misses it between looking and waiting
    finished_.notify_all();
  }
}

void Workers::for_each(size_t n, const Piece& piece) {
  const auto work = std::make_shared<Work>();
  work->piece = &piece;
  work->pieces = n;
  if (n > 1 && !threads_.empty()) {
    {
      const std::lock_guard guard(lock_);
      work_ = work;
    }
    wake_.notify_all();
  }
  take_part(*work);
  std::unique_lock guard(lock_);
  finished_.wait(guard, [&] { return work->done == work->pieces; });
  work_ = nullptr;
  if (work->failure) std::rethrow_exception(work->failure);
}

}  // namespace hmaplab::platform
