"""Pictures of one name get the same names in whatever order their pages were read."""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

from sphinx.util._files import FilenameUniqDict

from sphinx_briefing.domain.pictures import name_pictures

USES = (("z", "a/map.png"), ("a", "b/map.png"), ("m", "b/map.png"), ("m", "c/other.png"))


def named(uses: Any) -> Any:
    env: Any = SimpleNamespace(images=FilenameUniqDict())
    for page, path in uses:
        env.images.add_file(page, path)
    names = name_pictures(env)
    return names, {path: name for path, (_, name) in env.images.items()}


def test_names_do_not_tell_in_which_order_pages_were_read() -> None:
    expected = named(USES)
    assert expected[1] == {"a/map.png": "map.png", "b/map.png": "map1.png", "c/other.png": "other.png"}
    assert expected[0]["m"] == (("b/map.png", "map1.png"), ("c/other.png", "other.png"))
    for order in itertools.permutations(USES):
        assert named(order) == expected
