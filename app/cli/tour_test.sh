#!/usr/bin/env bash
# tour_test.sh PROGRAM: the first start in a real window: the tour comes, its keys work and bring the next card; it does not
# come again, nor for somebody who asked for a certain schedule.
set -euo pipefail
# shellcheck source=app/cli/real_window.sh
. "$(dirname "$0")/real_window.sh"
settings=$XDG_CONFIG_HOME/hmaplab/settings.toml
close() {
  kill "$program" && wait "$program" 2>/dev/null || true
  rm -f "$twin"
}

rm "$settings"
open_window "$1" two_writers
says tour 'card 1 of 5' "the first start"
key Right step '52 of 72' '(5[3-9]|[67][0-9]) of 72'
says tour 'card 2 of 5'
key Next tour 'card 2 of 5' 'card 3 of 5'
key 3 tour 'card 3 of 5' 'card 4 of 5'
key x tour 'card 4 of 5' 'card 5 of 5'
key question tour 'card 5 of 5' none
says help yes
key Return tour none 'card 1 of 5'
key Escape tour 'card 1 of 5' none
grep -q 'tour_seen = true' "$settings" || fail "it is not kept that the tour was seen"
close
open_window "$1" two_writers
says tour none "the second start"
close
rm "$settings"
open_window "$1" two_writers --schedule 'g1*52 g2*3'
says tour none "a schedule"
