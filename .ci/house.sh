# Sourced by ./run and ./test: installs packages, configures and builds, quietly unless something fails.
# Expects `root` (the repository). Every message goes to stderr, every log below build/.

say() { printf 'hmaplab: %s\n' "$*" >&2; }

# The packages of .ci/packages for the given needs: package_list run test
package_list() {
  local need
  for need in "$@"; do
    awk -v need="$need" '$1 == need { print $2 }' "$root/.ci/packages"
  done
}

# Those of the given packages that dpkg does not know as installed.
missing_packages() {
  local installed
  # dpkg-query fails when it does not know one of them; that is what we want to find out.
  installed=$({ dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true; } | awk '$1 == "installed" { print $2 }')
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# Runs a command with its output in build/NAME.log; on failure says what failed, shows the end of the log, and exits.
logged() {
  local what=$1 log="$root/build/$2.log"
  shift 2
  if ! "$@" >"$log" 2>&1 </dev/null; then
    say "$what failed; the end of ${log#"$root"/}:"
    tail -n 25 "$log" >&2
    exit 1
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ] && [ -t 2 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# Installs what is missing of the packages for the given needs.
install_packages() {
  local wanted missing
  mapfile -t wanted < <(package_list "$@")
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    return 0 # not a Debian: configure_and_build says what to install when something is missing
  fi
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "these packages are missing, and there is no sudo to install them with. As root:"
    say "  apt-get install --no-install-recommends ${missing[*]}"
    exit 1
  fi
  say "installing ${#missing[@]} packages: ${missing[*]}"
  if [ "$(id -u)" != 0 ] && ! as_root true; then
    say "sudo was refused. As root: apt-get install --no-install-recommends ${missing[*]}"
    exit 1
  fi
  # A source that cannot be reached may be one that nothing here needs: install decides.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 update \
    >"$root/build/apt-update.log" 2>&1 </dev/null || true
  logged "installing the packages" apt-install as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "${missing[@]}"
}

say_what_to_install() {
  command -v apt-get >/dev/null && return
  say "there is no apt here. Install what these Debian packages hold, then call this again:"
  package_list "$@" | paste -sd ' ' | fold -s -w 90 | sed 's/^/  /' >&2
  say "with vcpkg: the libraries stand in vcpkg.json; CMake, Ninja, Python 3 and glad 2 (pip install glad2) come beside."
}

# Shows the number of the file being built on a terminal, nothing elsewhere.
progress() {
  local line
  while IFS= read -r line; do
    if [ -t 2 ] && [[ $line =~ ^\[[0-9]+/[0-9]+\] ]]; then
      printf '\rhmaplab: building %s ' "${BASH_REMATCH[0]}" >&2
    fi
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

# configure_and_build PRESET NEEDS [ARGS of cmake --build…]; needs are the words of package_list, in one argument.
configure_and_build() {
  local preset=$1 needs=$2 build="$root/build/$1" log="$root/build/build-$1.log"
  shift 2
  if ! command -v cmake >/dev/null || ! command -v ninja >/dev/null; then
    say "CMake and Ninja are needed to build."
    say_what_to_install $needs
    exit 1
  fi
  if [ ! -f "$build/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$build/build.ninja" ]; then
    if ! (cd "$root" && cmake --preset "$preset") >"$root/build/configure-$preset.log" 2>&1 </dev/null; then
      say "configuring failed; the end of build/configure-$preset.log:"
      tail -n 25 "$root/build/configure-$preset.log" >&2
      say_what_to_install $needs
      exit 1
    fi
    [ ! -f "$build/build.ninja" ] || touch "$build/build.ninja"
    say "building into build/$preset (the first time takes some minutes)"
  fi
  if ! (cd "$root" && cmake --build --preset "$preset" "$@") 2>&1 </dev/null | tee "$log" | progress; then
    say "building failed; from build/${log##*/}:"
    grep -E -A 12 'error|FAILED' "$log" | head -n 60 >&2 || tail -n 25 "$log" >&2
    exit 1
  fi
}
