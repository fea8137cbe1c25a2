"""What a lab would display, kept by a test."""


def shown_by(monkeypatch, *modules):
    """A list of what modules of `manyhands.labs` display, as mime bundles, updates among them."""
    bundles = []

    class Handle:
        def update(self, picture):
            bundles.append(picture._repr_mimebundle_())

    def display(thing, raw=False, display_id=None):
        bundles.append(thing if raw else thing._repr_mimebundle_())
        return Handle() if display_id else None

    for module in modules:
        monkeypatch.setattr(f"manyhands.labs.{module}.display", display)
    return bundles
