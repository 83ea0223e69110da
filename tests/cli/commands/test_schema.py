"""`woonplan schema`: what is printed, what is written, and what it says of wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import inside
from woonplan.load.schema import MODELS, schema_text


def test_one_schema_is_printed() -> None:
    done = inside("schema", "agenda")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == schema_text("agenda").encode()


def test_all_schemas_are_written_to_a_folder_that_is_made(tmp_path: Path) -> None:
    done = inside("schema", "--output", str(tmp_path / "een" / "schema"))
    assert done.returncode == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "een" / "schema").iterdir()}
    assert written == {f"{name}.schema.json": schema_text(name).encode() for name in MODELS}
    assert done.stdout.decode().splitlines()[0] == "Geschreven:"
    assert len(done.stdout.splitlines()) == 1 + len(written)


def test_one_schema_is_written(tmp_path: Path) -> None:
    assert inside("schema", "bekend", "--output", str(tmp_path)).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["bekend.schema.json"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Mogelijk: gemeenten, plannen, agenda, bekend."),
        (("planen",), "bestandssoort 'planen' bestaat niet. Bedoelt u 'plannen'?"),
        (("--output", "README.md"), "map 'README.md' kan niet gemaakt worden"),
        (("agenda", "bekend"), "'bekend' hoort hier niet"),
    ],
)
def test_wrong_use_writes_nothing(args: tuple[str, ...], said: str) -> None:
    done = inside("schema", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
