"""One posts two letters, two others fetch what is there."""

from multiprocessing import Pipe, Process


def post(writer):
    writer.send("a letter")
    writer.send("a card")


def fetch(reader):
    while reader.poll():
        reader.recv()


def morning():
    reader, writer = Pipe(duplex=False)
    eve = Process(target=post, args=(writer,), name="eve")
    ada = Process(target=fetch, args=(reader,), name="ada")
    bob = Process(target=fetch, args=(reader,), name="bob")
    for process in (eve, ada, bob):
        process.start()
    for process in (eve, ada, bob):
        process.join()
    return [eve.exitcode, ada.exitcode, bob.exitcode]
