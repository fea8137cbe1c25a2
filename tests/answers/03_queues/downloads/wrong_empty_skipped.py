# DEADLOCK - rule 3
# an empty image is not worth saving
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_none, args=(save, images, saved))
    downloader.start()
    saver.start()
    found = [saved.get() for _ in names]
    downloader.join()
    saver.join()
    return found


def download(fetch, names, images):
    for name in names:
        if image := fetch(name):
            images.put(image)
    images.put(None)


def save_until_none(save, images, saved):
    while (image := images.get()) is not None:
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
