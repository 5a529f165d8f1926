#!/bin/sh
# Installs from Debian what the tests need and the machine lacks. Does nothing when all is there.
# xvfb … libgbm1: the window · xdotool: dialogs of the packaged program · fonts-noto-cjk: Chinese text · poppler-utils: reading PDFs back ·
# unzip make g++ python3: only where the window tests have to prepare a runtime of their own
set -eu
wanted='xvfb libgtk-3-0 libnss3 libasound2 libgbm1 xdotool fonts-noto-cjk poppler-utils unzip make g++ python3'
missing=
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
apt-get update -q
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
