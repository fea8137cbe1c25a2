# right
# the queue and the list of results are a manager's
from multiprocessing import Manager, Process


def download_all(fetch, save, names, room):
    with Manager() as manager:
        images, saved = manager.Queue(room), manager.list()
        downloader = Process(target=download, args=(fetch, names, images))
        saver = Process(target=save_until_none, args=(save, images, saved))
        downloader.start()
        saver.start()
        downloader.join()
        saver.join()
        return list(saved)


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))
    images.put(None)


def save_until_none(save, images, saved):
    for image in iter(images.get, None):
        try:
            saved.append(save(image))
        except Exception:
            saved.append(None)
