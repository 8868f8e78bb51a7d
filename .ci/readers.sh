#!/usr/bin/env bash
# Optional CI step: do the real readers of decision records agree with the
# restated ones (advisor/record/readers_test.go)? Installs markdownlint-cli2,
# adr-log and log4brains from npm into a temporary folder and adr-tools from
# Debian, exports 200 profiles full of hostile text in every format with the
# built program, runs the readers, and fails when one disagrees.
#
#   .ci/readers.sh            build, export and check
#   .ci/readers.sh FOLDER     check what is in FOLDER/{madr,nygard,log4brains,madr2,json}
#
# Needs Node 20 or newer with npm. READERS_NPM may name a folder in which the
# three npm packages are installed already.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
step() { printf '\n== %s\n' "$*"; }
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT

step "readers"
npm=${READERS_NPM:-$tmp/npm}
if [ ! -d "$npm/node_modules/markdownlint-cli2" ]; then
  mkdir -p "$npm"
  (cd "$npm" && npm init -y >/dev/null 2>&1 && npm i --ignore-scripts --no-audit --no-fund --loglevel=error \
    markdownlint-cli2@0.22.1 adr-log@2.2.0 @log4brains/core@1.1.0 ajv@8.17.1 smol-toml@1.4.2)
fi
if ! command -v adr >/dev/null; then
  sudo=; [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get -qq update && $sudo apt-get -qq install -y adr-tools
fi

out=${1:-}
if [ -z "$out" ]; then
  step "export 200 hostile profiles in every format"
  out=$tmp/out
  (cd "$here/.." && go build -o "$tmp/archadvisor" .)
  node "$here/readers.mjs" profiles "$tmp/profiles"
  jobs=()
  for format in madr nygard log4brains madr2 json; do
    "$tmp/archadvisor" export "$tmp/profiles" --format "$format" --dir "$out/$format" \
      --date 2026-11-23 --draws 16 --quiet --deciders '<b>Ana</b>: lead,@jo #ops' >/dev/null &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job"; done
  "$tmp/archadvisor" check "$out/madr" --draws 16 >/dev/null # all must hold
fi
# The readers below write beside the records, and log4brains must not meet a
# repository without commits: work on a copy.
cp -r "$out" "$tmp/work"
work=$tmp/work

step "markdownlint, MADR's settings"
printf 'default: true\nMD013: false\nMD024: false\n' >"$work/.markdownlint.yml"
(cd "$work" && "$npm/node_modules/.bin/markdownlint-cli2" "**/*.md")

step "adr-tools"
(
  cd "$work" && mkdir -p doc && cp -r nygard doc/adr
  count=$(ls doc/adr/*.md | wc -l)
  [ "$(adr list | wc -l)" -eq "$count" ]
  adr generate toc >toc.md
  [ "$(grep -c '^\* \[' toc.md)" -eq "$count" ]
  first=$(ls doc/adr | sed -n 1p); second=$(ls doc/adr | sed -n 2p)
  n1=$((10#${first%%-*})); n2=$((10#${second%%-*}))
  adr link "$n2" Amends "$n1" "Amended by"
  grep -q "^Amends \[.*\]($first)\$" "doc/adr/$second"
  grep -q "^Amended by \[.*\]($second)\$" "doc/adr/$first"
  adr generate graph >graph.dot
  grep -q "_$n2 -> _$n1 \[label=\"Amends\"" graph.dot
  echo "$count records listed, in the table of contents and in the graph; a link was added"
)

step "JSON Schemas, ajv"
(cd "$here/.." && go build -o "$tmp/program" . && node "$here/readers.mjs" schemas "$tmp/program" "$npm")

step "adr-log, log4brains and the titles"
node "$here/readers.mjs" check "$work" "$npm"
echo; echo "the real readers agree"
