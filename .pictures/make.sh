#!/bin/sh
# Makes the pictures in README: drives the real program in tmux at 100x30 and
# draws its screen (screenshot.sh). Needs tmux, python3, rsvg-convert
# (librsvg2-bin) and fonts-dejavu-core.
set -eu
cd "$(dirname "$0")"
tmp=$(mktemp -d)
export TMUX_SOCKET="archadvisor-pictures-$$"
tm() { tmux -L "$TMUX_SOCKET" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null || true; rm -rf "$tmp"' EXIT
(cd .. && go build -o "$tmp/archadvisor" .)
cp ../testdata/profiles/*.toml "$tmp"

# start NAME ARGUMENT...: a fresh program in a window of its own
start() {
  name=$1; shift
  tm new-session -d -s "$name" -x 100 -y 30 -c "$tmp" "env TERM=tmux-256color COLORTERM=truecolor COLORFGBG='15;0' \
    XDG_STATE_HOME=$tmp/state XDG_CONFIG_HOME=$tmp/config ./archadvisor $*"
}
# until_ NAME TEXT: wait until the window shows it
until_() {
  for _ in $(seq 300); do
    if tm capture-pane -p -t "$1" | grep -q "$2"; then return 0; fi
    sleep 0.1
  done
  echo "$1 never showed $2:" >&2; tm capture-pane -p -t "$1" >&2; exit 1
}
key() { tm send-keys -t "$@"; sleep 0.3; }

start questionnaire
until_ questionnaire 'kind of work'
key questionnaire 1 Enter
until_ questionnaire 'runs today'
key questionnaire 2 Enter
key questionnaire C-g 'engineers write' Enter
until_ questionnaire 'How many engineers'
key questionnaire 12 Enter
sleep 1
key questionnaire C-g 'users a month' Enter
until_ questionnaire 'come in, or users'
key questionnaire '5M/day'
until_ questionnaire '= 57.9'
sleep 2
./screenshot.sh questionnaire questionnaire.png

# A profile with enough answers opens its result.
start result internal-tool.toml
until_ result 'Speaks for'
sleep 2
key result Down
./screenshot.sh result result.png

start chart b2b-saas.toml
until_ chart 'Speaks for'
key chart 2
sleep 3
./screenshot.sh chart chart.png

start what-if first-idea.toml
until_ what-if 'ctrl+r'
key what-if C-r
until_ what-if 'Explanation'
key what-if 3
sleep 4
key what-if Down
key what-if Down
key what-if Right
sleep 3
./screenshot.sh what-if what-if.png
ls -l *.png
