# DEADLOCK M27 rule 3
# the loop ends at an empty image
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_while_true, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = [saved.get() for _ in names]
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_while_true(save, images, saved):
    while image := images.get():
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
