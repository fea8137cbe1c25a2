"""The queue lab: choose who puts and who gets, how fast, and how much room there is; see a real run of it."""

import html
import math

import ipywidgets as widgets
from IPython.display import display

from manyhands.labs.queues.drawing import describe, show_stream
from manyhands.labs.queues.flow import Flow, Span
from manyhands.labs.queues.run import run_stream
from manyhands.labs.widget import put

WIDE = {"style": {"description_width": "11em"}, "layout": {"width": "28em"}}
WRAPPED = {"flex_flow": "row wrap"}  # on a narrow page the right half goes below the left
WHOLE = {"flex": "0 0 auto"}
PATIENT = "as long as it takes"
WAITS = {PATIENT: math.inf, "at most 0.1 s": 0.1, "at most 0.3 s": 0.3, "at most 0.5 s": 0.5}
SIZES = {"small": 100, "more than a pipe holds": 1_000_000}
NOTHING_CAME = {"looks again": False, "goes home": True}


class QueueLab:
    """``QueueLab().show()`` puts the lab into a notebook, and the picture of a first run below it.

    The picture belongs to the cell's output and not to the widgets: the last run stays when the kernel is
    gone.
    """

    def __init__(self):
        self.flows: list[Flow] = []
        self.producers = _number("producers", 2, 1, 3)
        self.consumers = _number("consumers", 1, 1, 3)
        self.items = _number("items for each", 5, 1, 8)
        self.maxsize = _number("maxsize (0: none)", 3, 0, 8)
        self.make = _seconds("seconds to make", 0.1)
        self.work = _seconds("seconds to work", 0.15)
        self.size = _choice("an item is", SIZES)
        self.put_timeout = _choice("put waits", WAITS)
        self.get_timeout = _choice("get waits", WAITS)
        self.go_home = _choice("after a time-out get", NOTHING_CAME)
        self.compare = widgets.Checkbox(False, description="keep the run before, to compare", indent=False)
        self.start = widgets.Button(description="Run", icon="play", button_style="primary")
        self.progress = widgets.IntProgress(0, min=0, max=1, description="taken", **WIDE)
        self.message = widgets.HTML()
        self.start.on_click(lambda _: self.run())
        self._picture = None

    def show(self) -> None:
        """Display the controls, run once, and display the picture."""
        left = widgets.VBox(
            [self.producers, self.make, self.items, self.size, self.put_timeout], layout=WHOLE
        )
        right = widgets.VBox(
            [self.consumers, self.work, self.maxsize, self.get_timeout, self.go_home], layout=WHOLE
        )
        bottom = widgets.HBox([self.start, self.compare, self.progress], layout=WRAPPED)
        put(widgets.VBox([widgets.HBox([left, right], layout=WRAPPED), bottom, self.message]))
        self.run()

    def settings(self) -> dict[str, object]:
        """What the controls say now, as ``run_stream`` takes it."""
        controls = ("producers", "consumers", "items", "maxsize", "make", "work")
        choices = ("size", "put_timeout", "get_timeout", "go_home")
        chosen = {name: getattr(self, name).value for name in controls + choices}
        # A menu whose value is None shows nothing as chosen.
        return {name: None if value == math.inf else value for name, value in chosen.items()}

    def run(self) -> None:
        """Run as the controls say; an error takes one line and leaves the picture as it was."""
        self.start.disabled = True
        self.message.value = "Starting the processes …"
        self.progress.max = self.producers.value * self.items.value
        self.progress.value, self.progress.bar_style = 0, ""
        try:
            flow = run_stream(self._progress, **self.settings())
        except Exception as error:  # whatever it is, the reader needs one line and a lab that goes on
            self.progress.bar_style = "danger"
            self.message.value = _red(f"{type(error).__name__}: {error}")
        else:
            self.progress.bar_style = "success"
            self.message.value = _report(flow)
            self._draw(flow)
        finally:
            self.start.disabled = False

    def _progress(self, spans: list[Span]) -> None:
        self.progress.value = sum(span.what == "work" for span in spans)
        self.message.value = "Running …"

    def _draw(self, flow: Flow) -> None:
        before = self.flows[-1:] if self.compare.value else []
        self.flows.append(flow)
        picture = show_stream(*before, flow)
        if self._picture is None:
            self._picture = display(picture, display_id=True)
        else:
            self._picture.update(picture)


def _number(name: str, value: int, least: int, most: int) -> widgets.IntSlider:
    return widgets.IntSlider(value, min=least, max=most, description=name, **WIDE)


def _seconds(name: str, value: float) -> widgets.FloatSlider:
    return widgets.FloatSlider(
        value, min=0, max=0.5, step=0.05, readout_format=".2f", description=name, **WIDE
    )


def _choice(name: str, options: dict[str, object]) -> widgets.Dropdown:
    return widgets.Dropdown(options=options, description=name, **WIDE)


def _report(flow: Flow) -> str:
    first, *lanes = describe(flow).splitlines()
    trouble = [line.removeprefix("- ") for line in lanes[len(flow.lanes) :]]
    return "<br>".join([html.escape(first.partition("”: ")[2]), *map(_red, trouble)])


def _red(line: str) -> str:
    return f'<strong style="color: #A1001A">{html.escape(" ".join(line.split()))}</strong>'
