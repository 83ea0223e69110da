"""A file that cannot be read to its end: all that was found before, the reason, and the lines."""

from __future__ import annotations

import gc

import pytest

from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, YamlDocument, parse
from woonplan.yaml_io.refusals import MAX_FINDINGS


def read(text: str) -> tuple[YamlDocument | None, list[Diagnostic]]:
    return parse(RawFile("f", text, ""))


def test_a_syntax_error_after_too_many_findings_is_still_told() -> None:
    document, findings = read("a: 1\n" * (MAX_FINDINGS + 11) + "b: 'x\n")
    assert document is None
    # MAX_FINDINGS + 11 keys give one less doubles; the limit is listed, so 10 are not.
    assert [f.code for f in findings[MAX_FINDINGS:]] == ["WP198", "WP010"]
    assert findings[MAX_FINDINGS].message == "nog 10 bevindingen niet getoond"


def test_the_collector_is_on_again_afterwards() -> None:
    read("a: 'x\n")
    assert gc.isenabled()


@pytest.mark.usefixtures("parser")
def test_what_cannot_be_read_comes_with_its_lines() -> None:
    # The doubled key is found before the reader stumbles; of neither there is a document to ask for the line.
    _, findings = read("a: 1\na: 2\nb:\n\tc: 1\n")
    assert [(f.code, f.excerpt) for f in findings] == [("WP011", "a: 2"), ("WP010", "\tc: 1")]
    _, findings = read("a:\n  b: " + "[" * 80)
    assert [(f.code, f.excerpt) for f in findings] == [("WP015", "  b: " + "[" * 80)]
