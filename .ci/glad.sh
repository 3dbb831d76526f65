#!/usr/bin/env bash
# glad.sh OUTPUT_DIRECTORY WORK_DIRECTORY: generates the OpenGL 3.3 core loader with the glad 2 generator. Called by
# CMake. Where Python has no module glad (Debian 12), Debian 13's python3-glad is fetched from this machine's own
# Debian mirror, with lists and cache of its own below WORK_DIRECTORY: the apt of the machine stays as it is.
set -euo pipefail
output=$1
work=$2
mkdir -p "$work"

has_glad() { python3 -c 'import glad, sys; sys.exit(int(glad.__version__.split(".")[0]) < 2)' 2>/dev/null; }

# The mirror from which this machine has its Debian packages: a source whose path says so, or whose suite is Debian's.
debian_mirror() {
  apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk '$3 != "main" { next }
         $2 !~ /security/ && $1 ~ /\/debian\/?([0-9]|$)/ { print $1; found = 1; exit }
         $2 ~ /^(bookworm|trixie|stable|oldstable|testing|sid)$/ && !other { other = $1 }
         END { if (!found && other) print other }'
}

fetch_glad() {
  local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mirror=$(debian_mirror)
  if [ -z "$mirror" ]; then
    echo "no Debian mirror is configured here: install glad 2 for Python (pip install glad2)" >&2
    return 1
  fi
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
  echo "deb [target=Packages signed-by=$keyring] $mirror trixie main" >"$work/sources.list"
  cat >"$work/apt.conf" <<CONFIGURATION
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State::Lists "$work/lists";
Dir::Cache "$work/cache";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
CONFIGURATION
  (
    cd "$work"
    rm -f python3-glad_*.deb
    apt-get -c "$work/apt.conf" -q update
    apt-get -c "$work/apt.conf" -q download python3-glad
    dpkg -x python3-glad_*.deb "$work/python3-glad"
    rm -rf lists cache
  )
  export PYTHONPATH="$work/python3-glad/usr/lib/python3/dist-packages"
}

has_glad || {
  export PYTHONPATH="$work/python3-glad/usr/lib/python3/dist-packages"
  has_glad || fetch_glad
}
python3 -m glad --reproducible --quiet --api gl:core=3.3 --extensions "" --out-path "$output" c
