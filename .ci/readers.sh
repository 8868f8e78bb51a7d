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

step "ten folders of real-world shapes: gone on with as they are, and read by the real readers"
(cd "$here/.." && go build -o "$tmp/program" .)
printf '# 7. Record decisions\n\nDate: 2020-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n\n## Consequences\n\nz\n' >"$tmp/nygard.md"
printf -- '---\nstatus: accepted\ndate: 2020-01-01\n---\n\n# Record decisions\n\n## Context and Problem Statement\n\nx\n' >"$tmp/madr.md"
mkdir -p "$tmp/shapes" && cd "$tmp/shapes"
n=0
while read -r form dir there next; do
  n=$((n + 1)); root=$tmp/shapes/$n; mkdir -p "$root/$dir/../sub"
  git -C "$root" init -q && git -C "$root" -c user.name=a -c user.email=a@b.example commit -q --allow-empty -m x
  cp "$tmp/$form.md" "$root/$dir/$there"
  for profile in b2b-saas iot-ingest; do
    (cd "$root/$dir/../sub" && "$tmp/program" export "$here/../testdata/profiles/$profile.toml" --quiet --date 2026-11-23 --draws 16 --deciders Ana >/dev/null)
  done
  (cd "$root" && "$tmp/program" check . --quiet --draws 16 >/dev/null) # all hold, and their numbers fit
  ours=$(cd "$root/$dir" && ls | grep -cE "^($next)") || true
  [ "$ours" -eq 2 ] || { echo "$dir beside $there: $(ls "$root/$dir" | tr '\n' ' '), want $next"; exit 1; }
  printf 'default: true\nMD013: false\nMD024: false\n' >"$root/.markdownlint.yml"
  (cd "$root" && "$npm/node_modules/.bin/markdownlint-cli2" "**/*.md" >/dev/null 2>"$tmp/lint") || { cat "$tmp/lint"; exit 1; }
  [ "$("$npm/node_modules/.bin/adr-log" -d "$root/$dir" | grep -c '^\* \[ADR-.* - [^ ]')" -ge 2 ] || { echo "adr-log passes over names in $dir like $there"; exit 1; }
  if [ "$form" = nygard ] && [[ $there == [0-9]*-* ]]; then
    (cd "$root" && echo "$dir" >.adr-dir && [ "$(adr list | wc -l)" -eq 3 ] && [ "$(adr generate toc | grep -c '^\* \[')" -eq 3 ])
  fi
  node "$here/readers.mjs" folder "$root" "$npm" "$dir" 3
done <<'SHAPES'
nygard doc/adr 0007-record-decisions.md 0008-|0009-
nygard docs/architecture/decisions 007-record-decisions.md 008-|009-
madr docs/adr 0007-record-decisions.md 0008-|0009-
madr adr ADR-007-record-decisions.md ADR-008-|ADR-009-
madr decisions 00007-record-decisions.md 00008-|00009-
nygard rfcs 7-record-decisions.md 8-|9-
madr docs/architecture-decisions 20200101-record-decisions.md 20261123-
madr services/shop/docs/decisions 2020-01-01-record-decisions.md 2026-11-23-
nygard Docs/ADR 0007_record_decisions.md 0008-|0009-
madr packages/api/docs/adr adr-0007-record-decisions.md adr-0008-|adr-0009-
SHAPES
echo "$n folders of real-world shapes"
cd "$here"

step "JSON Schemas, ajv"
(cd "$here/.." && go build -o "$tmp/program" . && node "$here/readers.mjs" schemas "$tmp/program" "$npm")

step "adr-log, log4brains and the titles"
node "$here/readers.mjs" check "$work" "$npm"
echo; echo "the real readers agree"
