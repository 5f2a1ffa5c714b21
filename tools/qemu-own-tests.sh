#!/bin/sh
# QEMU's own qtest programs against cf8:  tools/qemu-own-tests.sh BUILD-DIRECTORY i440fx-test …
# Prints passed/total of each program, and what failed. Each runs whole; what did not get its turn then runs by itself.
# SECONDS_EACH=n: how long one test may take. BINARY=program: another emulator.
# Needs the programs (docs/qtest.md says how to build them) and coreutils' timeout.
build=$1
shift
QTEST_QEMU_BINARY=${BINARY:-$(cd "$(dirname "$0")" && pwd)/qemu-system-x86_64}
export QTEST_QEMU_BINARY
each=${SECONDS_EACH:-30}
for program in "$@"; do
  run=$build/tests/qtest/$program
  whole=$(timeout $((4 * each)) "$run" --tap 2>/dev/null)
  passed=0
  total=0
  failed=
  for test in $("$run" -l 2>/dev/null | grep '^/' | grep -v '/subprocess$'); do
    total=$((total + 1))
    if echo "$whole" | grep -q "^ok [0-9]* $test\$"; then
      passed=$((passed + 1))
      continue
    fi
    output=$(timeout "$each" "$run" --tap -p "$test" 2>/dev/null)
    code=$?
    if [ $code -eq 0 ] && echo "$output" | grep -q '^ok'; then
      passed=$((passed + 1))
    else
      failed="$failed
  $test: exit code $code$(echo "$output" | grep -E '^(not ok|Bail)' | head -n 1 | sed 's/^/, /')"
    fi
  done
  echo "$program $passed/$total$failed"
done
