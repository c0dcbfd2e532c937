"""Who is who in an article: the mentions that name one person or one organisation share a key."""

from ralliement.annotations import Entity, Label, Mention
from ralliement.components.names import Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary


def resolve(
    view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label | None]
) -> tuple[list[Mention], dict[str, Entity]]:
    """Mentions in order and entities by key."""
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    keys: dict[tuple[Label, str], str] = {}
    for name, label in zip(names, labels, strict=True):
        if not label:
            continue
        text = view.text(name.start, name.end)
        key = keys.setdefault((label, text.lower()), f"e{len(keys) + 1}")
        entities.setdefault(key, {"label": label, "name": text, "aliases": []})
        rule = name.rule if name.rule != "ner" or name.label == label else "evidence"
        mentions.append(
            {
                "start": view.start[name.start],
                "end": view.end[name.end - 1],
                "label": label,
                "entity": key,
                "rule": rule,
            }
        )
    return mentions, entities
