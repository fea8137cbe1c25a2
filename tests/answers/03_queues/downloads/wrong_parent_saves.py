# WRONG - rule 1
# the parent saves the images itself
from multiprocessing import Process, Queue


def download_all(fetch, save, names, room):
    images = Queue(room)
    downloader = Process(target=download, args=(fetch, names, images))
    downloader.start()
    found = []
    for image in iter(images.get, None):
        try:
            found.append(save(image))
        except Exception:
            found.append(None)
    downloader.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)
