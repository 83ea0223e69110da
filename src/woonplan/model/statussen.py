"""What every planological status of the national basic set means, in a few words."""

from __future__ import annotations

STATUSSEN: dict[str, str] = {
    "1A": "onherroepelijk",
    "1B": "onherroepelijk, met uitwerkingsplicht",
    "1C": "onherroepelijk, met wijzigingsbevoegdheid",
    "2A": "vastgesteld",
    "2B": "vastgesteld, met uitwerkingsplicht",
    "2C": "vastgesteld, met wijzigingsbevoegdheid",
    "3": "in voorbereiding",
    "4A": "visie",
    "4B": "optie",
    "5A": "ambtelijk, met locatie",
    "5B": "ambtelijk, zonder locatie",
}
"""The statuses of the national basic set (help page of Planmonitor Wonen, Provincie Zeeland)."""
