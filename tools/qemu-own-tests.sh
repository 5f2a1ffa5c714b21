#!/bin/sh
# QEMU's own qtest programs against cf8, each of their tests by itself:  tools/qemu-own-tests.sh BUILD-DIRECTORY i440fx-test …
# Prints one line a program, and what failed. SECONDS_EACH=n: how long one test may take. BINARY=program: another emulator.
# Needs the programs (docs/qtest.md says how to build them) and coreutils' timeout.
build=$1
shift
QTEST_QEMU_BINARY=${BINARY:-$(cd "$(dirname "$0")" && pwd)/qemu-system-x86_64}
export QTEST_QEMU_BINARY
for program in "$@"; do
  run=$build/tests/qtest/$program
  passed=0
  total=0
  failed=
  for test in $("$run" -l 2>/dev/null | grep '^/' | grep -v '/subprocess$'); do
    total=$((total + 1))
    output=$(timeout "${SECONDS_EACH:-60}" "$run" --tap -p "$test" 2>/dev/null)
    code=$?
    if [ $code -eq 0 ] && echo "$output" | grep -q '^ok'; then
      passed=$((passed + 1))
    else
      failed="$failed
  $test: exit code $code$(echo "$output" | grep -E '^(not ok|Bail|# .*ERROR|.*SKIP)' | head -n 1 | sed 's/^/, /')"
    fi
  done
  echo "$program $passed/$total$failed"
done
