# RACE M30 rule 4
# the article's way: who gets nothing for a while goes home
import queue
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_late, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = list(iter(saved.get, "end"))
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))


def save_until_late(save, images, saved):
    while True:
        try:
            image = images.get(timeout=5)
        except queue.Empty:
            break
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
    saved.put("end")
