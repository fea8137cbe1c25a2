"""right: whoever is to answer gets the end to answer on, and ends the stream by closing it.

returns: ["soup", "bread", "end"]
"""

from multiprocessing import Pipe, Process, SimpleQueue


def cook(orders):
    with orders.get() as counter:
        counter.send("soup")
        counter.send("bread")


def main():
    orders = SimpleQueue()
    worker = Process(target=cook, args=(orders,))
    worker.start()
    reader, writer = Pipe(duplex=False)
    orders.put(writer)
    writer.close()
    dishes = []
    try:
        while True:
            dishes.append(reader.recv())
    except EOFError:
        dishes.append("end")
    worker.join()
    return dishes
