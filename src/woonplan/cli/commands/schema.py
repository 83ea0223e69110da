"""`woonplan schema`: what an editor needs to complete keys and mark mistakes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.streams import NoWorkError, put, put_written, write_in
from woonplan.diagnostics import quote


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAAM",
            autocompletion=completion.SCHEMAS,
            help="Een soort bestand: gemeenten, plannen, agenda of bekend.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="MAP", readable=False, help="Schrijf NAAM.schema.json in deze map, die gemaakt wordt."
        ),
    ] = None,
) -> None:
    """Schrijf het JSON Schema (draft 7) van de bestanden, voor editors.

    Met een map worden alle schema's geschreven, of dat wat genoemd is; zonder map wordt het genoemde getoond.

    Voorbeelden:

    \b
      woonplan schema --output schema
      woonplan schema plannen
    """
    from woonplan.load.nearest import suggestion
    from woonplan.load.schema import MODELS, schema_name, schema_text

    possible = f"Mogelijk: {', '.join(MODELS)}."
    if name is None and output is None:
        raise NoWorkError(f"noem een bestandssoort of een map met --output. {possible}")
    if name is not None and name not in MODELS:
        raise NoWorkError(f"bestandssoort {quote(name)} bestaat niet. {suggestion(name, MODELS) or possible}")
    texts = {one: schema_text(one).encode() for one in ([name] if name else MODELS)}
    if output is None:
        put(texts[str(name)])
    else:
        put_written([write_in(output, schema_name(one), text) for one, text in texts.items()])
