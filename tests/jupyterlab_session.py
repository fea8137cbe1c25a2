"""A real JupyterLab in a folder of its own, and a real Chromium that looks at it."""

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@contextlib.contextmanager
def server(folder: Path, state: Path, windowing: str = "none") -> Iterator[str]:
    """Serve `folder` with JupyterLab, all of its state in `state`; give its address, token included.

    windowing: "full", JupyterLab's own, keeps only what is in sight in the page; "none" keeps all.
    """
    token = secrets.token_hex(16)
    runtime = state / "runtime"
    environment = os.environ | {
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "JUPYTER_CONFIG_DIR": str(state / "config"),
        "JUPYTER_DATA_DIR": str(state / "data"),
        "JUPYTERLAB_SETTINGS_DIR": str(state / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(state / "workspaces"),
        "IPYTHONDIR": str(state / "ipython"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }
    notebooks = state / "settings" / "@jupyterlab" / "notebook-extension"
    notebooks.mkdir(parents=True)
    (notebooks / "tracker.jupyterlab-settings").write_text(json.dumps({"windowingMode": windowing}))
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--port=0"]
    command += [f"--IdentityProvider.token={token}", f"--notebook-dir={folder}"]
    with (state / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield _address(process, runtime, state / "log") + f"lab?token={token}"
    finally:
        process.terminate()
        process.wait(30)


def _address(process: subprocess.Popen, runtime: Path, log: Path) -> str:
    while process.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(ValueError):
                return json.loads(file.read_text())["url"]
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start: {log.read_text()}")


@contextlib.contextmanager
def browser_page() -> Iterator[Page]:
    """A page of a headless Chromium, large enough for a notebook."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(120_000)
        yield page
        browser.close()


def open_notebook(page: Page, address: str, notebook: str) -> None:
    """Open a notebook in JupyterLab and wait until its kernel is ready."""
    page.goto(address.replace("lab?", f"lab/tree/{notebook}?"))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for()


def run_all(page: Page) -> None:
    """Run the notebook from the top, until every cell has run or one has failed."""
    page.click('.lm-MenuBar-itemLabel:text("Run")')
    page.click('.lm-Menu-itemLabel:text("Run All Cells")')
    page.wait_for_function(
        """() => {
            const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')];
            const failed = document.querySelector('[data-mime-type="application/vnd.jupyter.stderr"]');
            const busy = prompts.some(p => p.textContent.includes('*'));
            const all = prompts.length > 0 && prompts.every(p => /\\[\\d+\\]/.test(p.textContent));
            return all || (failed !== null && !busy);
        }""",
        timeout=240_000,
    )
