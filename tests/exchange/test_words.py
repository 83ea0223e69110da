"""The words of every field: only those that the register knows, all of them, and each spelling read back."""

from __future__ import annotations

from enum import StrEnum

import pytest

from woonplan.exchange import words
from woonplan.exchange.fields import BY_KEY, FIELDS, NOT_YET, CellKind
from woonplan.exchange.values.reader import read
from woonplan.model import vocabulary
from woonplan.model.number import Precisie
from woonplan.model.source import Herkomst
from woonplan.model.statussen import FIJN, Planstatus

VALUES: dict[str, type[StrEnum]] = {
    "vertrouwelijkheid": vocabulary.Vertrouwelijkheid,
    "projectfase": vocabulary.Projectfase,
    "knelpunten": vocabulary.Knelpunt,
    "precisie": Precisie,
    "soort_aantal": vocabulary.SoortAantal,
    "plantype": vocabulary.Plantype,
    "opdrachtgever": vocabulary.Opdrachtgever,
    "strategie": vocabulary.Strategie,
    "afwegingskader": vocabulary.Afweging,
    "herkomst": Herkomst,
}


def test_every_field_with_words_has_its_list() -> None:
    assert (
        {field.key for field in FIELDS if field.kind in (CellKind.WOORD, CellKind.WOORDEN)}
        == set(words.WORDS)
        == set(VALUES)
    )


@pytest.mark.parametrize("key", VALUES)
def test_every_value_has_a_word_and_every_word_a_value(key: str) -> None:
    known = {str(value) for value in VALUES[key]}
    given = {word.value for word in words.WORDS[key] if word.value}
    without = {name.partition(": ")[2] for name in (*NOT_YET, *words.WITHOUT_FIELD) if name.startswith(f"{key}: ")}
    assert known <= given
    assert given - known <= without
    for word in words.WORDS[key]:
        for text in word.spelt:
            found = words.find(key, text.replace("*", "x"))
            assert found is not None
            assert found[0] == word


def test_the_codes_of_a_status() -> None:
    assert tuple(words.STATUS) == FIJN
    # One without texts of its own in other formats has its meaning.
    assert words.STATUS["1A"] == (Planstatus.S1A.betekenis.capitalize(),)
    assert set(words._STATUS) < set(FIJN)
    for code, texts in words.STATUS.items():
        for text in texts:
            for spelt in (f"{code}. {text}", f"{code} {text}", f"{code.lower()} {text.upper()}", code):
                assert read(BY_KEY["planstatus"], spelt) == code


def test_a_transformation_of_a_building_or_of_an_area() -> None:
    assert read(BY_KEY["plantype"], "Functieverandering Kantoren") == "transformatie"
