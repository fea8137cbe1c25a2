"""A static picture with a text alternative, as one output of a cell.

The output reads the same with and without a kernel: an HTML figure for the eye and the screen
reader, the bare PNG for tools that take no HTML, and the alternative as plain text for those that
take neither.
"""

import html
import io
from base64 import b64encode

from matplotlib.figure import Figure

from manyhands.timeline import Timeline
from manyhands.timeline.drawing import Group, describe, draw


class Picture:
    """A Matplotlib figure and its text alternative; shows itself in a notebook.

    Raises ValueError if the alternative is empty: a picture that some readers cannot see must say
    what it shows.
    """

    def __init__(self, figure: Figure, alternative: str):
        if not alternative.strip():
            raise ValueError("A picture needs a text alternative that says what it shows.")
        self.figure = figure
        self.alternative = alternative

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png", metadata={"Software": None})
        png = b64encode(buffer.getvalue()).decode("ascii")
        return {"text/html": self._html(png), "image/png": png, "text/plain": self.alternative}

    def _html(self, png: str) -> str:
        words = html.escape(self.alternative, quote=True)
        return (
            f'<figure style="margin: 0">'
            f'<img alt="{words}" src="data:image/png;base64,{png}" style="max-width: 100%">'
            f"<figcaption><details><summary>The picture in words</summary>"
            f'<div style="white-space: pre-wrap">{words}</div></details></figcaption></figure>'
        )


def show(*timelines: Timeline, group: Group | None = None) -> Picture:
    """The picture of timelines on one time axis; ``group``: which bars share a colour."""
    return Picture(draw(*timelines, group=group), describe(*timelines))


def bars(seconds: dict[str, float], title: str) -> Picture:
    """Some durations in seconds, one bar for each, in the order given and with the number on it."""
    figure = Figure(figsize=(9.5, 0.7 + 0.45 * len(seconds)), dpi=100, layout="constrained")
    axes = figure.subplots()
    drawn = axes.barh(list(seconds), list(seconds.values()), color="#0072B2", height=0.7)
    axes.bar_label(drawn, fmt=" %.2f s", fontsize=11)
    axes.set_title(title, loc="left", fontsize=12, fontweight="bold")
    axes.tick_params(labelsize=11)
    axes.margins(x=0.12)
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    words = "; ".join(f"{name}: {value:.2f} s" for name, value in seconds.items())
    return Picture(figure, f"Bars, “{title}”: {words}.")
