"""The kernel of one run: tasks that take turns, the operations they announce, and a virtual clock.

A task *announces* its next operation and gives up the baton; whoever is chosen carries out
the operation it had announced and goes on until it has another to announce. So the kernel knows
what everybody is about to do before anybody does it, and one worker moves at a time.

Every operation names the objects that it touches. From that the kernel keeps, as hashes, who
could have known of what: two runs with equal hashes are in the same state, whatever order their
unrelated steps were taken in. The search in ``search`` rests on it.
"""

import itertools
import sys

from greenlet import GreenletExit, getcurrent, greenlet

from . import memory, patience
from .evidence import STORES, asleep, unmet
from .telling import telling

world = None
"""The run that is under way, or None; there is one at a time in an interpreter."""

STREAK = 200
"""After so many steps in a row, others may go on without that counting as a preemption."""

TURNING = 100
"""After so many steps, those who only repeat themselves no longer take turns at each step.

Else two that both step back for each other could do so in step for ever.
"""

LOCKS = ("Lock", "RLock", "Semaphore", "BoundedSemaphore")
"""The kinds of objects that a schedule says of who holds them."""

MOVES, RAISES = None, ()
"""How a step touches what it changes together with others in an order that does not matter.

What such steps leave is the same in whatever order they are taken, so no state tells them apart. But one may
be what another waits for, or come first where only one can. One that ``RAISES`` keeps nobody waiting: others
may wait for it, it waits for nobody. Both are false: what looks at such a thing has to change it.
"""

UNSAID = object()
_graveyard = []


class NotModelled(BaseException):
    """The program uses something that the model does not have; the run says nothing."""


class Careless(BaseException):
    """It matters when a process opens what it was given, so that must be a step of its own."""


class Diverged(Exception):
    """A schedule could not be followed: the program took other steps than before."""


class Shared:
    """Something that several tasks can touch.

    ``wrote`` is the hash of the last step that changed it, ``reads`` that of the steps that
    have looked at it since. ``key``: tells it from all others of a run, and is the same in another run in
    which the same steps led to its making. ``gone``: its maker has forgotten it; who has it keeps it, but
    nobody new can get it. ``sent``: the processes that it was sent along with. ``born``, ``maker``: the
    line that made it, and the task; ``nth``: how many it had made there before. ``server``: the manager's
    server that it is at, or None. ``entangled``: steps that touch it may look at more than they touch.
    """

    entangled = False

    __slots__ = (
        "kind", "number", "born", "nth", "maker", "wrote", "reads", "holder", "gone", "sent", "server", "key",
    )  # fmt: skip

    def __init__(self, kind):
        self.kind = kind
        self.holder = None
        self.gone = False
        self.sent = ()
        self.server = None
        world.register(self)

    def vital(self):
        """The parts without which nobody new can get this."""
        return (self,)

    def missing(self):
        """Whether nobody new can get this."""
        return self.gone

    def inherited(self, process):
        """What a process that is being started gets of this."""
        return self

    def lockable(self):
        """What must be free before this can be used; this itself, unless a lock guards it."""
        return self

    def fed_by(self):
        """The processes that could still send something to who reads from this."""
        return ()

    def holders(self):
        """The tasks that hold this, as far as one can say that of it."""
        return [self.holder] if self.holder is not None else []


class Part:
    """A part of something shared that steps touch by itself, and that has no name of its own."""

    entangled = False

    __slots__ = ("kind", "wrote", "reads", "key")

    def __init__(self, whole, name):
        self.kind = whole.kind
        self.wrote = hash((whole.wrote, name))
        self.reads = 0
        self.key = whole.key, name


class Op:
    """One operation, as it is announced.

    Args:
        name: what it is called in a schedule, such as ``"acquire"``.
        shared: the object it is about, or None.
        run: does it; what it returns is what the caller gets.
        touches: pairs of a ``Shared``, a ``Part`` or a ``Task`` and whether it is changed (True, False,
            ``MOVES`` or ``RAISES``), or a function giving them.
        ready: says for a task whether it can be done now; None means always. It looks at nothing that
            ``touches`` does not name, unless something of that is ``entangled``.
        timeout: in virtual seconds; None waits for ever.
        expire: what is done instead of ``run`` when the time is up.
        quiet: True if it only looks; other true values if it changes nothing for good, as taking
            a lock does. Who only does such things, again and again, is waiting for others.
        detail: what is written or sent, for the schedule.
        part: which element, key or attribute of ``shared``, for the schedule.
        yields: whoever comes to it has nothing under way: that another goes on instead is no preemption.

    ``bits``: what ``races.Futures`` knows it by, or None.
    """

    frames = None
    """Frames of the student's that it is announced at, the innermost first; None: those that run now."""
    told = True
    """Whether a schedule tells of it."""
    sleeps = False
    """Whether its time is that of a sleep, though other things may end it, too."""
    rank = None
    """Of what is done only when nobody else can go on: its place among those; None for everything else."""

    __slots__ = (
        "name", "shared", "run", "touches", "ready", "timeout", "expire", "quiet", "detail",
        "deadline", "part", "yields", "bits",
    )  # fmt: skip

    def __init__(
        self, name, shared, run, touches=(), ready=None, timeout=None, expire=None, quiet=False,
        detail=UNSAID, part=None, yields=False,
    ):  # fmt: skip
        self.name = name
        self.shared = shared
        self.run = run
        self.touches = touches
        self.ready = ready
        self.timeout = timeout
        self.expire = expire
        self.quiet = quiet
        self.detail = detail
        self.deadline = None
        self.part = part
        self.yields = yields
        self.bits = None


class Task:
    """One line of execution: a process's thread, the feeder thread of one of its queues, a coroutine.

    ``kind``: a step may touch a task as it touches what is shared; who ends one does. ``maker``: the task
    that has made it. ``late``: how many virtual seconds have not counted for its time-outs (see
    ``patience``). ``crew``: those who take turns in one thread, or None; it has ``next()``, who of them goes
    on for nothing, ``overtakes(task)``, whether a task would go on before its turn, and ``admits(task)``,
    whether its time could be up now. ``thread``: its thread as an object, unless it is a process's first;
    ``threads``: how many it has started. ``idle`` and ``entry``: see ``places``.
    """

    kind = "task"
    entangled = False
    crew = thread = entry = None
    threads = idle = 0

    def __init__(self, ident, name, process, body, seed):
        self.ident = self.key = ident
        self.name = name
        self.process = process
        self.maker = world.current.ident if world.current is not None else None
        self.op = None
        self.wrote = seed
        self.reads = 0
        self.made = 0
        self.weary = False
        self.streak = 0
        self.turn = 0
        self.place = None
        self.seen = set()
        self.starter = None
        self.deaths = 0
        self.helps = False
        self.late = 0.0
        self.held = []
        self.greenlet = greenlet(body, world.hub)

    def __repr__(self):
        return f"<Task {self.name}>"


class World:
    """One run of a program under one schedule.

    Args:
        program: the ``Program`` whose modules the processes execute.
        chooser: called with the world and the options, pairs of a task and its cost, wherever
            there are several; returns a task, or None to abandon the run. Where there is
            only one, its ``passes`` is called with the world, and returns whether to go on.
        max_steps: after so many steps the run counts as endless.
        pipe_capacity: bytes that a pipe holds before a writer must wait.
        record: keep every step, with its line.
        careful: opening what it was given is a step of its own in each process.
        evidence: keep what ``evidence.facts`` tells of.
        timeouts: one of ``patience.TIMEOUTS``.
        start_method: how processes start that do not say it themselves, ``"spawn"`` or ``"forkserver"``.
        main_file: whether the program's module is the file that it was started with.
        points: where in the program threads may be interrupted (see ``places``).
        told: where else they use what others do, which a schedule tells of.
    """

    def __init__(self, program, chooser, max_steps=20_000, pipe_capacity=65_536, record=False,
                 careful=False, evidence=False, timeouts="patient", start_method="spawn",
                 main_file=False, points=(), told=()):  # fmt: skip
        self.program = program
        self.chooser = chooser
        self.max_steps = max_steps
        self.pipe_capacity = pipe_capacity
        self.careful = careful
        self.evidence = evidence
        self.timeouts = timeouts
        self.start_method = start_method
        self.main_file = main_file
        self.points = frozenset(points)
        self.told = set(told)
        self.learned = set()
        self.reached = {}
        self.handed = []
        self.watched = []
        self.calls = []
        self.at_work = 0
        self.paced = False
        self.ended = False
        self.stores = []
        self.names = {}
        self.written = {}
        self.read = set()
        self.alive = self.left = self.unended = 0
        self.polled = False
        self.asleep = self.unmet = False
        self.main_process = None
        self.log = [] if record else None
        self.tasks = []
        self.everyone = []
        self.current = None
        self.now = 0.0
        self.state = 0
        self.steps = 0
        self.switches = 0
        self.ending = None
        self.over = False
        self.abandoned = False
        self.cut_off = False
        self.made = 0
        self.kinds = {}
        self.births = {}
        self.unchanged = False
        self.crews = 0
        self.clock = None
        self.hub = None

    # Life and death

    def run(self, body):
        """Run ``body`` as the first task until nothing is left to do; return how it ended.

        Returns:
            A pair of a kind and a value: what ``body`` handed to ``finish``, or a hang.
            None if the chooser abandoned the run.
        Raises:
            NotModelled: the program used what the model does not have.
        """
        global world
        world = self
        self.hub = getcurrent()
        try:
            self.clock = Shared("clock")
            self.current = first = Task("0", "main", None, body, 1)
            self.everyone.append(first)
            self.tasks.append(first)
            self.state ^= first.wrote
            first.greenlet.switch()
            while self.ending is None and not self.abandoned:
                chosen = self._choose()
                if chosen is not None:
                    chosen.greenlet.switch()
        finally:
            self._clear_up()
            world = None
        if isinstance(self.ending, BaseException):
            raise self.ending
        return None if self.abandoned else self.ending

    def _clear_up(self):
        # Who is still waiting must be unwound, or Python would do it when it pleases.
        self.over = True
        for task in self.everyone:
            lane = task.greenlet
            for _ in range(4):
                if lane.dead or not lane:
                    break
                lane.parent = self.hub
                lane.throw(GreenletExit)
            if lane and not lane.dead:
                _graveyard.append(lane)
            task.op = task.place = None

    def finish(self, kind, value):
        """End the run with this outcome; called by the first task, and does not return."""
        self._end((kind, value))

    def give_up(self, what):
        """End the run: ``what`` is not modelled. Does not return."""
        self._end(NotModelled(what))

    def too_much(self):
        """End the run: the program asks for more memory than there is. Does not return."""
        memory.lift()
        self.give_up(memory.TOO_MUCH)

    def _end(self, ending):
        if self.over:
            raise GreenletExit
        if self.ending is None:
            self.settle(ending)
        self.leave()

    def settle(self, ending):
        """The running step is the last one of the run, which ends so."""
        self.ending = ending
        self.cut_off = any(task is not self.current and can_go_on(task) for task in self.tasks)

    def leave(self):
        """Give up the baton for good."""
        while True:
            self.hub.switch()
            if self.over:
                raise GreenletExit

    def spawn(self, ident, name, process, body, helps=False):
        """Make a task, and let it come as far as its first operation. Part of the caller's step."""
        starter = self.current

        def life():
            body()
            self.drop(task)

        task = Task(ident, name, process, life, hash((starter.wrote, ident)))
        task.helps = helps
        self.everyone.append(task)
        self.tasks.append(task)
        self.state ^= task.wrote
        task.starter = getcurrent()
        self.current = task
        task.greenlet.switch()
        self.current = starter
        return task

    def drop(self, task):
        """Take a task out of the running: it has ended, or was killed."""
        if task in self.tasks:
            self.tasks.remove(task)

    def register(self, shared):
        """Give a new object its number, and a hash that no other object of any run has."""
        maker = self.current
        shared.maker = maker.ident if maker is not None else None
        if maker is None:
            shared.wrote = 0
            shared.key = shared.kind
        else:
            maker.made += 1
            shared.key = maker.ident, maker.made
            shared.wrote = hash((maker.wrote, maker.ident, maker.made, shared.kind))
        shared.reads = 0
        shared.number = self.kinds[shared.kind] = self.kinds.get(shared.kind, 0) + 1
        shared.born = shared.nth = None
        if self.log is not None:
            shared.born = self.line()
            key = shared.kind, shared.maker, shared.born
            shared.nth = self.births[key] = self.births.get(key, -1) + 1

    # Steps

    def perform(self, op):
        """Announce an operation, wait for the turn, carry it out, and return what it gives."""
        task = self.current
        if self.over:
            return self._refuse()
        task.place = None  # what only a function has that has returned is forgotten before the next step
        process = task.process
        while process is not None and process.chores:
            self._perform(task, process.chores.pop())
        return self._perform(task, op)

    def _refuse(self):
        # The run has ended and this code is being unwound; code that swallows that is left behind.
        lane = getcurrent()
        for task in self.everyone:
            if task.greenlet is lane:
                task.deaths += 1
                if task.deaths > 3:
                    self.hub.switch()
        raise GreenletExit

    def _perform(self, task, op):
        task.op = op
        if op.timeout is not None:
            op.deadline = self.now + op.timeout
        if op.frames is None:
            frame = sys._getframe(2)
        else:
            frame = op.frames[0] if op.frames else None
        files = self.program.files
        while frame is not None and frame.f_code.co_filename not in files:
            frame = frame.f_back
        if frame is None:
            task.place = None
            task.weary = False
            place = None
        else:
            task.place = frame
            seen = self._news(op) if op.quiet is True else 0
            place = (frame.f_code, frame.f_lasti, seen)
            task.weary = place in task.seen
        if self.evidence and task.process is not self.main_process:
            self.polled = self.polled or bool(op.timeout or (task.weary and op.quiet))
        starter = task.starter
        if starter is not None:
            task.starter = None
            starter.switch()
        else:
            chosen = self._choose()
            if chosen is None:
                self.leave()
            if chosen is not task:
                chosen.greenlet.switch()
        if self.over:
            raise GreenletExit
        return self._carry_out(task, task.op, place)

    def _news(self, op):
        # What a look sees would be the same as long as this is.
        touches = op.touches() if callable(op.touches) else op.touches
        if len(touches) == 1:
            shared, changes = touches[0]
            return 0 if changes and op.ready is None else shared.wrote
        return tuple(shared.wrote for shared, changes in touches if not changes)

    def _carry_out(self, task, op, place):
        self.steps += 1
        self.program.operations.add(op.name)
        expired = op.ready is not None and not op.ready(task)
        touches = self._touches(task, op)
        before = task.wrote
        after = self.event(task, op, touches, expired)
        for shared, changes in touches:
            if changes:
                shared.wrote = after
                shared.reads = 0
                if self.evidence and shared.kind in STORES:
                    self._write(task, shared)
            else:
                shared.reads ^= after
                if self.evidence and shared.kind in STORES:
                    self._read(task, shared)
        task.wrote = after
        self.state ^= before ^ after
        if expired and op.deadline > self.now:
            patience.let_pass(self, task)
            self.clock.wrote = after
        entry = self._note(task, op) if self.log is not None and op.told else None
        self.unchanged = op.quiet or expired
        try:
            result = (op.expire if expired else op.run)()
        except BaseException as error:
            if entry is not None:
                entry["value"] = f"raises {type(error).__name__}"
            raise
        finally:
            if entry is not None:
                entry["holds"] = [identity(each) for each in task.held if each.kind in LOCKS]
            if self.unchanged:
                if place is not None:
                    task.seen.add(place)
            elif task.seen:
                task.seen.clear()
            op.deadline = None
        if entry is not None:
            if op.detail is UNSAID and result is not None:
                entry["value"] = brief(result)
            if expired and not (op.name == "sleep" or op.sleeps) and (op.timeout or result is None):
                entry["value"] = "time is up"
        return result

    def _write(self, task, shared):
        # Who has written it since the parent did.
        writers = self.written.setdefault(shared, set())
        self.read.discard(shared)
        if task.process is self.main_process:
            writers.clear()
        else:
            writers.add(task.process.ident)
            for function in self.watched:
                function.followed(task.process, shared)

    def _read(self, task, shared):
        # Whether the parent has read it since anybody wrote it; whether others did during a call.
        if task.process is self.main_process:
            self.read.add(shared)
        else:
            for function in self.watched:
                function.looked(task.process, shared)

    def touched(self, task):
        """What the announced step of ``task`` would touch now, and the lock that has to be free for it."""
        op, pairs = task.op, self._touches(task, task.op)
        if op.shared is None or op.ready is None:
            return pairs
        lock = op.shared.lockable()
        return pairs if lock is op.shared else (*pairs, (lock, False))

    def _touches(self, task, op):
        touches = op.touches() if callable(op.touches) else op.touches
        if self.watched and any(
            shared.kind in STORES and (changes or not task.held) for shared, changes in touches
        ):
            # Whether it comes before or after a call of what is watched makes a difference; who reads
            # with a lock held is left out, since that would be too many schedules.
            touches = (*touches, *((function, False) for function in self.watched))
        if task.process is not None and task in task.process.threads.runners:
            # What threads of one process share needs no operation: none of their steps is without the others.
            others = (each for each in task.process.threads.runners if each is not task)
            touches = (*touches, *((each, True) for each in others))
        return touches

    def event(self, task, op, touches, expired):
        """The hash of the step ``op`` of ``task``, were it taken now."""
        parts = [task.wrote, op.name, expired]
        for shared, changes in touches:
            parts.append(shared.wrote)
            if changes:
                parts.append(shared.reads)
        if expired:
            parts.append(self.clock.wrote)
        return hash(tuple(parts))

    def glance(self, shared):
        """Look at something shared in the middle of a step, as a part of it."""
        task = self.current
        before = task.wrote
        task.wrote = after = hash((before, shared.wrote))
        self.state ^= before ^ after

    def foresee(self, task):
        """The state's hash, and the time, after the announced step of ``task``."""
        op = task.op
        expired = op.ready is not None and not op.ready(task)
        touches = self._touches(task, op)
        after = self.state ^ task.wrote ^ self.event(task, op, touches, expired)
        return after, max(self.now, op.deadline) if expired else self.now

    # Who is next

    def _choose(self):
        if self.ending is not None:
            return None
        if self.steps >= self.max_steps:
            self.ending = ("endless", self.steps)
            self.cut_off = True
            return None
        options = self.options()
        if not options:
            self.ending = ("deadlock", self.waits())
            self.asleep, self.unmet = asleep(self), unmet(self)
            return None
        if len(options) > 1:
            chosen = self.chooser(self, options)
        else:
            chosen = options[0][0] if self.chooser.passes(self) else None
        if chosen is None:
            self.abandoned = True
            return None
        if chosen is self.current:
            chosen.streak += 1
        else:
            chosen.streak = self.current.streak + 1 if self.same_crew(chosen) else 0
            self.switches += 1
            self.current = chosen
        chosen.turn = self.steps
        return chosen

    def options(self):
        """Who could go on: pairs of a task and the cost of choosing it, the cheapest first.

        Going on with the same task is free, and so is every choice when it cannot go on or
        only repeats itself; taking the baton from a task that could go on costs 1. A helper
        (the feeder thread of a queue) is prompt: to keep it waiting then costs 1, too. Who takes turns
        with others in one thread goes on for them; to go on before one's turn costs 1.
        """
        if self.crews:
            return self._charged(self._tired_options())
        return self._options(None)

    def _options(self, tired):
        brisk, weary, timers = [], [], []
        for task in self.tasks:
            op = task.op
            if op.ready is None or op.ready(task):
                tires = task.weary or (tired is not None and task.crew is tired)
                (weary if tires else brisk).append(task)
            elif op.deadline is not None and (task.crew is None or task.crew.admits(task)):
                if op.deadline <= self.now:
                    (weary if task.weary else brisk).append(task)
                else:
                    timers.append(task)
        if self.paced:
            brisk = self._at_rest(brisk)
        if not (weary or timers):
            last = self.last()
            if len(brisk) == 1:
                return [(brisk[0], 0)]
            if last not in brisk or self.current.streak >= STREAK or last.op.yields:
                if last in brisk:  # it had its share, or has done with it: the others come first
                    brisk.remove(last)
                    brisk.append(last)
                return _helpers_first(brisk)
            return [(last, 0)] + [(task, 1) for task in brisk if task is not last]
        return self._unusual_options(brisk, weary, timers)

    def _at_rest(self, brisk):
        # Those that can go on; of calls that end one by one the next, if else there is nobody but the first
        # task, and not even that one unless a call has ended before.
        ends = [task for task in brisk if task.op.rank is not None]
        others = [task for task in brisk if task.op.rank is None]
        if ends and all(self.ended and task is self.everyone[0] for task in others):
            others.append(min(ends, key=lambda task: task.op.rank))
        return others

    def _unusual_options(self, brisk, weary, timers):
        timers.sort(key=lambda task: task.op.deadline)
        soon = patience.may_run_out(self, timers, bool(brisk))
        last = self.last()
        if last in brisk and self.current.streak < STREAK and not last.op.yields:
            others = [task for task in brisk if task is not last]
            return [(last, 0)] + [(task, 1) for task in others + weary + soon]
        if brisk:
            brisk.sort(key=lambda task: task is last)
            return _helpers_first(brisk) + [(task, 1) for task in weary + soon]
        if weary:  # they wait for somebody, perhaps for one who waits for the clock
            pool = sorted(weary + timers[:1], key=lambda task: task.turn)
            if self.steps >= TURNING and last in weary and self.current.streak < STREAK:
                pool.remove(last)
                pool.insert(0, last)
            rest = [task for task in soon if task not in pool]
            return [(pool[0], 0)] + [(task, 1) for task in pool[1:] + rest]
        if not timers:
            return []
        first = timers[0].op.deadline
        return [
            (task, 0 if task.op.deadline == first else 1)
            for task in timers
            if task.op.deadline == first or task in soon
        ]

    def last(self):
        """Who goes on for nothing, if it can: who went on last, or whose turn it is in its thread."""
        crew = self.current.crew
        return (crew.next() or self.current) if crew is not None else self.current

    def same_crew(self, task):
        """Whether a task takes turns with the one that went on last."""
        return task.crew is not None and task.crew is self.current.crew

    def _tired_options(self):
        # Those of a thread that had its share are no brisker than who only looks again and again.
        return self._options(self.current.crew if self.current.streak >= STREAK else None)

    def _charged(self, options):
        # Who would go on before its turn costs 1; if nobody else can go on for nothing, the first does.
        charged = []
        for task, cost in options:
            early = task.crew is not None and task.crew.overtakes(task)
            charged.append((task, max(cost, int(early)), early))
        charged.sort(key=lambda option: option[1:])
        costs = [cost for _, cost, _ in charged]
        costs[:1] = [0] if costs else []
        return [(task, cost) for (task, _, _), cost in zip(charged, costs, strict=True)]

    def timers(self):
        """Who waits for the clock, and until when."""
        waiting = [(task.ident, task.op.deadline) for task in self.tasks if task.op.deadline is not None]
        return tuple(sorted(waiting)) if waiting else ()

    # What is told

    def waits(self):
        """Who waits for what, as ``schedules.Outcome`` describes it."""
        return [self._wait(task, task.op) for task in self.tasks]

    def _wait(self, task, op):
        shared = op.shared
        holders = shared.lockable().holders() if shared is not None else []
        holder = holders[0] if len(holders) == 1 else None
        told = self._told(task, op)
        if shared is not None:
            told["object"] = self._described(shared.lockable())
        return {
            **told,
            "holder": holder.name if holder is not None else None,
            "holder_task": holder.ident if holder is not None else None,
            "holder_ended": holder is not None and (holder.process.dead or holder not in self.tasks),
            "holders": [each.name for each in holders],
            "fed_by": [each.ident for each in shared.fed_by()] if shared is not None else [],
        }

    def label(self, shared, task=None, operation=""):
        """What an object is called: as the student's line calls it, else its kind and number.

        The end of a pipe is called as the line calls it in which `task` does the operation.
        """
        if shared is None:
            return None
        if shared.kind in ("process", "thread", "function"):
            return shared.name
        if shared.kind == "Pipe" and task is not None and task.place is not None:
            end = self.program.receiver(task.place, operation.split()[0])
            if end is not None:
                return end
        name, maker = self.program.called(shared.born) or (self._unnamed(shared), "")
        name = name.replace("{}", str(shared.nth))
        if shared.kind in LOCKS and maker.endswith(("Value", "Array")):
            name += "'s lock"
        return f"an end of {name}" if shared.kind == "Pipe" else name

    def _unnamed(self, shared):
        # What no name is given to is called by the line that makes it, if that makes one of the kind only.
        alone = shared.born is not None and self.program.makes_one(shared.kind.split()[-1], shared.born)
        if not alone:
            return identity(shared)
        again = f", no. {shared.nth + 1}" if shared.nth and shared.kind != "Pipe" else ""
        return f"the {shared.kind} of line {shared.born[1]}{again}"

    def where(self, task):
        """The student's line that a task stands at, as ``file:line``, or None."""
        frame = task.place
        return f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else None

    def _stack(self, task, op):
        frames = op.frames if op.frames is not None else _frames(task.place)
        found = []
        for frame in frames:
            code = frame.f_code
            if code.co_filename in self.program.files:
                found.append([code.co_name, f"{code.co_filename}:{frame.f_lineno}"])
        return found[::-1]

    def line(self):
        """The student's file, line and column of what is being executed, or None."""
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename not in self.program.files:
            frame = frame.f_back
        if frame is None:
            return None
        position = next(itertools.islice(frame.f_code.co_positions(), frame.f_lasti // 2, None))
        return frame.f_code.co_filename, position[0], position[2]

    def got(self, unpickle, message):
        """What the last step brought, unpickled; the schedule tells of it."""
        entry = self.log[-1] if self.log else None
        value = unpickle(message)  # which may take further steps
        if entry is not None:
            entry["value"] = brief(value)
        return value

    def remark(self, name, shared=None, detail=UNSAID):
        """Tell of something that the running task does in the middle of a step."""
        self.program.operations.add(name)
        if self.log is not None and not self.over:
            files = self.program.files
            place = next((f for f in _frames(sys._getframe(1)) if f.f_code.co_filename in files), None)
            self.current.place = place
            self._note(self.current, Op(name, shared, None, detail=detail))

    def _note(self, task, op):
        value = brief(op.detail) if op.detail is not UNSAID else None
        entry = {**self._told(task, op), "value": value, "holds": []}
        self.log.append(entry)
        return entry

    def tell(self, op):
        """Note what the running task does within its step, for the schedule."""
        if self.log is None:
            return
        task, frame = self.current, sys._getframe(1)
        while frame is not None and frame.f_code.co_filename not in self.program.files:
            frame = frame.f_back
        task.place = frame
        self._note(task, op)["holds"] = [identity(each) for each in task.held if each.kind in LOCKS]

    def _told(self, task, op):
        return {
            "who": task.name,
            "task": task.ident,
            "operation": op.name,
            "on": self.label(op.shared, task, op.name),
            "object": self._described(op.shared),
            "part": op.part,
            "where": self.where(task),
            "stack": self._stack(task, op),
        }

    def _described(self, shared):
        if shared is None:
            return None
        born = shared.born
        return {
            "id": identity(shared),
            "kind": shared.kind,
            "by": shared.maker,
            "where": f"{born[0]}:{born[1]}" if born is not None else None,
        }


def can_go_on(task):
    """Whether the step that a task announces can be taken now."""
    op = task.op
    return op is not None and (op.ready is None or op.ready(task))


def _frames(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


def _helpers_first(tasks):
    helper = next((task for task in tasks if task.helps), None)
    if helper is None:
        return [(task, 0) for task in tasks]
    return [(helper, 0)] + [(task, 1) for task in tasks if task is not helper]


def identity(shared):
    """What tells an object from all others of a run."""
    return f"{shared.kind}-{shared.number}"


def brief(value):
    """A value in at most 60 characters."""
    try:
        with telling():
            text = repr(value)
    except Exception:
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 60 else text[:57] + "..."
