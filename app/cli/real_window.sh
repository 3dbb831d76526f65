# Sourced by the tests that press real keys in a real window under Xvfb: opens the program, and reads its text twin.
# Expects the program and its arguments; sets `window`, `program` (its process) and `twin` (the file).

if [ "${HMAPLAB_IN_XVFB:-}" != 1 ]; then
  export HMAPLAB_IN_XVFB=1 LIBGL_ALWAYS_SOFTWARE=1
  unset WAYLAND_DISPLAY
  exec xvfb-run --auto-servernum --server-args "-noreset -screen 0 ${SCREEN:-1280x720}x24" "$0" "$@"
fi

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

own=$(mktemp -d) # nothing is remembered for the person at this machine
export XDG_STATE_HOME=$own/state XDG_CONFIG_HOME=$own/config
mkdir -p "$XDG_CONFIG_HOME/hmaplab"
echo 'tour_seen = true' >"$XDG_CONFIG_HOME/hmaplab/settings.toml"
twin=$own/twin
# shellcheck disable=SC2317 # called by trap
end() {
  kill "$program" 2>/dev/null || true
  wait "$program" 2>/dev/null || true
  rm -rf "$own"
}

# await_window TENTHS COMPLAIN: until the program shows its window and the twin is written; COMPLAIN takes a sentence.
await_window() {
  for _ in $(seq "$1"); do
    window=$(xdotool search --onlyvisible --name 'hmaplab$' 2>/dev/null | head -n 1) && [ -n "$window" ] && [ -s "$twin" ] && return
    kill -0 "$program" 2>/dev/null || "$2" "the program ended before its window opened"
    sleep 0.1
  done
  "$2" "no window opened"
}
open_window() {
  "$@" --twin "$twin" &
  program=$!
  trap end EXIT
  await_window 150 fail
  xdotool mousemove 640 4 # without a window manager the keys go to the window under the mouse
}
close_window() {
  kill "$program" && wait "$program" 2>/dev/null || true
  rm -f "$twin"
}

press() { xdotool key --clearmodifiers "$1"; }
# value NAME: what the twin says of it.
value() { sed -n "1,/^\$/s/^$1: //p" "$twin" | head -n 1; }
# says NAME REGEX: comes true within four seconds.
says() {
  for _ in $(seq 80); do
    if value "$1" | grep -Eqx -- "$2"; then return; fi
    sleep 0.05
  done
  fail "${3:-it} does not come to \"$1: $2\"; it is \"$1: $(value "$1")\""
}
# page: what stands in the window, in one line.
page() { sed '1,/^$/d' "$twin" | tr -s '\n ' ' '; }
# stands REGEX: it stands in the window within four seconds, or as many as LIMIT says.
stands() {
  for _ in $(seq $((${LIMIT:-4} * 20))); do
    if grep -Eq -- "$1" <<<"$(page)"; then return; fi
    sleep 0.05
  done
  fail "${2:-the window} does not show \"$1\""
}
# key KEY NAME BEFORE AFTER: what the twin says of NAME goes from the one to the other.
key() {
  says "$2" "$3" "before $1 it"
  press "$1"
  says "$2" "$4" "$1"
  tested="$tested $1"
}
tested=
