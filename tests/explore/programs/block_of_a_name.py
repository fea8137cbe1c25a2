"""right: a name of one's own can be had once at a time; an error says which.

returns: [True, True, True, 2]
"""

import os
from multiprocessing.shared_memory import SharedMemory


def main():
    name = f"many_hands_{os.getpid()}_name"
    block = SharedMemory(name, create=True, size=2)
    told = []
    try:
        SharedMemory(name, create=True, size=2)
    except FileExistsError as error:
        told.append(str(error) == f"[Errno 17] File exists: '/{name}'")
    block.close()
    block.unlink()
    try:
        SharedMemory(name)
    except FileNotFoundError as error:
        told.append(str(error) == f"[Errno 2] No such file or directory: '/{name}'")
    try:
        block.unlink()
    except FileNotFoundError as error:
        told.append(error.filename == f"/{name}")
    again = SharedMemory(name, create=True, size=2)
    told.append(again.size)
    again.close()
    again.unlink()
    return told
