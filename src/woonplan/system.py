"""Why the operating system refuses something, in Dutch: its own words are English on most machines."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EDQUOT: "uw schijfruimte is op",
    errno.EEXIST: "er staat al een bestand met deze naam",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EIO: "de schijf of de verbinding ermee werkt niet goed",
    errno.EISDIR: "dit is een map",
    errno.ELOOP: "de verwijzing verwijst naar zichzelf",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENFILE: "er staan te veel bestanden open",
    errno.ENOENT: "dit bestaat niet",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ENXIO: "het apparaat antwoordt niet",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EPIPE: "de lezer is gestopt",
    errno.EROFS: "deze schijf is alleen-lezen",
    errno.ESTALE: "de netwerkschijf is niet meer bereikbaar",
    errno.ETIMEDOUT: "de netwerkschijf antwoordt niet",
    errno.EXDEV: "de map ligt op een andere schijf",
}


def reason(error: Exception) -> str:
    """Return why a file or folder could not be read or written; the code of the system where that is rare.

    Python has a ``ValueError`` for a name that no file can have, and a ``RuntimeError`` for a link to itself.
    """
    if isinstance(error, ValueError):
        return "de naam bevat een teken dat niet in een naam kan staan"
    number = (error.errno or 0) if isinstance(error, OSError) else errno.ELOOP
    return _REASONS.get(number) or f"fout {errno.errorcode.get(number, number)} van het besturingssysteem"
