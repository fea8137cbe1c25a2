# right
# each question brings a pipe of its own for the answer
from multiprocessing import Pipe, Process


def ask_all(reply, questions, seconds):
    pipes = [Pipe(duplex=False) for _ in questions]
    hears, asks = Pipe(duplex=False)
    writers = [writer for _, writer in pipes]
    child = Process(target=answer_all, args=(reply, questions, hears, writers))
    child.start()
    hears.close()
    for writer in writers:
        writer.close()
    answers = []
    for number, (reader, _) in enumerate(pipes):
        try:
            asks.send(number)
            answers.append((True, reader.recv()) if reader.poll(seconds) else (False, None))
        except (EOFError, OSError):
            answers.append((False, None))
    child.terminate()
    child.join()
    return answers


def answer_all(reply, questions, hears, writers):
    while True:
        number = hears.recv()
        writers[number].send(reply(questions[number]))
