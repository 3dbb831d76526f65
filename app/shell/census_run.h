// CensusRun: one exploration on a thread of its own. It shares nothing with the window but a small
// report behind a lock: program, World and graph are its own, made from the source text on its
// thread. It can be stopped between any few states, and never makes a frame wait.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/pictures/census.h"
#include "core/schedule/actor.h"
#include "core/vm/options.h"

namespace hmaplab::shell {

// All that decides an exploration.
struct CensusOrder {
  std::string file;    // its name in messages
  std::string source;  // of the program
  vm::Options options;
  std::vector<schedule::Move> before;  // collections as one step; see session/exploring.h
  uint32_t position = 0;               // of the cursor, for telling
  pictures::CensusChoices choices;
  uint64_t most_states = explore::GraphOptions{}.most_states;
};

class CensusRun {
 public:
  explicit CensusRun(CensusOrder order);  // begins at once
  ~CensusRun();                           // gives it up, and waits for the thread
  CensusRun(const CensusRun&) = delete;
  CensusRun& operator=(const CensusRun&) = delete;

  // It ends soon, and tells what was found so far.
  void stop() { thread_.request_stop(); }
  // It ends soon, and tells nothing more.
  void give_up();
  bool has_ended() const { return ended_; }
  void wait_for_end() { thread_.join(); }
  // What is known now, when that is more than the last time: all but `choices` is written.
  bool take(pictures::Census& census);

 private:
  using Clock = std::chrono::steady_clock;

  void work(const std::stop_token& stop);
  void explore(const std::stop_token& stop, explore::Exploration& exploration);
  void tell_progress(const explore::Exploration& exploration);
  void tell(pictures::Census census);
  double seconds() const;

  CensusOrder order_;
  Clock::time_point begin_ = Clock::now();
  std::string interleavings_;    // counted last
  uint64_t counted_states_ = 0;  // then
  std::atomic<bool> given_up_ = false;
  std::atomic<bool> ended_ = false;
  std::mutex lock_;  // of the report
  std::optional<pictures::Census> report_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace hmaplab::shell
