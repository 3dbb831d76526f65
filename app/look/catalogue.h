// The catalogue of a language as it stands in assets/: a TOML file of sections, each a list of
// "English" = "the same in the other language".
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/embedded_file.h"
#include "core/base/result.h"

namespace hmaplab::look {

struct CatalogueEntry {
  std::string english;
  std::string other;
  size_t line = 0;  // counted from 1
};

// In the order of the file. The error of a file that is not like that names the line.
base::Result<std::vector<CatalogueEntry>> read_catalogue(std::string_view text);

// The files of assets/ that are built into the program.
std::span<const base::EmbeddedFile> catalogue_files();

}  // namespace hmaplab::look
