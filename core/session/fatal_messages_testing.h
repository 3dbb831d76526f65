// For tests of how programs die: the rows of core/testdata/endings/fatal_messages.tsv, every text
// with which a program can end badly, with a program and the schedule that brings it about.
#pragma once

#include <string>
#include <vector>

#include "core/vm/endings_testing.h"

namespace hmaplab::session {

struct FatalMessage {
  std::string message;  // lines with " / " between them
  int exit_status = 0;
  std::string program, schedule;
};

inline std::vector<FatalMessage> fatal_messages() {
  std::vector<FatalMessage> rows;
  std::istringstream lines(vm::read_file(vm::testdata("endings") / "fatal_messages.tsv"));
  std::string line;
  std::getline(lines, line);  // the names of the columns
  while (std::getline(lines, line)) {
    // The message may itself begin a line with a tab, so columns are counted from the end.
    std::vector<std::string> columns;
    for (int i = 0; i < 4; ++i) {
      size_t tab = line.rfind('\t');
      columns.push_back(line.substr(tab + 1));
      line.erase(tab);
    }
    rows.push_back({std::regex_replace(line, std::regex(" / "), "\n"), std::stoi(columns[3]),
                    columns[2], columns[1]});
  }
  return rows;
}

// The program of a row, wherever it lies.
inline std::string source_of(const FatalMessage& row) {
  std::filesystem::path path = vm::testdata("endings") / (row.program + ".go");
  if (!std::filesystem::exists(path)) path = vm::testdata("programs") / (row.program + ".go");
  return vm::read_file(path);
}

}  // namespace hmaplab::session
