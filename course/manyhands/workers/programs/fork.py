"""One call, two returns."""

import os

print("one process", flush=True)
pid = os.fork()
if pid == 0:
    print("the child: fork returned", pid, flush=True)
    os._exit(3)

_, status = os.waitpid(pid, 0)
print("the parent: fork returned the child's pid:", pid > 0)
print("the child's exit code:", os.waitstatus_to_exitcode(status))
