"""Names as words of an address: `Hof van Twente` is `hof_van_twente`, and no two municipalities have one word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection

from woonplan.model.dataset import Dataset


def slug(name: str) -> str:
    """Return a name as one word: `Hof van Twente` is `hof_van_twente`."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def gemeente_words(dataset: Dataset, reserved: Collection[str] = ()) -> dict[str, str]:
    """Return the word of every municipality by its name.

    Names that give one word, or one of ``reserved``, or none at all, are told apart by their CBS codes: which of them
    is meant must not depend on their order.
    """
    words = {gemeente.naam: slug(gemeente.naam) for gemeente in dataset.gebied.gemeenten}
    times = Counter([*words.values(), *reserved, ""])
    codes = {gemeente.naam: slug(gemeente.code) for gemeente in dataset.gebied.gemeenten}
    return {name: codes[name] if times[word] > 1 or not word else word for name, word in words.items()}
