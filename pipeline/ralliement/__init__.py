"""Who is in the alliance, who left, who refuses, and who said what: French press articles to pandas tables.

The names below are loaded on first use, so that `import ralliement` costs neither spaCy nor pandas.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ralliement.article import Article as Article
    from ralliement.batch import extract as extract
    from ralliement.language import load as load
    from ralliement.notebook import display as display
    from ralliement.tables import Tables as Tables

__version__ = "0.1.0"

_HOME = {
    "Article": "ralliement.article",
    "Tables": "ralliement.tables",
    "display": "ralliement.notebook",
    "extract": "ralliement.batch",
    "load": "ralliement.language",
}
__all__ = ["Article", "Tables", "display", "extract", "load"]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
