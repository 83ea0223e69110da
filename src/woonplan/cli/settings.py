"""How a repository wants `check` to run: `woonplan.toml`, or `[tool.woonplan]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from woonplan.checks.registry import REGELS, find_rule, prefix_of, rule_words
from woonplan.checks.subject import Check
from woonplan.diagnostics import Severity, quote, reason
from woonplan.load.nearest import suggestion

OWN, SHARED = "woonplan.toml", "pyproject.toml"
_KEYS = ("select", "ignore", "fail-on", "severity")
_MARK = re.compile(r"line (\d+), column (\d+)")
_SUGGESTED = 20
"""Words that are wrong in settings and get a suggestion."""

_SIZE = 4_000_000
"""Largest settings file that is read (bytes)."""


class Settings(NamedTuple):
    """Which rules run, how bad their findings are, and from which severity on a run fails."""

    select: tuple[str, ...] = ("WP",)
    """Beginnings of the codes that run."""
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.FOUT
    severities: Mapping[str, Severity] = MappingProxyType({})


def settings_of(
    config: Path | None, select: list[str] | None, ignore: list[str] | None, fail_on: str | None
) -> tuple[Settings, list[str]]:
    """Return the settings of the repository with those of the command line over them, and what is wrong."""
    path = config or _find()
    settings, wrong = _read(path) if path else (Settings(), [])
    if select:
        settings = settings._replace(select=_prefixes(select, "--select", wrong))
    if ignore:
        settings = settings._replace(ignore=_prefixes(ignore, "--ignore", wrong))
    if fail_on is not None:
        settings = settings._replace(fail_on=_severity(fail_on, "--fail-on", wrong))
    return settings, wrong


def _find() -> Path | None:
    """Return the settings file for this folder: its own, or that of a parent up to the root of the repository.

    Outside a repository only the folder itself is looked at: a file further up would be somebody else's.
    """
    try:
        here = Path.cwd()
    except OSError:
        # The folder that this runs in was taken away.
        return None
    folders = [here, *here.parents]
    root = next((number for number, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    paths = (folder / name for folder in folders[: root + 1] for name in (OWN, SHARED))
    # A link to nothing, a folder or a closed file by that name is read too: then it is said that it cannot be.
    found = next((path for path in paths if os.path.lexists(path) and (path.name == OWN or _is_for_us(path))), None)
    return found.relative_to(here) if found is not None and found.is_relative_to(here) else found


def _is_for_us(path: Path) -> bool:
    """Return whether a shared file has a table for this program, however it is spelled, or cannot be read to see that.

    What else is in it, or wrong with it, is not ours.
    """
    data, unusable = _bytes(path)
    if data is None:
        return bool(unusable)
    if b"woonplan" not in data and b"\\u" not in data.lower():
        return False
    table, unusable = _table(data)
    tool = table.get("tool")
    return bool(unusable) or (isinstance(tool, dict) and "woonplan" in tool)


def _bytes(path: Path) -> tuple[bytes | None, str]:
    """Return what a settings file holds, or None and why that cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A device or a pipe has no size and may never end.
            return None, "is geen gewoon bestand"
        if status.st_size > _SIZE:
            return None, "is te groot voor een bestand met instellingen"
        return path.read_bytes(), ""
    except OSError as error:
        return None, f"is niet te lezen: {reason(error)}"


def _table(data: bytes) -> tuple[dict[str, Any], str]:
    """Return the table in a settings file, and what is wrong with its text."""
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig")), ""
    except UnicodeDecodeError:
        return {}, "is geen UTF-8. Sla het bestand op als UTF-8"
    except (ValueError, RecursionError) as error:
        found = _MARK.search(str(error))
        return {}, "is geen geldige TOML" + (f" (regel {found[1]}, kolom {found[2]})" if found else "")


def _read(path: Path) -> tuple[Settings, list[str]]:
    """Return the settings in a file, and what is wrong with them."""
    raw, unusable = _bytes(path)
    data: Any = {}
    if raw is not None:
        data, unusable = _table(raw)
    if unusable:
        return Settings(), [f"{quote(path.as_posix())} {unusable}."]
    if path.name == SHARED:
        tool = data.get("tool")
        data = tool.get("woonplan", {}) if isinstance(tool, dict) else {}
    wrong: list[str] = []
    settings = _settings(data, wrong)
    return settings, [f"{path.as_posix()}: {message}" for message in wrong]


def _settings(table: Any, wrong: list[str]) -> Settings:
    if not isinstance(table, dict):
        wrong.append("bij 'tool.woonplan' hoort een blok met sleutels.")
        return Settings()
    for key in table:
        if key not in _KEYS:
            hint = _near(key, _KEYS, wrong) or f"Mogelijk: {', '.join(_KEYS)}."
            wrong.append(f"onbekende sleutel {quote(key)}. {hint}")
    return Settings(
        select=_codes(table, "select", ("WP",), wrong),
        ignore=_codes(table, "ignore", (), wrong),
        fail_on=_severity(table.get("fail-on", "fout"), "fail-on", wrong),
        severities=_severities(table.get("severity", {}), wrong),
    )


def _codes(table: dict[str, Any], key: str, default: tuple[str, ...], wrong: list[str]) -> tuple[str, ...]:
    value = table.get(key)
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return _prefixes(value, key, wrong)
    if value is not None:
        wrong.append(f"bij '{key}' hoort een lijst van codes, zoals [\"WP4\"].")
    return default


def _prefixes(words: Iterable[str], key: str, wrong: list[str]) -> tuple[str, ...]:
    """Return the beginnings of codes that words stand for; add to ``wrong`` what names no rule.

    A word may hold several, divided by commas.
    """
    found: list[str] = []
    for word in (part.strip() for text in words for part in text.split(",")):
        prefix = prefix_of(word)
        if prefix is None:
            hint = _near(word, rule_words(), wrong) or "Zie 'woonplan list regels'."
            wrong.append(f"{key}: {quote(word)} is geen regel of groep. {hint}")
        else:
            found.append(prefix)
    return tuple(found)


def _severity(value: Any, key: str, wrong: list[str]) -> Severity:
    """Return a severity; add to ``wrong`` when the word is none."""
    try:
        return Severity(value)
    except ValueError:
        wrong.append(f"{key}: {quote(str(value))} bestaat niet. Kies fout of waarschuwing.")
        return Severity.FOUT


def _severities(value: Any, wrong: list[str]) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        wrong.append("bij 'severity' hoort een blok, zoals {WP401 = \"fout\"}.")
        return {}
    found: dict[str, Severity] = {}
    for code, word in value.items():
        rule = find_rule(code)
        if rule is None:
            wrong.append(_no_rule(code, wrong))
            continue
        chosen = _severity(word, f"severity {rule.code}", wrong)
        if not isinstance(rule, Check) and rule.severity is Severity.FOUT and chosen is not Severity.FOUT:
            wrong.append(f"severity: {rule.code} blijft een fout, want met die fout kan niet gerekend worden.")
        else:
            found[rule.code] = chosen
    return found


def _near(word: str, possible: Collection[str], wrong: list[str]) -> str:
    """Return a suggestion for one of the first words that are wrong; with hundreds nobody follows them."""
    return suggestion(word, possible) if len(wrong) < _SUGGESTED else ""


def _no_rule(code: str, wrong: list[str]) -> str:
    """Return what is wrong with a word that should be one rule; a group is named by its rules, for that can be done."""
    members = [rule.code for rule in REGELS if rule.code.startswith(prefix_of(code) or "-")]
    if members:
        return f"severity: {quote(code)} is meer dan een regel. Noem ze een voor een: {', '.join(members)}."
    hint = _near(code, [rule.code for rule in REGELS], wrong) or "Zie 'woonplan list regels'."
    return f"severity: {quote(code)} is geen regel. {hint}"
