"""wrong (M112): trailing zero bytes are gone, and so are zero letters.

returns: [b"\\0a", "b", b"", True, None, -1.5]
"""

from multiprocessing.shared_memory import ShareableList


def main():
    items = ShareableList([b"\0a\0\0", "b\0", b"\0", True, None, -1.5])
    found = list(items)
    items.shm.close()
    items.shm.unlink()
    return found
