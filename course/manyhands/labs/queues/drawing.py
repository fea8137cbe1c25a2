"""Draw a stream through a queue, and say in words what the picture shows.

Above, how many items were in the queue; below, a lane for each process and for each feeder thread. Work is
drawn high and waiting low, and the item's name stands on the bar: nothing is known by its colour alone.
"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from manyhands.labs.picture import Picture
from manyhands.labs.queues.flow import Flow, Span

HIGH, LOW = 0.76, 0.4
HAIR = 0.002  # the least width of a bar, as a part of the picture's: what took no time is seen, too
PIXELS = 800  # about how wide the lanes are
LETTER = 8  # about how wide a letter is, in pixels

# What a lane may do: the words in the legend, the colour, whether it waits.
KINDS = {
    "make": ("makes an item", "#E69F00", False),
    "put": ("waits in put", "#CC79A7", True),
    "send": ("feeder sends", "#56B4E9", False),
    "flush": ("waits for its feeder", "#F0E442", True),
    "get": ("waits in get", "#D9D9D9", True),
    "work": ("works on an item", "#009E73", False),
}


def show_stream(*flows: Flow) -> Picture:
    """The picture of one or more runs, one below the other on one time axis. ValueError without a run."""
    if not flows:
        raise ValueError("There is nothing to draw: give at least one run.")
    return Picture(_draw(flows), "\n".join(describe(flow) for flow in flows))


def title(flow: Flow) -> str:
    """What was run, in a line."""
    stream = flow.stream
    queue = f"Queue({stream.maxsize})" if stream.maxsize else "Queue()"
    return f"{_count(stream.producers, 'producer')}, {queue}, {_count(stream.consumers, 'consumer')}"


def describe(flow: Flow) -> str:
    """What ``show_stream`` draws of a run, in words."""
    stream = flow.stream
    most = max(count for _, count in flow.occupancy())
    lines = [
        f"Stream “{title(flow)}”: {_count(len(flow.taken()), 'item')} of"
        f" {stream.producers * stream.items} taken, at most {most} in the queue; {flow.seconds:.2f} s in all."
    ]
    lines += [f"- {lane}: {_describe_lane(flow, lane)}." for lane in flow.lanes]
    if flow.dropped():
        lines.append(f"- no room in time for: {', '.join(flow.dropped())}.")
    if flow.lost():
        lines.append(f"- put, and taken by nobody: {', '.join(flow.lost())}.")
    if flow.stranded:
        lines.append(f"- waited for ever, and was ended: {', '.join(flow.stranded)}.")
    return "\n".join(lines)


def _describe_lane(flow: Flow, lane: str) -> str:
    if lane.startswith("feeder"):
        sent = [span.item for span in flow.of(lane, "send") if span.end is not None]
        return f"sent {', '.join(sent)}" if sent else "sent nothing"
    if lane.startswith("producer"):
        ready = [span.item for span in flow.of(lane, "put") if span.end is not None and span.error is None]
        return f"put {', '.join(ready) or 'nothing'}; waited {flow.waited(lane):.2f} s in put"
    worked = [span.item for span in flow.of(lane, "work")]
    return f"took {', '.join(worked) or 'nothing'}; waited {flow.waited(lane):.2f} s in get"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _draw(flows: tuple[Flow, ...]) -> Figure:
    """A figure with two axes for each run: the queue, and the lanes."""
    heights = [part for flow in flows for part in (1.2, 0.36 * len(flow.lanes) + 0.2)]
    size = (9.5, sum(heights) + 0.55 * len(flows) + 0.7)
    figure = Figure(figsize=size, dpi=100, layout="constrained")
    grid = figure.subplots(len(heights), 1, sharex=True, squeeze=False, height_ratios=heights)[:, 0]
    whole = max(flow.seconds for flow in flows)
    for place, flow in enumerate(flows):
        _draw_queue(grid[2 * place], flow)
        _draw_lanes(grid[2 * place + 1], flow, whole)
    grid[-1].set_xlim(0, whole * 1.01)
    grid[-1].set_xlabel("seconds", fontsize=11)
    seen = {span.what for flow in flows for span in flow.spans if span.lane in flow.lanes}
    handles = [_key(kind) for kind in KINDS if kind in seen]
    columns = {"ncols": len(handles), "columnspacing": 1.2, "handlelength": 1.4, "handletextpad": 0.5}
    figure.legend(handles=handles, frameon=False, fontsize=10, loc="outside lower right", **columns)
    return figure


def _draw_queue(axes: Axes, flow: Flow) -> None:
    times, counts = zip(*flow.occupancy(), (flow.seconds, flow.occupancy()[-1][1]), strict=True)
    axes.fill_between(times, counts, step="post", color="#56B4E9", alpha=0.5)
    axes.step(times, counts, where="post", color="#0072B2", linewidth=1.5)
    if flow.stream.maxsize:
        axes.axhline(flow.stream.maxsize, color="#B00020", linewidth=1.2, linestyle="--")
        at = {"xycoords": ("axes fraction", "data"), "va": "center", "annotation_clip": False}
        axes.annotate("full", (1.0, flow.stream.maxsize), color="#B00020", fontsize=10, **at)
    axes.set_title(title(flow), loc="left", fontsize=12, fontweight="bold")
    axes.set_ylim(0, max(1, flow.stream.maxsize, *counts) * 1.15)
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.set_ylabel("in the queue", fontsize=10)
    _plain(axes)


def _draw_lanes(axes: Axes, flow: Flow, whole: float) -> None:
    lanes = flow.lanes
    axes.set_yticks(range(len(lanes)), lanes, fontsize=11)
    axes.set_ylim(len(lanes) - 0.4, -0.6)
    for span in flow.spans:
        if span.lane in lanes:
            _draw_span(axes, span, lanes.index(span.lane), flow.seconds, whole)
    _plain(axes)


def _draw_span(axes: Axes, span: Span, row: int, until: float, whole: float) -> None:
    _, colour, waits = KINDS[span.what]
    height, width = LOW if waits else HIGH, max(span.length(until), HAIR * whole)
    style = {"facecolor": colour, "edgecolor": "#444444", "linewidth": 0.5}
    if span.end is None:
        style |= {"hatch": "////"}
    axes.add_patch(Rectangle((span.start, row - height / 2), width, height, **style))
    text = f"✗ {span.error}" if span.error else "" if waits else span.item
    if LETTER * len(text) > PIXELS * width / whole:
        text = "✗" if span.error else ""
    ink = "#B00020" if span.error else "black"
    axes.text(span.start + width / 2, row, text, ha="center", va="center", fontsize=9.5, color=ink)


def _plain(axes: Axes) -> None:
    axes.tick_params(axis="x", labelsize=10)
    axes.grid(axis="x", color="#CCCCCC", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _key(kind: str) -> Patch:
    words, colour, _ = KINDS[kind]
    return Patch(facecolor=colour, edgecolor="#444444", linewidth=0.5, label=words)
