"""Put a widget into a cell's output, and nothing else."""

from IPython.display import display
from ipywidgets import Widget

VIEW = "application/vnd.jupyter.widget-view+json"


def put(widget: Widget) -> None:
    """Display the widget without the plain text that usually goes with it.

    That text names the widget's class, which says nothing to a reader; what a lab or a quiz has to
    say without a kernel it displays beside the widget.
    """
    display({VIEW: widget._repr_mimebundle_()[VIEW]}, raw=True)
