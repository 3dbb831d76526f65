// The table of claims, built into the program.
#pragma once

#include <span>

#include "core/base/embedded_file.h"

namespace hmaplab::lesson {

// One file: claims.tsv.
std::span<const base::EmbeddedFile> claim_files();

}  // namespace hmaplab::lesson
