"""`woonplan schema`: what an editor needs to complete keys and mark mistakes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            autocompletion=completion.SCHEMAS,
            help="One kind of file: gemeenten, plannen, agenda or bekend.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="DIR", readable=False, help="Write NAME.schema.json to this folder, which is made."
        ),
    ] = None,
) -> int:
    """Write the JSON Schema (draft 7) of the data files, for editors.

    With a folder all schemas are written, or the one that is named; without, the one that is named is printed.

    Examples:

    \b
      woonplan schema --output schema
      woonplan schema plannen
    """
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, put
    from woonplan.diagnostics import quote
    from woonplan.load.nearest import suggestion
    from woonplan.load.schema import MODELS, schema_text

    known = f"Mogelijk: {', '.join(MODELS)}."
    if name is None and output is None:
        return complain([f"noem een bestandssoort of een map met --output. {known}"])
    if name is not None and name not in MODELS:
        hint = suggestion(name, list(MODELS)) or known
        return complain([f"bestandssoort {quote(name)} bestaat niet. {hint}"])
    if output is None:
        return Exit.DONE if put(schema_text(str(name)).encode()) else Exit.NO_WORK
    return _write(output, [name] if name else list(MODELS))


def _write(folder: Path, names: list[str]) -> int:
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, tell
    from woonplan.diagnostics import quote
    from woonplan.load.schema import schema_name, schema_text
    from woonplan.render.output import write_output
    from woonplan.render.safe import safe
    from woonplan.system import reason

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        return complain([f"map {quote(folder.as_posix())} kan niet gemaakt worden: {reason(error)}."])
    written: list[Path] = []
    for name in names:
        path = folder / schema_name(name)
        refusal = write_output(path, schema_text(name).encode())
        if refusal is not None:
            return complain([refusal])
        written.append(path)
    shown = "\n".join(f"  {safe(path.as_posix())}" for path in written)
    return Exit.DONE if tell(f"Geschreven:\n{shown}\n") else Exit.NO_WORK
