#!/usr/bin/env bash
# sizes_test.sh PROGRAM: from 75 to 300 % while the window is open: each size is told, the run stays where it is,
# and the next start has the size that was chosen.
set -euo pipefail
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
open_window "$1" two_writers
says size '100 %'
step=$(value step)
press ctrl+minus && says size '8[78] %' && press ctrl+minus && says size '75 %' && press ctrl+minus && sleep 0.2 && says size '75 %'
for percent in 8[78] 100 11[23] 125 13[78] 150 16[23] 175 18[78] 200 21[23] 225 23[78] 250 26[23] 275 28[78] 300; do
  press ctrl+plus
  says size "$percent %" "Ctrl +"
  stands 'Two goroutines, one map' "$(value size)"
done
press ctrl+plus && sleep 0.2 && says size '300 %'
says step "$step" "the size moves the run; it"
press ctrl+q
for _ in $(seq 100); do kill -0 "$program" 2>/dev/null || break; sleep 0.05; done
rm -f "$twin"
open_window "$1" two_writers
says size '300 %' "the next start"
