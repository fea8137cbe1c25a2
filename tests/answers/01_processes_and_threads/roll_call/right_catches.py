# right
# an exception is caught in the child, and told by the exit code 1
import os
import sys
from multiprocessing import get_context


def attempt(job, name):
    try:
        number = job(name)
    except Exception as error:
        print(name, "has failed:", error)
        number = 1
    if number:
        sys.exit(number)


def roll_call(job, names, settled):
    context = get_context()
    crew = list(map(lambda name: context.Process(None, attempt, name, (job, name)), names))
    for member in crew:
        member.start()
    settled()
    ended = {member: member.exitcode for member in crew}
    rows = [(each.name, each.pid, os.getpid(), code is None, code) for each, code in ended.items()]
    while crew:
        member = crew.pop()
        member.terminate()
        member.join()
        member.close()
    return rows
