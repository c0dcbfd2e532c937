"""The extras: packages that only some commands need."""

from importlib.util import find_spec

from ralliement.errors import InputError

# by extra of pyproject.toml, the modules that it brings
MODULES = {
    "dask": ("distributed",),
    "report": ("altair", "vl_convert"),
    "excel": ("xlsxwriter", "openpyxl"),
    "parquet": ("pyarrow",),
    "graph": ("networkx",),
}


def missing(extra: str) -> list[str]:
    """The modules of an extra that are not installed."""
    return [module for module in MODULES[extra] if find_spec(module) is None]


def install(extra: str) -> str:
    """What to type to have an extra."""
    return f"pip install 'ralliement[{extra}]'"


def require(extra: str, what: str) -> None:
    """Raise `InputError`, with what to install, where `what` cannot be done without an extra."""
    if modules := missing(extra):
        raise InputError(f"{what} needs {' and '.join(modules)}; install it with: {install(extra)}")
