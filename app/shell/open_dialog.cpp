#include "app/shell/open_dialog.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <tuple>

#include "app/shell/typing.h"

namespace hmaplab::shell {

namespace fs = std::filesystem;

using pictures::OpenChoice;
using pictures::TextField;
using platform::Key;
using Kind = OpenChoice::Kind;

namespace {

constexpr int kMostEntries = 5000;  // of a folder that are looked at
constexpr size_t kMostChoices = 200;

// "~/" stands for the home.
fs::path path_of(const std::string& typed) {
  const char* home = std::getenv("HOME");
  if (home != nullptr && (typed == "~" || typed.starts_with("~/")))
    return fs::path(home) / fs::path(typed.substr(std::min<size_t>(2, typed.size())));
  return typed;
}

bool is_go_file(const std::string& typed) {
  std::error_code error;
  return typed.ends_with(".go") && fs::is_regular_file(path_of(typed), error);
}

}  // namespace

void OpenDialog::begin() {
  box_ = {};
  list_choices();
}

void OpenDialog::list_choices() {
  const std::string& typed = box_.field.text();
  box_.choices.clear();
  box_.chosen = 0;
  const auto fits = [&](const std::string& text) { return text.find(typed) != std::string::npos; };
  for (const std::string& path : recent_.list()) {
    const fs::path file(path);
    if (fits(path))
      box_.choices.push_back(
          {Kind::Recent, file.filename().string(), file.parent_path().string(), path});
  }
  for (const OpenChoice& lesson : lessons_) {
    if (fits(lesson.text)) box_.choices.push_back(lesson);
  }
  list_folder(typed);
}

// The folders and Go files whose names go on from what is typed, folders first.
void OpenDialog::list_folder(const std::string& typed) {
  const size_t slash = typed.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : typed.substr(0, slash + 1);
  const std::string begin = typed.substr(folder.size());
  std::vector<OpenChoice> found;
  std::error_code error;
  fs::directory_iterator entry(folder.empty() ? fs::path(".") : path_of(folder), error);
  for (int seen = 0; !error && entry != fs::directory_iterator() && seen < kMostEntries; ++seen) {
    const std::string name = entry->path().filename().string();
    std::error_code unknown;
    const bool is_folder = entry->is_directory(unknown);
    const bool is_hidden = name.starts_with('.') && !begin.starts_with('.');
    if (!is_hidden && name.starts_with(begin) && (is_folder || name.ends_with(".go"))) {
      const std::string shown = is_folder ? name + "/" : name;
      found.push_back({is_folder ? Kind::Folder : Kind::File, shown, "", folder + shown});
    }
    entry.increment(error);
  }
  std::sort(found.begin(), found.end(), [](const OpenChoice& one, const OpenChoice& other) {
    return std::tie(one.kind, one.text) < std::tie(other.kind, other.text);
  });
  if (found.size() > kMostChoices) found.resize(kMostChoices);
  // A file that is typed out stands first.
  const auto typed_out = std::find_if(found.begin(), found.end(), [&](const OpenChoice& choice) {
    return choice.path == typed;
  });
  if (typed_out != found.end()) std::rotate(found.begin(), typed_out, typed_out + 1);
  box_.choices.insert(box_.choices.end(), found.begin(), found.end());
}

// As far as all that is in the folder agrees; when that is nothing more, the chosen one.
void OpenDialog::complete() {
  std::string all;
  bool first = true;
  for (const OpenChoice& choice : box_.choices) {
    if (choice.kind != Kind::Folder && choice.kind != Kind::File) continue;
    if (first) all = choice.path;
    first = false;
    const auto [end, rest] = std::mismatch(all.begin(), all.end(), choice.path.begin(), choice.path.end());
    all.erase(end, all.end());
  }
  const bool is_more = all.size() > box_.field.text().size();
  if (is_more || box_.chosen < box_.choices.size())
    box_.field.replace(is_more ? all : box_.choices[box_.chosen].path);
  list_choices();
}

std::optional<std::string> OpenDialog::take(size_t number) {
  if (number >= box_.choices.size()) return std::nullopt;
  const OpenChoice choice = box_.choices[number];
  box_.field.replace(choice.path);
  if (choice.kind == Kind::Folder) {
    list_choices();
    return std::nullopt;
  }
  return choice.kind == Kind::Lesson ? choice.path : path_of(choice.path).string();
}

std::optional<std::string> OpenDialog::enter() {
  const std::string typed = box_.field.text();
  if (is_go_file(typed)) return path_of(typed).string();
  if (!box_.choices.empty()) return take(box_.chosen);
  if (typed.empty()) return std::nullopt;
  return path_of(typed).string();  // whoever opens it says why that cannot be
}

std::optional<std::string> OpenDialog::type(const platform::KeyPress& press) {
  if (press.key == Key::Enter) return enter();
  if (press.key == Key::Tab) {
    complete();
    return std::nullopt;
  }
  if (press.key == Key::Up || press.key == Key::Down) {
    const size_t count = box_.choices.size();
    if (count > 0) box_.chosen = (box_.chosen + (press.key == Key::Down ? 1 : count - 1)) % count;
    return std::nullopt;
  }
  const uint64_t version = box_.field.version();
  type_into(box_.field, press, TextField::Lines::One);
  if (box_.field.version() == version) return std::nullopt;
  box_.message.clear();
  list_choices();
  return std::nullopt;
}

}  // namespace hmaplab::shell
