# right
# each child writes its number into a file of its own
import tempfile
from multiprocessing import Process
from pathlib import Path


def look(count, name, file):
    Path(file).write_text(str(count(name)))


def count_all(count, names):
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{n}.txt" for n in range(len(names))]
        children = [
            Process(target=look, args=(count, name, str(file)))
            for name, file in zip(names, files, strict=True)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()
        return [int(file.read_text()) for file in files]
