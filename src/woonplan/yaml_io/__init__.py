"""Text to data with positions, and data to text: the only door to YAML."""

from woonplan.yaml_io.dialect import dump
from woonplan.yaml_io.document import YamlDocument, parse
from woonplan.yaml_io.text import RawFile, read_head, read_text

__all__ = ["RawFile", "YamlDocument", "dump", "parse", "read_head", "read_text"]
