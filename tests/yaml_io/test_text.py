"""Bytes to text: UTF-8 only, and every refusal a finding."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

import woonplan.yaml_io.text as module
from woonplan.diagnostics import Diagnostic
from woonplan.yaml_io import RawFile, read_text
from woonplan.yaml_io.text import WP001, decode, refusal_of


def text(data: bytes) -> str:
    raw = decode(data, "f")
    assert isinstance(raw, RawFile)
    return raw.text


def refused(data: bytes) -> tuple[str, str]:
    finding = decode(data, "f")
    assert isinstance(finding, Diagnostic)
    return finding.code, str(finding.place)


def test_utf8_with_or_without_a_mark() -> None:
    assert text("é: 1\n".encode()) == "é: 1\n"
    assert text(b"\xef\xbb\xbf" + "é: 1\n".encode()) == "é: 1\n"


def test_line_ends_stay() -> None:
    assert text(b"a: 1\r\nb: 2\r\n") == "a: 1\r\nb: 2\r\n"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("a: 1\n".encode("utf-16"), "f"),
        ("a: 1\n".encode("utf-16-be"), "f:1:1"),  # without a mark every other byte is NUL, the first one included
        ("a: 1\nnaam: café\n".encode("latin-1"), "f:2:10"),
        (b"a: 1\n\xc3\xa9\xff\n", "f:2:2"),
        (b"a: 1\nb: \x00\n", "f:2:4"),
        (bytes(range(256)), "f:2:118"),  # 0x80, after the line end 0x0a and the 117 characters 0x0b to 0x7f
    ],
)
def test_what_is_not_text(data: bytes, place: str) -> None:
    assert refused(data) == ("WP004", place)


def test_a_byte_that_is_not_utf8_is_named() -> None:
    finding = decode(b"a: \x80", "f")
    assert isinstance(finding, Diagnostic)
    assert finding.message == "byte 0x80 is geen geldige UTF-8"


def test_the_checksum_is_of_the_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfa: 1\r\n"
    (tmp_path / "f").write_bytes(data)
    raw = read_text(tmp_path / "f", "f")
    assert isinstance(raw, RawFile)
    assert raw.sha256 == hashlib.sha256(data).hexdigest()


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_bytes(b"a: 1\n")
    monkeypatch.setattr(module, "MAX_BYTES", 5)
    assert isinstance(read_text(tmp_path / "f", "f"), RawFile)
    monkeypatch.setattr(module, "MAX_BYTES", 4)
    finding = read_text(tmp_path / "f", "f")
    assert isinstance(finding, Diagnostic)
    assert finding.code == "WP003"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-32", "UTF-32"), ("utf-16-be", "UTF-16"), ("utf-32-be", "UTF-32")],
)
def test_another_encoding_is_named(encoding: str, name: str) -> None:
    finding = decode("\ufeffa: 1\n".encode(encoding) if encoding.endswith("be") else "a: 1\n".encode(encoding), "f")
    assert isinstance(finding, Diagnostic)
    assert finding.message == f"'f' is opgeslagen als {name}"


@pytest.mark.parametrize(
    ("data", "excerpt"),
    [
        (b"a: 1\r\nnaam: caf\xe9 x\r\nb: 2\r\n", "naam: caf\\xe9 x"),
        (b"naam: \xe9\xe8", "naam: \\xe9\\xe8"),
        (b"a: 1\nb: \x00c\n", "b: \0c"),
        (b"\xef\xbb\xbfnaam: \xe9\n", "naam: \\xe9"),
        (b"x" * 399 + b"\xe9" + b"y" * 5000, "x" * 399 + "\\..."),  # 400 characters, of which the last begins an escape
        (b"x" * 400 + b"\xe9", ""),
    ],
)
def test_what_is_not_text_comes_with_its_line(data: bytes, excerpt: str) -> None:
    finding = decode(data, "f")
    assert isinstance(finding, Diagnostic)
    assert finding.excerpt == excerpt


def test_no_english_in_why_a_file_cannot_be_read() -> None:
    for number in errno.errorcode:
        rule, reason, hint = refusal_of(OSError(number, os.strerror(number)))
        assert (rule is WP001) == (number in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG))
        assert os.strerror(number) not in reason
        assert hint
    assert refusal_of(OSError(errno.ELOOP, "x"))[1] == "kan niet gelezen worden: de verwijzing verwijst naar zichzelf"
    assert refusal_of(OSError(errno.EILSEQ, "x"))[1] == "kan niet gelezen worden: fout EILSEQ van het besturingssysteem"
    assert "teken" in refusal_of(ValueError("embedded null byte"))[1]
