// How a vector file is replayed in one memory: line by line, each by what it is (a header or an
// operation of an op file, a fault, a schedule), up to the first that differs or is malformed.
#pragma once

#include <exception>
#include <memory>
#include <string_view>

#include "core/base/invariant.h"
#include "core/gomap/conform.h"
#include "core/gomap/conform_faults.h"
#include "core/gomap/conform_replay.h"
#include "core/gomap/conform_schedule.h"

namespace hmaplab::gomap {

// The two accounts of why a replay stopped. `described` and `drawn` are empty if there is nothing
// to show.
std::string account_of(const Difference& difference, std::string_view place, const Json& line,
                       std::string_view written, const std::string& described,
                       const std::string& drawn);
std::string account_of(const Malformed& malformed, std::string_view place,
                       std::string_view written);

template <class Memory>
class FileReplay {
 public:
  FileReplay(std::string_view name, BreakRule break_rule) : name_(name), break_rule_(break_rule) {}

  ConformReport replay(std::string_view text) {
    if (text.empty()) report_.difference = fmt::format("{}: the file is empty\n", name_);
    for (size_t begin = 0; begin < text.size() && report_.ok();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      ++number_;
      replay_line(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return report_;
  }

 private:
  void replay_line(std::string_view written) {
    const std::string place = fmt::format("{}:{}", name_, number_);
    Json line;
    schedule_.reset();
    fault_.reset();
    try {
      line = parse_line(written);
      if (check(line)) {
        ++report_.checked;
      } else {
        ++report_.skipped;
      }
    } catch (const Difference& difference) {
      const auto [described, drawn] = describe();
      report_.difference = account_of(difference, place, line, written, described, drawn);
    } catch (const Malformed& malformed) {
      report_.difference = account_of(malformed, place, written);
    } catch (const base::InvariantFailure& failure) {  // an access outside of all objects
      const Difference difference{"the engine breaks", "no failure", failure.what()};
      report_.difference = account_of(difference, place, line, written, describe().first, "");
    } catch (const std::exception& error) {
      report_.difference = account_of(Malformed{error.what()}, place, written);
    }
  }
  // False: this memory cannot.
  bool check(const Json& line) {
    if (has(line, "fmt")) {
      replay_.reset();
      replay_ = std::make_unique<Replay<Memory>>(line, break_rule_);
    } else if (has(line, "plan")) {
      if (!Memory::kStops) return false;
      schedule_ = std::make_unique<Schedule<Memory>>(line);
      schedule_->check();
    } else if (has(line, "outcome")) {
      fault_ = std::make_unique<Fault<Memory>>(line);
      fault_->check();
    } else if (has(line, "op")) {
      expect_well_formed(replay_ != nullptr, "an operation before the header of a section");
      replay_->line(line);
    } else {
      throw Malformed{"neither header nor operation nor fault nor schedule"};
    }
    return true;
  }
  // Where it stands, and both states.
  std::pair<std::string, std::string> describe() const {
    try {
      if (schedule_) return {schedule_->describe(), schedule_->draw()};
      if (fault_) return {fault_->describe(), fault_->draw()};
      if (replay_) return {replay_->describe(), replay_->draw()};
    } catch (const std::exception& error) {  // the map is in pieces
      return {"", fmt::format("the state cannot be drawn: {}\n", error.what())};
    }
    return {};
  }

  std::string name_;
  BreakRule break_rule_;
  size_t number_ = 0;  // of the line
  ConformReport report_;
  std::unique_ptr<Replay<Memory>> replay_;
  std::unique_ptr<Schedule<Memory>> schedule_;
  std::unique_ptr<Fault<Memory>> fault_;
};

template <class Memory>
ConformReport conform_in(std::string_view name, std::string_view text, BreakRule break_rule) {
  return FileReplay<Memory>{name, break_rule}.replay(text);
}

}  // namespace hmaplab::gomap
