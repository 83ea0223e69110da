"""What a code looks like, and the pieces of files that rules are explained with."""

from __future__ import annotations

import pytest

from woonplan.rule import is_code, is_group


@pytest.mark.parametrize(
    ("text", "code", "group"),
    [
        ("WP103", True, False),
        (" wp103 ", True, False),
        ("WP1", False, True),
        ("wp10 ", False, True),
        ("WP", False, False),
        ("WP1033", False, False),
        ("WP1\u0660\u0663", False, False),
        ("XP103", False, False),
        ("hard", False, False),
    ],
)
def test_what_a_code_looks_like(text: str, code: bool, group: bool) -> None:
    assert is_code(text) is code
    assert is_group(text) is group
