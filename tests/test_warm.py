"""Interpreters that start warm are what they would be if they had started cold."""

import json
import os
import signal
import subprocess
import sys

import psutil
import pytest
from manyhands.checks import warm
from manyhands.checks.answer import Answer, asking

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere none is warm")

MODULE = "served"
SERVED = """
import json, os, sys
from manyhands.checks import warm
warm.serve("MARK", ["json"])
what = os.environ["WHAT"]
if what == "tell":
    print(json.dumps({"folder": os.getcwd(), "path": sys.path[0], "environment": dict(os.environ),
                      "session": os.getsid(0) == os.getpid()}), flush=True)
elif what == "wait":
    print("here", flush=True)
    sys.stdin.read()
elif what.isdigit():
    sys.exit(int(what))
else:
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def started(tmp_path, monkeypatch):
    """Starts the module above; gives the process, and what it says and hears."""
    (tmp_path / f"{MODULE}.py").write_text(SERVED)

    def start(what, mark="a mark"):
        heard, said = os.pipe()
        told, tells = os.pipe()
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "WHAT": what, "MARK": mark}
        process = warm.start(MODULE, environment, "MARK", str(tmp_path), (heard, tells, 2))
        os.close(heard)
        os.close(tells)
        return process, os.fdopen(said, "wb", 0), os.fdopen(told, "rb")

    yield start
    while warm._servers:
        warm._servers.popitem()[1].end()


def test_it_stands_where_it_was_started_and_leads_a_session(started, tmp_path):
    process, _, told = started("tell")
    found = json.loads(told.read())
    assert isinstance(process, warm.Forked) and process.wait(60) == 0
    assert (found["folder"], found["path"], found["session"]) == (str(tmp_path), str(tmp_path), True)
    assert set(found["environment"]) - {"LC_CTYPE"} == {"PATH", "PYTHONPATH", "WHAT", "MARK"}


@pytest.mark.parametrize("what, code", [("0", 0), ("3", 3), ("kill", -signal.SIGKILL)])
def test_its_exit_code_is_told(started, what, code):
    process, *_ = started(what)
    assert process.wait(60) == code == process.poll()


def test_the_system_shows_whose_it_is(started):
    for mark in ("one mark", "two mark"):  # of one server
        process, said, told = started("wait", mark)
        told.readline()
        assert psutil.Process(process.pid).environ()["MARK"] == mark
        assert not warm.is_server(psutil.Process(process.pid).environ())
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0)
        said.close()
        assert process.wait(60) == 0
    [server] = warm._servers.values()
    assert warm.is_server(psutil.Process(server._process.pid).environ())


def test_where_a_server_was_ended_another_takes_its_place(started):
    process, said, told = started("wait")
    told.readline()
    [server] = warm._servers.values()
    server._process.kill()
    assert process.wait(60) == -signal.SIGKILL  # as far as anybody can tell
    server._process.wait()
    process, *_ = started("0")
    assert process.wait(60) == 0


def test_a_process_keeps_so_many_servers(started):
    for number in range(warm.SERVERS + 2):
        process, *_ = started(str(number))
        assert process.wait(60) == number
    assert len(warm._servers) == warm.SERVERS


def test_servers_end_with_those_who_asked(tmp_path):
    (tmp_path / "answer.py").write_text("def main():\n    return 1\n")
    text = (
        "from manyhands.checks.answer import Answer\nimport psutil\n"
        "assert Answer('answer.py').run('main').result == 1\n"
        "print(*[child.pid for child in psutil.Process().children()], flush=True)\ninput()"
    )
    asker = subprocess.Popen(
        [sys.executable, "-c", text], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    servers = [psutil.Process(int(pid)) for pid in asker.stdout.readline().split()]
    assert servers
    asker.kill()
    asker.communicate()
    assert psutil.wait_procs(servers, timeout=60)[1] == []


def test_a_warm_interpreter_has_imported_no_more_than_a_cold_one(tmp_path, monkeypatch):
    (tmp_path / "answer.py").write_text("import sys\n\ndef main():\n    return sorted(sys.modules)\n")
    with asking(tmp_path, "spawn", None):
        served = set(Answer("answer.py").run("main").result)
        monkeypatch.setattr(
            warm, "sys", type("System", (), {"platform": "other", "executable": sys.executable})
        )
        cold = set(Answer("answer.py").run("main").result)
    assert {name.partition(".")[0] for name in served - cold} <= {"ctypes", "_ctypes"}
