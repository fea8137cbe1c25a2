#!/usr/bin/env bash
# CPython 3.11.7 and 3.13.0: a SharedMemoryManager leaves blocks in the system once the program has unlinked one of them itself.
#
# The manager unlinks its blocks when its `with` block ends; the documentation promises that for all of them. It goes through the
# names in the order in which they were made, and the first that is gone ends that: FileNotFoundError, which nobody sees, since it is
# raised in the server as that shuts down. The blocks made before are gone, those made later stay (`SharedMemoryManagerServer.shutdown`
# in multiprocessing/managers.py, and `SharedMemoryTracker.unlink`).
#
# Makes three blocks, unlinks the second by hand, leaves the `with` block, and says which names are still there. Needs no package.
# Linux. Fails if that changes.
set -euo pipefail
[ "$(uname -s)" = Linux ] || { echo "this is about Linux"; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > gap.py <<'PYTHON'
import os
import sys
from multiprocessing.managers import SharedMemoryManager

if __name__ == "__main__":
    with SharedMemoryManager() as manager:
        blocks = [manager.SharedMemory(1) for _ in range(3)]
        blocks[1].unlink()
    left = [os.path.exists(f"/dev/shm/{block.name}") for block in blocks]
    for block, there in zip(blocks, left):
        if there:
            block.unlink()
    print(f"{sys.version.split()[0]}: first, second and third block are left: {left}")
    sys.exit("this has changed" if left != [False, False, True] else 0)
PYTHON
"${PYTHON3:-python3}" gap.py 2> errors
