"""The docstrings under the fields of the models: they describe the keys of the files in the JSON Schema.

Pydantic can read them too, but does so whenever a class is defined: every command would pay for what one command needs.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel


def attribute_docs(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstring under every field of a model, those of its parents included."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls is not BaseModel:
            found |= dict(_own(cls))
    return found


def _own(cls: type[BaseModel]) -> Iterator[tuple[str, str]]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    for field, doc in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(doc, ast.Expr):
            text = doc.value.value if isinstance(doc.value, ast.Constant) else None
            if isinstance(text, str):
                yield field.target.id, inspect.cleandoc(text)


def models_in(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Return a model and all models inside it, by the name of their class."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[Any] = [model]
    while waiting:
        current = waiting.pop()
        if not (isinstance(current, type) and issubclass(current, BaseModel)):
            waiting += get_args(current)
        elif current.__name__ not in found:
            found[current.__name__] = current
            waiting += (field.annotation for field in current.model_fields.values())
    return found
