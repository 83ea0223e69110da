from __future__ import annotations

from tests.cli.process import woonplan


def test_gap_draws_only_when_asked() -> None:
    plain, drawn = woonplan("gap"), woonplan("gap", "--grafiek")
    assert plain.returncode == drawn.returncode == 0
    assert "Van opgave naar saldo" not in plain.stdout.decode()
    assert "Van opgave naar saldo" in drawn.stdout.decode()
    # Every line without charts stands in the answer with them too.
    assert set(plain.stdout.splitlines()) <= set(drawn.stdout.splitlines())


def test_html_always_has_the_pictures() -> None:
    page = woonplan("gap", "--by", "gemeente", "--format", "html").stdout.decode()
    assert page.count("<svg ") == 2
