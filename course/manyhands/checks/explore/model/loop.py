"""An event loop on the kernel's clock: ``asyncio``'s own, but for the events of the system."""

from .. import kernel
from ..kernel import Op
from ..patience import counted
from . import machinery
from .crew import Crew

_events = machinery.parts.events
_sleep_is_over = machinery.parts.futures._set_result_unless_cancelled


def _task_of(handle):
    owner = getattr(handle._callback, "__self__", None)
    return owner if isinstance(owner, machinery.parts.tasks.Task) else None


def _is_own(handle):
    return _task_of(handle) is None and _of_asyncio(handle._callback)


def _of_asyncio(callback):
    return (getattr(callback, "__module__", None) or "").startswith(machinery.PACKAGE)


class Loop(machinery.parts.base_events.BaseEventLoop):
    """An event loop of the model.

    Raises as ``asyncio``'s: ``RuntimeError`` where it is closed, or runs already.
    """

    def __init__(self):
        super().__init__()
        self.crew = Crew(self, _task_of, _is_own)

    def __del__(self):
        pass  # that it was not closed is said by a warning, which nobody sees

    def time(self):
        """Virtual seconds since the start."""
        world = kernel.world
        if world is None or world.over:
            return 0.0
        world.glance(world.clock)
        return counted(world)

    # What is to be called

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self._call_at(self.time() + delay, delay, callback, args, context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        return self._call_at(when, round(when - self.time(), 9), callback, args, context)

    def _call_at(self, when, delay, callback, args, context):
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        handle = _events.TimerHandle(when, callback, args, self, context)
        handle._scheduled = True
        if _under_way():
            if callback is _sleep_is_over and not self._by_another_thread():
                self.crew.sleep(handle, max(0, delay))
            else:
                self.crew.time(handle, max(0, delay), "time-out" if _of_asyncio(callback) else "sleep")
        return handle

    def _timer_handle_cancelled(self, handle):
        self.crew.forget(handle)

    def _call_soon(self, callback, args, context):
        handle = _events.Handle(callback, args, self, context)
        if not _under_way():
            return handle
        if self._by_another_thread():
            self._tell("call_soon", lambda: self.crew.add_unheard(handle))
        else:
            self.crew.add(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = _events.Handle(callback, args, self, context)
        if not _under_way():
            return handle
        if self._by_another_thread():
            self._tell("call_soon_threadsafe", lambda: self.crew.add(handle))
        else:
            self.crew.add(handle)
        return handle

    def _by_another_thread(self):
        return self.is_running() and kernel.world.current.crew is not self.crew

    def _tell(self, name, run):
        kernel.world.perform(Op(name, None, run, self.crew.touched))

    # Running

    def run_forever(self):
        self._check_closed()
        self._check_running()
        self._thread_id = machinery.get_ident()
        _events._set_running_loop(self)
        try:
            self.crew.work()
        finally:
            self._stopping = False
            self._thread_id = None
            _events._set_running_loop(None)

    def run_until_complete(self, future):
        if not _under_way():  # the run is over, and this is the end of a `with`
            future.close()
            raise kernel.GreenletExit
        return super().run_until_complete(future)

    def close(self):
        super().close()
        if _under_way():
            self.crew.clear()

    def call_exception_handler(self, context):
        """Hand an error that nobody asks for to the program's handler, if it has one."""
        if not _under_way():
            return
        kernel.world.remark("error that nobody asks for", detail=context.get("exception"))
        if self._exception_handler is not None:
            super().call_exception_handler(context)


def _under_way():
    return kernel.world is not None and not kernel.world.over


def _not_modelled(name):
    def method(self, *args, **kwargs):
        kernel.world.give_up(f"asyncio's loop.{name}")

    return method


for _name in (
    *("add_reader", "remove_reader", "add_writer", "remove_writer", "add_signal_handler"),
    *("remove_signal_handler", "create_connection", "create_server", "create_datagram_endpoint", "sendfile"),
    *("create_unix_connection", "create_unix_server", "connect_accepted_socket", "connect_read_pipe"),
    *(
        "connect_write_pipe",
        "subprocess_exec",
        "subprocess_shell",
        "sock_recv",
        "sock_recv_into",
        "start_tls",
    ),
    *("sock_recvfrom", "sock_recvfrom_into", "sock_sendto", "sock_sendall", "sock_connect", "sock_accept"),
    *("sock_sendfile", "getaddrinfo", "getnameinfo"),
):
    setattr(Loop, _name, _not_modelled(_name))
