// Where this program keeps what is a person's own, by the XDG base directories: nothing where the
// environment names no home.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace hmaplab::shell {

// $XDG_CONFIG_HOME/hmaplab, else ~/.config/hmaplab: settings.toml, keys.toml.
std::optional<std::filesystem::path> settings_folder();
// $XDG_STATE_HOME/hmaplab, else ~/.local/state/hmaplab: recent, progress.toml.
std::optional<std::filesystem::path> state_folder();

// The text of a file; nothing when there is none.
std::optional<std::string> text_of_file(const std::filesystem::path& path);
// Writes it whole or not at all, with the folders above it. Where that cannot be done nobody is bothered.
void keep_file(const std::filesystem::path& path, const std::string& text);

}  // namespace hmaplab::shell
