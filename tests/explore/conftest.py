"""Lets the tests here import ``programs`` and ``real``, which stand beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
