# right
# terminates all who are alive, waits for all of them, then kills the rest
import multiprocessing


def stop(job, names, seconds):
    children = {}
    for name in names:
        children[name] = multiprocessing.Process(target=job, args=(name,), daemon=True)
        children[name].start()
    for name in names:
        children[name].join(timeout=seconds)
    words = dict.fromkeys(names, "finished")
    late = [name for name in names if children[name].exitcode is None]
    for name in late:
        words[name] = "terminated"
        children[name].terminate()
    for name in late:
        children[name].join(timeout=seconds)
    for name in late:
        if children[name].exitcode is None:
            words[name] = "killed"
            children[name].kill()
    for child in children.values():
        child.join()
    return list(words.values())
