"""How many messages a pipe holds before `send_bytes` waits: measured for the size that is chosen."""

import os

import ipywidgets as widgets
from IPython.display import display
from matplotlib.figure import Figure

from manyhands.labs.picture import Picture
from manyhands.labs.widget import put
from manyhands.workers.pipes import messages_that_fit

KINDS = {"one-way": False, "two-way": True}
SIZES = (1, 10, 100, 1_000, 10_000, 100_000)
WIDE = {"style": {"description_width": "9em"}, "layout": {"width": "27em"}}


class CapacityLab:
    """``CapacityLab().show()`` puts the lab into a notebook, and the picture of a first measurement below."""

    def __init__(self, size: int = 1_000):
        self.size = widgets.SelectionSlider(options=SIZES, value=size, description="bytes a message", **WIDE)
        self.size.observe(lambda _: self.measure(), "value")
        self._picture = None

    def show(self) -> None:
        """Display the slider, measure once, and display the picture."""
        put(self.size)
        self.measure()

    def measure(self) -> None:
        """Measure both kinds of pipe for the size that is chosen, and draw."""
        drawn = counted(self.size.value)
        if self._picture is None:
            self._picture = display(drawn, display_id=True)
        else:
            self._picture.update(drawn)


def counted(size: int) -> Picture:
    """How many messages of so many bytes each kind of pipe holds here, measured now."""
    if os.name == "nt":
        raise OSError("Windows does not tell how much a pipe holds: there is no way to send without waiting.")
    length = "1 byte" if size == 1 else f"{size:,} bytes"
    counts = {kind: messages_that_fit(size, duplex) for kind, duplex in KINDS.items()}
    figure = Figure(figsize=(9.5, 1.9), dpi=100, layout="constrained")
    axes = figure.subplots()
    drawn = axes.barh(list(counts), list(counts.values()), color="#0072B2", height=0.6)
    labels = [f" {count:,} messages, {count * size:,} bytes" for count in counts.values()]
    axes.bar_label(drawn, labels, fontsize=11)
    axes.set_title(
        f"messages of {length} before send_bytes waits", loc="left", fontsize=12, fontweight="bold"
    )
    axes.set_xlim(0, 1.6 * max(1, *counts.values()))
    axes.tick_params(labelsize=11)
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    told = "; ".join(f"{kind}:{label}" for kind, label in zip(counts, labels, strict=True))
    return Picture(figure, f"How many messages of {length} a pipe holds, nobody receiving. {told}.")
