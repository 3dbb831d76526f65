// Claims: what widely read texts say about Go maps, with the verdict of go1.23.5. The table is data
// (core/testdata/facts/claims.tsv): id, section, claim, verdict, what_real_go_does, evidence,
// recoverable, teaching_value, shown_by; a row each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hmaplab::lesson {

struct ClaimFact {
  std::string id;              // "C035"
  std::string claim;           // what is said
  std::string verdict;         // "true", "false", "partly"
  std::string real_go;         // what go1.23.5 does
  std::string teaching_value;  // "high", "med", "low"
  std::string shown_by;        // "run", "explore", "vet", "text"
};

// All of them, in the order of the table.
const std::vector<ClaimFact>& claim_facts();
// nullptr when there is none with that id.
const ClaimFact* find_claim(std::string_view id);

}  // namespace hmaplab::lesson
