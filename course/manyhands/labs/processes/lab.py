"""The start-method lens, to play with: choose what processes look at, and see what each of them finds."""

import html

import ipywidgets as widgets
from IPython.display import display

from manyhands.labs.processes.lens import PLACES, Look, look
from manyhands.labs.processes.picture import picture
from manyhands.labs.widget import put
from manyhands.workers.lens import LOOKS

WIDE = {"style": {"description_width": "6em"}, "layout": {"width": "22em"}}
WRAPPED = {"flex_flow": "row wrap"}  # a narrow page wraps the controls


class LensLab:
    """``LensLab().show()`` puts the lens into a notebook, and the picture of a first look below it.

    The picture belongs to the cell's output and not to the widgets: the last look stays when the kernel
    is gone.
    """

    def __init__(self, name: str = next(iter(LOOKS)), place: str = PLACES[0]):
        self.seen: list[Look] = []
        self.name = widgets.Dropdown(options=list(LOOKS), value=name, description="look at", **WIDE)
        self.place = widgets.Dropdown(options=PLACES, value=place, description="run it", **WIDE)
        self.start = widgets.Button(description="Run", icon="play", button_style="primary")
        self.start.on_click(lambda _: self.run())
        self.message = widgets.HTML()
        self._picture = None

    def show(self) -> None:
        """Display the controls, look once, and display the picture."""
        row = widgets.HBox([self.name, self.place, self.start], layout=WRAPPED)
        put(widgets.VBox([row, self.message]))
        self.run()

    def run(self) -> None:
        """Look as the controls say; an error takes one line and leaves the picture as it was."""
        self.start.disabled = True
        self.message.value = "Running under each start method …"
        try:
            seen = look(self.name.value, place=self.place.value)
        except Exception as error:  # whatever it is, the reader needs one line and a lab that goes on
            line = html.escape(" ".join(f"{type(error).__name__}: {error}".split()))
            self.message.value = f'<strong style="color: #A1001A">{line}</strong>'
        else:
            self.seen.append(seen)
            self.message.value = f"<pre>{html.escape(seen.code)}</pre>"
            self._draw(seen)
        finally:
            self.start.disabled = False

    def _draw(self, seen: Look) -> None:
        if self._picture is None:
            self._picture = display(picture(seen), display_id=True)
        else:
            self._picture.update(picture(seen))
