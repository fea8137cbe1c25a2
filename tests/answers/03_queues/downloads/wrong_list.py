# WRONG - rule 4
# the saver's list is not the parent's
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images, saved = Queue(room), []
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_until_none, args=(save, images, saved))
    downloader.start()
    saver.start()
    downloader.join()
    saver.join()
    return saved


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_none(save, images, saved):
    while (image := images.get()) is not None:
        try:
            saved.append(save(image))
        except Exception:
            saved.append(None)
