"""right: a process has its parent's key, or the one that it is given, and the key is never sent.

returns: [True, b"pepper", "TypeError"]
"""

from multiprocessing import Process, SimpleQueue, current_process


def tell(found):
    found.put(bytes(current_process().authkey))


def main():
    found, keys = SimpleQueue(), []
    for key in (None, b"pepper"):
        worker = Process(target=tell, args=(found,))
        if key:
            worker.authkey = key
        worker.start()
        keys.append(found.get())
        worker.join()
    try:
        found.put(current_process().authkey)
    except TypeError as error:
        return [keys[0] == current_process().authkey, keys[1], type(error).__name__]
