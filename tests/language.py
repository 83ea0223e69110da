"""Whether a text is Dutch, and has words where the register has keys; what is quoted or typed as it is, is neither."""

from __future__ import annotations

import re

ENGLISH = frozenset(
    """
    all and any are cannot choose command commands count default does every exist exists exit expected field file
    files folder for found from given greater has have homes input installed integer invalid least less line lines
    message missing more most municipality must name names never no none not nothing number one only option
    options or path place plans please possible record records required requires should show source string than that
    the there these they this those try unexpected unknown usage use used valid value values what when
    where which with without words write year years you your
    """.split()  # noqa: SIM905 - a list of words reads as words
)
"""English words that are no Dutch ones, nor names of what the program knows."""

_CODE = re.compile(
    r"'[^'\n]*'|`[^`\n]*`|\"[^\"\n]*\""  # quoted
    r"|\[[a-z-]+(?:\|[a-z-]+)+\]|\[standaard: [^\]]*\]"  # the values of an option
    r"|Mogelijk: [^.]*\."  # what may be typed
    r"|--?[a-z][\w-]*(?:=\S*)?"  # options
    r"|\S+\.(?:ya?ml|toml|json|svg)\b(?::[\d:]+(?: \([^)]*\))?)?"  # files, and what stands at a place in one
    r"|\b(?:gap|report|reconcile|list|diff)\.[\w.#-]+"  # addresses
)
_KEY = re.compile(r"(?<![\w.-])[a-z]+(?:_[a-z0-9]+)+(?![\w.-])")
_OLD = re.compile(r"\brecords?\b|\bhoogstens\b|\bstrategieen\b", re.IGNORECASE)


def plain(text: str) -> str:
    """The text without what a user types or finds in a file as it stands there."""
    return _CODE.sub(" ", text)


def english(text: str) -> list[str]:
    """The English words in a text."""
    return [word for word in re.findall(r"[^\W\d_]+", plain(text)) if word.lower() in ENGLISH]


def keys(text: str) -> list[str]:
    """The keys of the register that stand in a text as they are, and words that the program has better ones for."""
    return [*_KEY.findall(plain(text)), *_OLD.findall(plain(text))]
