# DEADLOCK M30 rule 4
# a time-out of an hour is none of the end either
import queue
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_late, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = [saved.get() for _ in names]
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))


def save_until_late(save, images, saved):
    try:
        while True:
            image = images.get(timeout=3600)
            try:
                saved.put(save(image))
            except Exception:
                saved.put(None)
    except queue.Empty:
        pass
