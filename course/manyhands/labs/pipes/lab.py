"""The pipe lab: say who holds which end of a pipe, and see what a call then does, for real."""

import html
import multiprocessing

import ipywidgets as widgets
from IPython.display import display

from manyhands.labs.pipes.picture import picture
from manyhands.labs.pipes.runs import Seen, Settings, run
from manyhands.labs.widget import put
from manyhands.workers.pipe_ends import CALLS, CHILD, ENDS, PARENT, REPEATED

WIDE = {"style": {"description_width": "9em"}, "layout": {"width": "24em"}}
FIXED = {"flex": "0 0 auto"}  # a narrow page wraps the controls, and squeezes none
WRAPPED = {"flex_flow": "row wrap"}
FIRST = Settings("spawn", ("writer",), (), ("writer",), 2, PARENT, REPEATED)


class PipeLab:
    """``PipeLab().show()`` puts the lab into a notebook, and the picture of a first run below it.

    The picture belongs to the cell's output and not to the widgets: the last run stays when the kernel
    is gone.
    """

    def __init__(self, first: Settings = FIRST):
        self.seen: list[Seen] = []
        methods = multiprocessing.get_all_start_methods()
        self.method = widgets.Dropdown(
            options=sorted(methods, reverse=True), description="start method", **WIDE
        )
        self.method.value = first.method
        self.messages = widgets.IntSlider(first.messages, min=0, max=3, description="messages before", **WIDE)
        self.caller = widgets.Dropdown(
            options=[PARENT, CHILD], value=first.caller, description="who calls", **WIDE
        )
        self.call = widgets.Dropdown(options=list(CALLS), value=first.call, description="what", **WIDE)
        self.handed = self._boxes(first.handed)
        self.parent_closes = self._boxes(first.parent_closes)
        self.child_closes = self._boxes(first.child_closes)
        self.start = widgets.Button(description="Run", icon="play", button_style="primary")
        self.start.on_click(lambda _: self.run())
        self.message = widgets.HTML()
        self._picture = None

    @staticmethod
    def _boxes(ticked: tuple[str, ...]) -> dict[str, widgets.Checkbox]:
        look = {"indent": False, "layout": {"width": "6em", **FIXED}}
        return {name: widgets.Checkbox(name in ticked, description=name, **look) for name in ENDS}

    def show(self) -> None:
        """Display the controls, run once, and display the picture."""
        asked = {
            "the child is handed": self.handed,
            "the parent closes": self.parent_closes,
            "the child closes": self.child_closes,
        }
        rows = [
            widgets.HBox([widgets.Label(f"{words}:", layout={"width": "10em", **FIXED}), *boxes.values()])
            for words, boxes in asked.items()
        ]
        left = widgets.VBox([self.method, self.messages, self.caller, self.call], layout=FIXED)
        controls = widgets.Box([left, widgets.VBox(rows, layout=FIXED)], layout=WRAPPED)
        put(widgets.VBox([controls, self.start, self.message]))
        self.run()

    def settings(self) -> Settings:
        """What the controls say now."""
        chosen = [
            tuple(name for name, box in boxes.items() if box.value)
            for boxes in (self.handed, self.parent_closes, self.child_closes)
        ]
        return Settings(self.method.value, *chosen, self.messages.value, self.caller.value, self.call.value)

    def run(self) -> None:
        """Run as the controls say; an error takes one line and leaves the picture as it was."""
        settings = self.settings()
        self.start.disabled = True
        self.message.value = "Running …"
        try:
            seen = run(settings)
        except Exception as error:  # whatever it is, the reader needs one line and a lab that goes on
            line = html.escape(" ".join(f"{type(error).__name__}: {error}".split()))
            self.message.value = f'<strong style="color: #A1001A">{line}</strong>'
        else:
            self.seen.append(seen)
            self.message.value = _report(seen)
            self._draw(seen)
        finally:
            self.start.disabled = False

    def _draw(self, seen: Seen) -> None:
        if self._picture is None:
            self._picture = display(picture(seen), display_id=True)
        else:
            self._picture.update(picture(seen))


def _report(seen: Seen) -> str:
    return f"<pre>{html.escape(seen.settings.code)}</pre>{html.escape(seen.reason)}"
