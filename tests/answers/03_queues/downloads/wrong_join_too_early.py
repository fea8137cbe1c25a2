# DEADLOCK M22 rule 6
# the downloader has to end before the saver begins
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), Queue()
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_none, args=(save, images, saved))
    downloader.start()
    downloader.join()
    saver.start()
    saver.join()
    return [saved.get() for _ in names]


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_none(save, images, saved):
    while (image := images.get()) is not None:
        try:
            saved.put(save(image))
        except Exception:
            saved.put(None)
