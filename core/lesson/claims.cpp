#include "core/lesson/claims.h"

#include <algorithm>

#include "core/base/invariant.h"
#include "core/lesson/claim_files.h"

namespace hmaplab::lesson {
namespace {

std::vector<std::string> cut(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<ClaimFact> read_facts() {
  std::vector<ClaimFact> facts;
  const std::vector<std::string> rows = cut(claim_files().front().text, '\n');
  for (size_t i = 1; i < rows.size(); ++i) {  // the first names the columns
    if (rows[i].empty()) continue;
    const std::vector<std::string> cells = cut(rows[i], '\t');
    INVARIANT(cells.size() == 9, "a row of claims.tsv has nine cells: " + rows[i]);
    facts.push_back({.id = cells[0],
                     .claim = cells[2],
                     .verdict = cells[3],
                     .real_go = cells[4],
                     .teaching_value = cells[7],
                     .shown_by = cells[8]});
  }
  return facts;
}

}  // namespace

const std::vector<ClaimFact>& claim_facts() {
  static const std::vector<ClaimFact> facts = read_facts();
  return facts;
}

const ClaimFact* find_claim(std::string_view id) {
  const std::vector<ClaimFact>& facts = claim_facts();
  const auto found = std::find_if(facts.begin(), facts.end(),
                                  [id](const ClaimFact& fact) { return fact.id == id; });
  return found == facts.end() ? nullptr : &*found;
}

}  // namespace hmaplab::lesson
