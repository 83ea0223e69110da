"""Text to data with positions, and data to text: the only door to YAML."""

from woonplan.yaml_io.document import ParsedFile
from woonplan.yaml_io.parse import parse
from woonplan.yaml_io.text import RawFile, read_text
from woonplan.yaml_io.write import dump

__all__ = ["ParsedFile", "RawFile", "dump", "parse", "read_text"]
