# WRONG - rule 1
# two threads of one process fetch and save
from multiprocessing import Process, Queue
from threading import Thread


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    both = Process(target=download_and_save, args=(fetch, save, names, images, saved))
    both.start()
    found = [saved.get() for _ in names]
    both.join()
    return found


def download_and_save(fetch, save, names, images, saved):
    downloader = Thread(target=download, args=(fetch, names, images))
    downloader.start()
    save_until_none(save, images, saved)
    downloader.join()


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_none(save, images, saved):
    while (image := images.get()) is not None:
        try:
            size = save(image)
        except Exception:
            size = None
        saved.put(size)
