#!/usr/bin/env bash
# CPython 3.14.10 and 3.15.2: InterpreterPoolExecutor loses a function's module where only nested code names a global.
#
# A function of an importable module that calls another function of it runs in an interpreter of the pool, as in a thread or a process. If
# it names that other function only inside a generator expression, a lambda or a nested function, it raises NameError there: such a function
# names no global itself, is taken for one that needs nothing, and is sent as bare code without its module. The documentation of
# concurrent.futures asks only that what is sent can be pickled, which this can.
#
# Each row is a way to call `one` and what came of it. Needs no package, and a Python from 3.14, named by PYTHON3. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > work.py <<'PYTHON'
def one(number):
    return number + 1


def in_a_loop(numbers):
    total = 0
    for number in numbers:
        total += one(number)
    return total


def in_a_generator_expression(numbers):
    return sum(one(number) for number in numbers)


def in_a_lambda(numbers):
    return sum(map(lambda number: one(number), numbers))
PYTHON
cat > interpreters.py <<'PYTHON'
import sys
from concurrent.futures import InterpreterPoolExecutor, ThreadPoolExecutor

import work

if __name__ == "__main__":
    seen = []
    for executor in (ThreadPoolExecutor, InterpreterPoolExecutor):
        for way in (work.in_a_loop, work.in_a_generator_expression, work.in_a_lambda):
            with executor(1) as crew:
                try:
                    came = crew.submit(way, [1, 2]).result()
                except Exception as error:
                    came = f"{type(error).__name__}: {error}".splitlines()[0]
            seen.append("NameError" if "NameError" in str(came) else came)
            print(f"{executor.__name__:24} {way.__name__:26} {came}")
    sys.exit("this has changed" if seen != [5, 5, 5, 5, "NameError", "NameError"] else 0)
PYTHON
"${PYTHON3:-python3}" interpreters.py
