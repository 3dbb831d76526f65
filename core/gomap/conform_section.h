// The header of a section or schedule: which map type it is about. Types are named as Go names them
// (gotype); the facts that the file states about them must be those that we derive.
#pragma once

#include "core/gomap/conform_json.h"
#include "core/gomap/conform_token.h"

namespace hmaplab::gomap {

// The types of "map[K]V".
TokenMapType token_map_type(const std::string& go_type);
// The Go type that vector files call by this short name: "i64" is map[int64]int64.
std::string go_type_of_kind(const std::string& kind);

// What the engine is told about the type. Compares it with the facts of the header, all of which
// may be missing but `path`.
MapType checked_type(const Json& header, TokenMapType tokens);

}  // namespace hmaplab::gomap
