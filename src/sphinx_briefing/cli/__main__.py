"""`python -m sphinx_briefing.cli`."""

from __future__ import annotations

import sys

from sphinx_briefing.cli import main

if __name__ == "__main__":
    sys.exit(main())
