# WRONG - rule 3
# an Array, and no SharedMemory block
from multiprocessing import Process, RawArray


def transform(change, picture, width, workers):
    pixels = RawArray("c", picture)
    height = len(picture) // width
    crew = [
        Process(target=work, args=(change, pixels, width, range(n, height, workers))) for n in range(workers)
    ]
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()
    return pixels.raw[: len(picture)]


def work(change, pixels, width, rows):
    for row in rows:
        place = slice(row * width, (row + 1) * width)
        pixels[place] = change(pixels[place])
