# right
# None behind the last image
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
        images.put(fetch(name))
    images.put(None)


def save_until_none(save, images, saved):
    while (image := images.get()) is not None:
        try:
            size = save(image)
        except Exception:
            size = None
        saved.put(size)
