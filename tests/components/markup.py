"""Sentences with names marked inline: « Il travaille à l'[université de Kyoto|ORG] avec [Ana Ruiz|PER]. »."""

import re

MARK = re.compile(r"\[([^\]|]+)\|(ORG|PER)\]")


def read(marked):
    """The plain text of `marked`, and its names: (start, end, label)."""
    text, names, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        names.append((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        at = found.end()
    return text + marked[at:], names


def write(text, names):
    """`text` with `names` marked inline."""
    for start, end, label in sorted(names, reverse=True):
        text = f"{text[:start]}[{text[start:end]}|{label}]{text[end:]}"
    return text
