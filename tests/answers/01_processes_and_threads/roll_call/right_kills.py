# right
# those who are alive are killed; who started them is asked of the current process
from multiprocessing import Process, active_children, current_process


def leave(job, name):
    raise SystemExit(job(name))


def roll_call(job, names, settled):
    children = {name: Process(target=leave, args=(job, name)) for name in names}
    for name, child in children.items():
        child.name = name
        child.start()
    settled()
    me = current_process().pid
    rows = [
        (name, children[name].pid, me, children[name].is_alive(), children[name].exitcode) for name in names
    ]
    for child in active_children():
        child.kill()
        child.join()
    return rows
