"""The pool lab: choose how to hand jobs to a pool, run them for real, see the timeline."""

import html
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

import ipywidgets as widgets
from IPython.display import display

from manyhands.labs.picture import Picture, show
from manyhands.labs.pools.modes import MODES, Settings, run
from manyhands.labs.widget import put
from manyhands.timeline import Recording, Timeline
from manyhands.workers.pools import work

EQUAL = "all the same"
UNEQUAL = "every third job is long"
WIDE = {"style": {"description_width": "9em"}, "layout": {"width": "27em"}}


class PoolLab:
    """``PoolLab().show()`` puts the lab into a notebook, and the picture of a first run below it.

    ``task`` is what each job is done by, an importable function of a ``workers.pools.Job``. The
    picture belongs to the cell's output and not to the widgets: the last run stays when the kernel
    is gone.
    """

    def __init__(self, task: Callable = work):
        self.task = task
        self.runs: list[tuple[Settings, Timeline]] = []
        self.mode = widgets.Dropdown(options=list(MODES), description="hand in by", **WIDE)
        self.workers = widgets.IntSlider(3, min=1, max=6, description="workers", **WIDE)
        self.count = widgets.IntSlider(7, min=1, max=16, description="number of jobs", **WIDE)
        self.length = widgets.FloatSlider(
            0.1,
            min=0.05,
            max=0.5,
            step=0.05,
            readout_format=".2f",
            description="seconds for each",
            **WIDE,
        )
        self.lengths = widgets.Dropdown(options=[EQUAL, UNEQUAL], description="lengths", **WIDE)
        self.chunksize = widgets.IntSlider(1, min=1, max=8, description="chunksize", disabled=True, **WIDE)
        self.compare = widgets.Checkbox(True, description="keep the run before, to compare", indent=False)
        self.start = widgets.Button(description="Run", icon="play", button_style="primary")
        self.progress = widgets.IntProgress(0, min=0, max=1, description="done", **WIDE)
        self.message = widgets.HTML()
        self.mode.observe(self._mode_changed, "value")
        self.start.on_click(lambda _: self.run())
        self._picture = None

    def show(self) -> None:
        """Display the controls, run once, and display the picture."""
        left = widgets.VBox([self.mode, self.workers, self.chunksize])
        right = widgets.VBox([self.count, self.length, self.lengths])
        bottom = widgets.HBox([self.start, self.compare, self.progress])
        put(widgets.VBox([widgets.HBox([left, right]), bottom, self.message]))
        self.run()

    def settings(self) -> Settings:
        """What the controls say now."""
        factors = [
            3 if self.lengths.value == UNEQUAL and index % 3 == 0 else 1 for index in range(self.count.value)
        ]
        lengths = tuple(self.length.value * factor for factor in factors)
        return Settings(self.mode.value, self.workers.value, lengths, self.chunksize.value)

    def run(self) -> None:
        """Run as the controls say; an error takes one line and leaves the picture as it was."""
        settings = self.settings()
        self.start.disabled = True
        self.message.value = "Starting the workers …"
        try:
            results, timeline = self._run_with_progress(settings)
        except Exception as error:  # whatever it is, the reader needs one line and a lab that goes on
            self.progress.bar_style = "danger"
            self.message.value = _red(f"{type(error).__name__}: {error}")
        else:
            self.message.value = _report(settings, results)
            self._draw(settings, timeline)
        finally:
            self.start.disabled = False

    def _mode_changed(self, change: dict) -> None:
        self.chunksize.disabled = not MODES[change["new"]].chunks

    def _run_with_progress(self, settings: Settings) -> tuple[list, Timeline]:
        self.progress.max, self.progress.value, self.progress.bar_style = len(settings.jobs), 0, ""
        with Recording(settings.code) as recording, ThreadPoolExecutor(1) as thread:
            running = thread.submit(run, settings, recording, self.task)
            while wait([running], timeout=0.1).not_done:
                bars = recording.timeline.bars
                self.progress.value = sum(bar.end is not None for bar in bars)
                if bars:
                    self.message.value = "Running …"
            results, timeline = running.result()
        self.progress.value, self.progress.bar_style = self.progress.max, "success"
        return results, timeline

    def _draw(self, settings: Settings, timeline: Timeline) -> None:
        before = self.runs[-1:] if self.compare.value else []
        self.runs.append((settings, timeline))
        picture = _picture([*before, self.runs[-1]])
        if self._picture is None:
            self._picture = display(picture, display_id=True)
        else:
            self._picture.update(picture)


def _picture(runs: list[tuple[Settings, Timeline]]) -> Picture:
    """The timelines of some runs; jobs that travelled together share a colour."""
    chunks = {id(timeline): settings.chunk for settings, timeline in runs}
    timelines = [timeline for _, timeline in runs]
    return show(*timelines, group=lambda timeline, bar: (int(bar.label) - 1) // chunks[id(timeline)])


def _report(settings: Settings, results: list) -> str:
    order = " ".join(results)
    code = f"<code>{html.escape(settings.code)}</code>"
    return f"{code}<br>The results came in this order: {html.escape(order)}"


def _red(line: str) -> str:
    return f'<strong style="color: #A1001A">{html.escape(" ".join(line.split()))}</strong>'
