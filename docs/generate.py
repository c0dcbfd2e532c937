"""Write what is generated: `tables.md` from `ralliement.schema`, `commandes.md` from the commands' own help, figures.

usage: python docs/generate.py            # the two references, the README's figures; the tests say when they are old
       python docs/generate.py --figures  # chiffres.md as well: evaluates both sides of the gold, a minute
"""

import argparse
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ralliement import schema
from ralliement.cli import main as cli

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
GOLD = DOCS.parent / "corpora" / "gold"
SIDES = ("tuning", "heldout")
BEGIN, END = "<!-- begin: docs/generate.py --figures -->", "<!-- end -->"
FIGURES = {
    "ORG": "organisations",
    "PER": "personnes",
    "quoted": "passages entre guillemets",
    "indirect": "discours indirect",
    "in": "qui est dans l'alliance",
    "rel": "statuts, tous",
    **{f"rel:{status}": f"— `{status}`" for status in schema.STATUSES},
    "claims": "tailles annoncées",
    "b3": "qui est qui (B³)",
}
HEADLINES = ("ORG", "PER", "quoted", "indirect", "in", "rel")  # those of the README


def tables() -> str:
    """The page of the tables."""
    lines = [
        "# Tables",
        "",
        "Generated from `ralliement.schema`. Lists are JSON arrays in jsonl and in the store, joined by ` | ` in csv.",
    ]
    for table in schema.TABLES:
        lines += ["", f"## {table.name}", "", f"One row a{'n' * (table.row[0] in 'aeio')} {table.row}.", ""]
        lines += ["| column | type | what |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.type} | {column.doc} |" for column in table.columns]
    return "\n".join(lines) + "\n"


def commands() -> str:
    """The page of the commands."""
    lines = ["# Commands", "", f"Generated from `ralliement --help`. {cli.help}"]
    for name, command in cli.commands.items():
        context = click.Context(command, info_name=f"ralliement {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        lines += ["", f"## {name}", "", f"`ralliement {name} {usage}`", *_prose(command.help or "")]
        options = [p for p in command.params if isinstance(p, click.Option)]
        if options:
            lines += ["", "| option | what |", "|---|---|", *map(_option, options)]
    return "\n".join(lines) + "\n"


def _prose(text: str) -> Iterator[str]:
    """Paragraphs of a command's help; those that open with click's mark of lines to leave as they are, are examples."""
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text)):
        if paragraph.startswith("\b"):
            yield from ("", "```", *(line.strip() for line in paragraph.splitlines()[1:]), "```")
        else:
            yield from ("", " ".join(paragraph.split()))


def _option(option: click.Option) -> str:
    value = ""
    if not option.is_flag:
        choices = map(str, option.type.choices) if isinstance(option.type, click.Choice) else ()
        value = f" {option.metavar or ','.join(choices) or option.type.name.split()[0].upper()}"
    many = " May be repeated." * option.multiple
    return f"| `{', '.join(option.opts)}{value}` | {option.help}{many} |"


def figures() -> str:
    """The table of the figures on both sides of the gold."""
    import ralliement
    from ralliement.evaluate import score

    nlp = ralliement.load()
    sides = [score(GOLD / side, ralliement.extract(GOLD / side, nlp=nlp)).figures for side in SIDES]
    lines = [
        f"Articles de réglage : {sides[0]['articles']} ; articles tenus à l'écart : {sides[1]['articles']}.",
        "",
        "| | précision | rappel | F1, à l'écart | F1, réglage |",
        "|---|---|---|---|---|",
    ]
    for name, label in FIGURES.items():
        tuned, held = (side[name] for side in sides)
        lines.append(f"| {label} | {_of(held['P'])} | {_of(held['R'])} | {_of(held['F1'])} | {_of(tuned['F1'])} |")
    lines += ["", "| à l'écart | |", "|---|---|", *(f"| {label} | {value} |" for label, value in _others(sides[1]))]
    return "\n".join(lines)


def _others(held: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("quoted", "indirect"):
        yield f"{FIGURES[name]} : locuteur juste, quand le passage l'est", _of(held[name]["speaker_accuracy"])
    yield "date juste, quand le statut l'est et que l'article date", _of(held["dates"]["accuracy"])
    yield "organisations données pour membres que l'article dit dehors", str(held["in"]["wrongly_in"])


def _of(figure: float) -> str:
    return f"{figure:.3f}".replace(".", ",")


def headlines() -> str:
    """The table of the README: precision and recall on held-out articles, from the page of the figures."""
    rows = (DOCS / "chiffres.md").read_text(encoding="utf-8").splitlines()
    of_label = {row.split(" | ")[0]: row.split(" | ")[1:3] for row in rows if row.startswith("| ")}
    lines = ["| | précision | rappel |", "|---|---|---|"]
    for name in HEADLINES:
        label = f"| {FIGURES[name]}"
        lines.append(" | ".join([label, *of_label[label]]) + " |")
    return "\n".join(lines)


def _between(page: Path, text: str) -> str:
    """A page with a text between its marks."""
    old = page.read_text(encoding="utf-8")
    return f"{old.split(BEGIN)[0]}{BEGIN}\n{text}\n{END}{old.split(END)[1]}"


def pages() -> dict[Path, str]:
    """What is generated, figures aside, by file."""
    return {
        DOCS / "tables.md": tables(), DOCS / "commandes.md": commands(), README: _between(README, headlines()),
    }  # fmt: skip


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", action="store_true", help="evaluate, and write chiffres.md as well")
    if parser.parse_args().figures:
        page = DOCS / "chiffres.md"
        page.write_text(_between(page, figures()), encoding="utf-8")
    for page, text in pages().items():
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
