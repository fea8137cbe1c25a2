# right
# the saver knows how many images will come, and takes so many
from multiprocessing import JoinableQueue, Pipe, Process


def download_all(fetch, save, names, room):
    images = JoinableQueue(room)
    here, there = Pipe(duplex=False)
    downloader = Process(target=download, args=(fetch, names, images))
    saver = Process(target=save_so_many, args=(save, len(names), images, there))
    downloader.start()
    saver.start()
    found = here.recv()
    saver.join()
    downloader.join()
    return found


def download(fetch, names, images):
    for name in names:
        images.put(fetch(name))


def save_so_many(save, count, images, there):
    found = [tried(save, images.get()) for _ in range(count)]
    there.send(found)


def tried(save, image):
    try:
        return save(image)
    except Exception:
        return None
