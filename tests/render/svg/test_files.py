"""Charts as loose files."""

from __future__ import annotations

from pathlib import Path

from tests.render.charts import STACKED, WATERFALL
from woonplan.render.svg.picture import write_charts
from woonplan.tables import Document


def test_files_have_the_names_of_the_charts(tmp_path: Path) -> None:
    twice = Document("D", charts=(STACKED, WATERFALL, STACKED))
    written, refusal = write_charts(twice, tmp_path / "nieuw" / "map")
    assert refusal is None
    assert [path.name for path in written] == [
        "capaciteit-per-gemeente.svg",
        "saldo.svg",
        "capaciteit-per-gemeente-2.svg",
    ]
    assert written[0].read_text(encoding="utf-8").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert "<text" in written[0].read_text(encoding="utf-8").split(">D</text>")[0]
    before = [path.read_bytes() for path in written]
    write_charts(twice, tmp_path / "nieuw" / "map")
    assert [path.read_bytes() for path in written] == before


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x")
    written, refusal = write_charts(Document("D", charts=(STACKED,)), tmp_path / "f")
    assert written == ()
    assert refusal is not None
    assert "geen map" in refusal
