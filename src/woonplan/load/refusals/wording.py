"""The words for everything that the models refuse, keyed on pydantic's error type.

A test proves that every type that the models can raise stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from woonplan.diagnostics import Diagnostic
from woonplan.load.refusals.keys import missing, not_block, not_list, unknown_key
from woonplan.load.refusals.numbers import not_whole, outside
from woonplan.load.refusals.refused import Refused
from woonplan.load.refusals.words import not_code, not_date, not_in_list, not_period, not_text, not_yes_no, text_length
from woonplan.rule import Notice

MESSAGES: Mapping[str, Callable[[Refused], Diagnostic]] = {
    "extra_forbidden": unknown_key,
    "missing": missing,
    "int_type": not_whole,
    "greater_than_equal": outside,
    "less_than_equal": outside,
    "enum": not_in_list,
    "literal_error": not_in_list,
    "string_type": not_text,
    "string_too_short": text_length,
    "string_too_long": text_length,
    "string_pattern_mismatch": not_code,
    "bool_type": not_yes_no,
    "model_type": not_block,
    "dict_type": not_block,
    "mapping_type": not_block,
    "tuple_type": not_list,
    "datum": not_date,
    "periode": not_period,
}

WP199 = Notice(
    code="WP199",
    wat=(
        "Een waarde past niet, en het programma heeft er geen eigen melding voor. De melding noemt de soort fout; "
        "controleer de waarde en meld het bij de makers."
    ),
    oplossing="Controleer de waarde.",
)


def wording(error_type: str, refused: Refused) -> Diagnostic:
    """Return the finding for one refusal, without its place; a type without a message is shown, not lost."""
    if error_type not in MESSAGES:
        return WP199.at(None, f"{refused.key} {refused.here} past niet ({error_type})")
    return MESSAGES[error_type](refused)
