"""Predict the output, then see it: a quiz whose true answer is made by running the code.

The question, the choices and the answer (folded away) are plain HTML, so that they can be read
without a kernel. With a kernel there are buttons below, one a choice.
"""

import html
from collections.abc import Callable, Sequence
from string import ascii_uppercase

import ipywidgets as widgets
from IPython.display import display

from manyhands.labs.widget import put

RIGHT, WRONG = "#00663D", "#A1001A"


class Quiz:
    """A question whose answer is what ``program()`` returned; ``truth`` is its letter.

    Raises ValueError if the program returned none of the choices: then the quiz is wrong, and not
    the reader.
    """

    def __init__(self, question: str, choices: Sequence[object], program: Callable[[], object]):
        self.question = question
        self.choices = dict(zip(ascii_uppercase, map(str, choices), strict=False))
        self.result = str(program())
        letters = [letter for letter, choice in self.choices.items() if choice == self.result]
        if not letters:
            raise ValueError(f"The program gave {self.result!r}, which is none of the choices.")
        self.truth = letters[0]

    def page(self) -> str:
        """The quiz as HTML that needs no kernel."""
        lines = "".join(f"<li><code>{html.escape(choice)}</code></li>" for choice in self.choices.values())
        return (
            f"<div><p><strong>Predict.</strong> {html.escape(self.question)}</p>"
            f'<ol style="list-style-type: upper-alpha">{lines}</ol>'
            f"<details><summary>What it gave when this cell ran</summary>"
            f"<p>{self.truth}: <code>{html.escape(self.result)}</code></p></details></div>"
        )

    def text(self) -> str:
        """The quiz as plain text."""
        lines = [f"{letter}. {choice}" for letter, choice in self.choices.items()]
        return "\n".join([f"Predict. {self.question}", *lines, f"It gave: {self.truth}. {self.result}"])

    def verdict(self, letter: str) -> str:
        """What to tell a reader who chose ``letter``, as HTML."""
        gave = f"the program gave {self.truth}, <code>{html.escape(self.result)}</code>"
        if letter == self.truth:
            return _coloured(RIGHT, f"✓ {letter} is right", gave)
        return _coloured(WRONG, f"✗ Not {letter}", gave) + " Read on to see why."

    def buttons(self) -> widgets.Widget:
        """One button a choice; pressing one says whether it was right."""
        said = widgets.HTML()
        row = [widgets.Button(description=letter, tooltip=choice) for letter, choice in self.choices.items()]
        for button in row:
            button.layout.width = "4em"
            button.on_click(lambda pressed: setattr(said, "value", self.verdict(pressed.description)))
        return widgets.VBox([widgets.HBox([widgets.Label("Your prediction:"), *row]), said])


def _coloured(colour: str, verdict: str, text: str) -> str:
    return f'<span style="color: {colour}"><strong>{verdict}:</strong> {text}.</span>'


def predict(question: str, choices: Sequence[object], program: Callable[[], object]) -> None:
    """Run ``program`` once and show a quiz on what it returned.

    ``choices`` are what a reader may pick from; ``str`` of the result must be one of them, or it is
    a ValueError.
    """
    quiz = Quiz(question, choices, program)
    display({"text/html": quiz.page(), "text/plain": quiz.text()}, raw=True)
    put(quiz.buttons())
