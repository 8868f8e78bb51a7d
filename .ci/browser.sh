#!/usr/bin/env bash
# CI step: does the HTML page of `archadvisor report` open in a browser without an
# error, without a request to anywhere, without overflow at 1280 and 390 pixels,
# and with a contrast of at least 4.5, light and dark? Installs Debian's chromium
# and puppeteer-core from npm, which needs Node 20 or newer.
#
#   .ci/browser.sh [FOLDER]   keep the pictures in FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
pictures=${1:-$tmp/pictures}; mkdir -p "$pictures"
if ! command -v chromium >/dev/null; then
  sudo=; [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get -qq update && $sudo apt-get -qq install -y chromium fonts-dejavu-core >/dev/null
fi
(cd "$tmp" && npm init -y >/dev/null 2>&1 && npm i --ignore-scripts --no-audit --no-fund --loglevel=error puppeteer-core@24.30.0)
(cd "$here/.." && go build -o "$tmp/archadvisor" .)
mkdir "$tmp/pages"
for p in "$here"/../testdata/profiles/*.toml; do
  "$tmp/archadvisor" report "$p" --quiet -o "$tmp/pages/$(basename "$p" .toml).html"
done
"$tmp/archadvisor" report "$here/../testdata/profiles" --quiet -o "$tmp/pages/portfolio.html"
cp "$here/browser.mjs" "$tmp/"
CHROMIUM=$(command -v chromium) node "$tmp/browser.mjs" "$tmp/pages" "$pictures"
