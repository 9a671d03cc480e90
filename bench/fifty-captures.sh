#!/usr/bin/env bash
# Fifty visits to a page in real Chromium, in the closed internet: time of each, and that nothing is left behind.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./.jdk
JAVA_HOME=$(find_jdk)
export JAVA_HOME
exec mvn -q -B -ntp -Dquick -pl enrich -am test -Dtest=FiftyCaptures -Dsurefire.failIfNoSpecifiedTests=false
