"""What the tests of the reader share."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers: libyaml's, and Python's own where PyYAML was built without it."""
    if request.param == "python":
        monkeypatch.setattr(sys.modules["woonplan.yaml_io.dialect"], "_Parser", None)
    return str(request.param)
