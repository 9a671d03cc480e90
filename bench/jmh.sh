#!/usr/bin/env bash
# Messages per second of parse and of parse and analyse: on samples/ and, where ../shared/data is there, on its mails.
# Further arguments go to JMH, such as: bench/jmh.sh -wi 1 -i 1 -p corpus=/some/folder
set -euo pipefail
cd "$(dirname "$0")/.."
. ./.jdk
JAVA_HOME=$(find_jdk)
export JAVA_HOME
mvn -q -B -ntp -Dquick -DskipTests -Pbench -pl bench/jmh -am package
mkdir -p bench/target
corpora=samples
if [ -d ../shared/data ]; then
  unpacked=bench/target/corpus
  if [ ! -d "$unpacked" ]; then
    mkdir -p "$unpacked.part"
    for archive in ../shared/data/*.tar.xz; do tar xJf "$archive" -C "$unpacked.part"; done
    mv "$unpacked.part" "$unpacked"
  fi
  corpora=$corpora,$unpacked
fi
case " $* " in *" corpus="*) own=() ;; *) own=(-p "corpus=$corpora") ;; esac
"$JAVA_HOME/bin/java" -cp "bench/jmh/target/classes:bench/jmh/target/lib/*" org.openjdk.jmh.Main -foe true "${own[@]}" "$@" |
  tee bench/target/jmh.txt | grep --line-buffered -E '^(# Parameters|# Benchmark|Iteration|Benchmark|Messages|Signatures)'
