"""What the lecture on pipes says of its programs, under every start method of this system."""

import multiprocessing

import pytest
from manyhands.checks import watch
from manyhands.workers import pipes, pipes_broken

METHODS = multiprocessing.get_all_start_methods()
FORK_ONLY = [pipes_broken.parent_closes, pipes_broken.one_after_another]
ALWAYS = [pipes_broken.never_closed, pipes_broken.both_send_first, pipes_broken.join_too_early]
MENDED = {
    pipes.child_writes: list(pipes.CHORES),
    pipes.child_reads: 0,
    pipes.swap_in_turn: len(pipes.MEGABYTE),
    pipes.swap_with_threads: len(pipes.MEGABYTE),
    pipes.two_writers_and_a_lock: "20 messages, all whole",
}


def name(function):
    return getattr(function, "__name__", None)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("program", FORK_ONLY + ALWAYS, ids=name)
def test_an_end_that_stays_open_or_a_pipe_that_is_full_hangs(program, method):
    run = watch(program, start_method=method, deadline=8)
    assert run.hangs == (program in ALWAYS or method == "fork"), run


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("program", MENDED, ids=name)
def test_the_mended_programs_come_to_their_end_under_every_start_method(program, method):
    assert watch(program, start_method=method).result == MENDED[program]


@pytest.mark.parametrize("method", METHODS)
def test_the_messages_of_two_who_write_to_one_end_mix(method):
    assert watch(pipes_broken.two_writers, start_method=method).result == "mixed up"


@pytest.mark.parametrize("duplex", [False, True], ids=["one-way", "two-way"])
def test_after_a_message_that_was_too_long_nothing_can_be_received(duplex):
    reader, writer = multiprocessing.Pipe(duplex)
    with reader, writer:
        writer.send_bytes(b"far too much")
        writer.send_bytes(b"ok")
        with pytest.raises(OSError):
            reader.recv_bytes(maxlength=4)
        with pytest.raises(OSError):
            reader.recv_bytes(maxlength=4)
        assert (reader.closed, reader.writable) == (not duplex, duplex)


def test_a_message_that_a_buffer_cannot_take_is_in_the_exception():
    reader, writer = multiprocessing.Pipe(duplex=False)
    with reader, writer:
        writer.send_bytes(b"0123456789")
        writer.send_bytes(b"next")
        with pytest.raises(multiprocessing.BufferTooShort) as caught:
            reader.recv_bytes_into(bytearray(8))
        assert caught.value.args[0] == b"0123456789"
        assert reader.recv_bytes() == b"next"


def test_nothing_can_be_sent_into_a_pipe_that_is_full_without_waiting():
    for duplex in (False, True):
        assert pipes.messages_that_fit(100_000_000, duplex) == 0
        assert 0 < pipes.messages_that_fit(1_000, duplex) < 500
