"""Names as words of an address: `Hof van Twente` is `hof_van_twente`, and no two municipalities have one word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from woonplan.model.dataset import Dataset

RECONCILE, LIST = "reconcile", "list"
"""What the addresses of these commands begin with."""


_OF_AN_END = re.compile(r"(?:(?:^|_)uitkomst)?(?:(?:^|_)(?:ondergrens|bovengrens))?(?:_(?:min|max))?$")
"""What the name of a column has beside that of its number; `uitkomst` says no more than that there is one."""


def slug(name: str) -> str:
    """Return a name as one word: `Hof van Twente` is `hof_van_twente`."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def spelled(address: str, known: Iterable[str]) -> str | None:
    """Return the known address that is meant: with these characters, or else the only one with these words.

    Ids stand in an address as they stand in the register, so two of them may differ in a capital or a hyphen only.
    """
    names = tuple(known)
    if address.strip() in names:
        return address.strip()
    words = _words(address)
    found = [name for name in names if _words(name) == words]
    return found[0] if len(found) == 1 else None


def as_named(table: str, place: Sequence[str]) -> list[str]:
    """Return the table, the row and the column of a csv in the words of an address.

    A csv repeats the table in the keys of its rows, or says that they are years, since those stand in one column for
    all tables. And it has a column for both ends of the target, and for both bounds of a number; an address has none.

    Args:
        table: The table, as one word.
        place: The parts of the key of the row, and the column.
    """
    words = [*place[1:]] if len(place) > 1 and place[0] in (table, "jaar") else [*place]
    if words:
        words[-1] = _OF_AN_END.sub("", words[-1])
    return [table, *(word for word in words if word)]


def _words(address: str) -> list[str]:
    return [slug(word) for word in address.split(".")]


def gemeente_words(dataset: Dataset, reserved: Collection[str] = ()) -> dict[str, str]:
    """Return the word of every municipality by its name.

    Names that give one word, or one of ``reserved``, or none at all, are told apart by their CBS codes: which of them
    is meant must not depend on their order.
    """
    words = {gemeente.naam: slug(gemeente.naam) for gemeente in dataset.gebied.gemeenten}
    times = Counter([*words.values(), *reserved, ""])
    codes = {gemeente.naam: slug(gemeente.code) for gemeente in dataset.gebied.gemeenten}
    return {name: codes[name] if times[word] > 1 or not word else word for name, word in words.items()}
